import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  appendPath,
  formatAddress,
  fromHttpPath,
  isStructured,
  parseAddress,
  splitVirtualChild,
  toHttpPath,
} from './identifier';

/** Examples after TS-0001 table 7.2-1 and TS-0009 6.2.2.1. */

describe('parseAddress', () => {
  it('reads every form', () => {
    assert.deepEqual(parseAddress('grp7'), { segments: ['grp7'] });
    assert.deepEqual(parseAddress('cse-in/pumps'), { segments: ['cse-in', 'pumps'] });
    assert.deepEqual(parseAddress('/cse1'), { cse: 'cse1', segments: [] });
    assert.deepEqual(parseAddress('/cse1/grp7'), { cse: 'cse1', segments: ['grp7'] });
    assert.deepEqual(parseAddress('/cse1/-/pumps'), { cse: 'cse1', segments: ['-', 'pumps'] });
    const absolute = { serviceProvider: 'sp.example', cse: 'cse1', segments: ['grp7'] };
    assert.deepEqual(parseAddress('//sp.example/cse1/grp7'), absolute);
    assert.deepEqual(parseAddress('//sp.example/cse1'), { ...absolute, segments: [] });
  });

  it('refuses what is no address', () => {
    for (const text of ['', '/', '//', '//sp', '//sp/', '/cse1/', 'a/', 'a//b', '/cse1//a', '///a']) {
      assert.equal(parseAddress(text), undefined, text);
    }
  });
});

describe('formatAddress', () => {
  it('writes every form', () => {
    assert.equal(formatAddress({ segments: ['cse-in', 'pumps'] }), 'cse-in/pumps');
    assert.equal(formatAddress({ cse: 'cse1', segments: [] }), '/cse1');
    assert.equal(formatAddress({ cse: 'cse1', segments: ['grp7'] }), '/cse1/grp7');
    const absolute = { serviceProvider: 'sp.example', cse: 'cse1', segments: ['a', 'b'] };
    assert.equal(formatAddress(absolute), '//sp.example/cse1/a/b');
  });
});

describe('isStructured', () => {
  it('tells a path from the CSEBase from an identifier', () => {
    assert.equal(isStructured({ segments: ['cse-in'] }, 'cse-in'), true);
    assert.equal(isStructured({ segments: ['-'] }, 'cse-in'), true);
    assert.equal(isStructured({ segments: ['cse-in', 'pumps'] }, 'cse-in'), true);
    assert.equal(isStructured({ segments: ['grp7'] }, 'cse-in'), false);
    assert.equal(isStructured({ cse: 'cse1', segments: [] }, 'cse-in'), false);
  });
});

describe('splitVirtualChild', () => {
  const virtual = new Set(['fopt', 'la', 'ol']);

  it('splits at the first virtual child and keeps what follows', () => {
    const split = splitVirtualChild({ cse: 'cse1', segments: ['pumps', 'fopt', 'x', 'la'] }, virtual);
    assert.deepEqual(split, {
      resource: { cse: 'cse1', segments: ['pumps'] },
      virtual: 'fopt',
      suffix: 'x/la',
    });
  });

  it('leaves an address without one', () => {
    const address = { segments: ['cse-in', 'pumps'] };
    assert.deepEqual(splitVirtualChild(address, virtual), { resource: address, suffix: '' });
  });

  it('takes no root for a virtual child', () => {
    const address = { segments: ['la'] };
    assert.deepEqual(splitVirtualChild(address, virtual), { resource: address, suffix: '' });
  });
});

describe('appendPath', () => {
  it('appends a relative path, or nothing', () => {
    assert.equal(appendPath('/cse1/m1', 'x/y'), '/cse1/m1/x/y');
    assert.equal(appendPath('m1', ''), 'm1');
  });
});

describe('HTTP paths', () => {
  const pairs = [
    ['cse-in/pumps', '/cse-in/pumps'],
    ['/cse1/-/pumps', '/~/cse1/-/pumps'],
    ['//sp.example/cse1/a', '/_/sp.example/cse1/a'],
    ['~/a', '/%7E/a'],
    ['_', '/%5F'],
    ['a/~/b', '/a/~/b'],
    ['a~', '/a~'],
    ['~a', '/~a'],
    ["a!$&'()*+,;=:@b", "/a!$&'()*+,;=:@b"],
    ['a b/50%?#', '/a%20b/50%25%3F%23'],
    ['gruppe-ü', '/gruppe-%C3%BC'],
  ] as const;

  for (const [address, path] of pairs) {
    it(`${address} is ${path}`, () => {
      assert.equal(toHttpPath(address), path);
      assert.equal(fromHttpPath(path), address);
    });
  }

  it('refuses broken escapes, escaped slashes and an empty first segment', () => {
    for (const path of ['/%', '/%zz', '/%E0%A4', '/a%2Fb', '/a%2fb', '//cse1/a', 'a']) {
      assert.equal(fromHttpPath(path), undefined, path);
    }
  });
});
