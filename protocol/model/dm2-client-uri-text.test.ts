import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientURIStatus, formatClientURI, isNodeName, parseClientURI } from './dm2-client-uri-text';

function fault(text: string): string {
  const read = parseClientURI(text);
  return read.ok ? 'read' : read.fault.reason;
}

describe('ClientURI (dm2.md 6.1)', () => {
  it('is taken apart, and put together as it was', () => {
    const text = 'urn:oma:mo/(x)/a%20b/*?nv=(x)/c%3Ad/e:f:g%3F&nv=(x)/h:&cv=7';
    const value = {
      moid: 'urn:oma:mo',
      instance: { kind: 'placeholder', letter: 'x' },
      path: [{ kind: 'named', name: 'a b' }, { kind: 'any' }],
      conditions: [
        { letter: 'x', path: ['c:d', 'e'], value: 'f:g?' },
        { letter: 'x', path: ['h'], value: '' },
      ],
      cacheValidator: '7',
    } as const;
    assert.deepEqual(parseClientURI(text), { ok: true, value });
    assert.equal(formatClientURI(value), text);
  });

  it('may end in a slash, and may name an instance', () => {
    const value = { moid: 'm', instance: { kind: 'named', name: '1' }, path: [], conditions: [] };
    assert.deepEqual(parseClientURI('m/1/'), { ok: true, value });
    assert.deepEqual(parseClientURI('m/1'), { ok: true, value });
    assert.deepEqual(parseClientURI('m//?cv='), {
      ok: true,
      value: { ...value, instance: { kind: 'only' }, cacheValidator: '' },
    });
  });

  it('is refused with the reason of its first fault', () => {
    const reasons: readonly (readonly [text: string, reason: string])[] = [
      ['', 'wrong-shape'],
      ['m', 'wrong-shape'],
      ['m/', 'wrong-shape'],
      ['/1/a', 'syntax'],
      ['m//a//b', 'syntax'],
      ['m//a b', 'syntax'],
      ['m//%2', 'syntax'],
      ['m//%2x', 'syntax'],
      ['m//%c3', 'syntax'],
      ['m//%01', 'syntax'],
      ['m//%2e', 'syntax'],
      ['m//..', 'syntax'],
      ['m//?', 'unknown-parameter'],
      ['m//?x=1', 'unknown-parameter'],
      ['m//?nv', 'unknown-parameter'],
      ['m//?cv=a&cv=b', 'repeated'],
      ['m//?cv=a b', 'syntax'],
      ['m//?cv=%01', 'syntax'],
      ['m//?cv=%ff', 'syntax'],
      ['m/(x)/?nv=x/a:1', 'syntax'],
      ['m/(x)/?nv=!(x)/a:1', 'syntax'],
      ['m/(x)/?nv=(x)a:1', 'syntax'],
      ['m/(x)/?nv=(x)/:1', 'syntax'],
      ['m/(x)/?nv=(x)/a', 'syntax'],
      ['m/(x)/?nv=(x)/a/../b:1', 'syntax'],
      ['m/(x)/(x)?nv=(x)/a:1', 'repeated'],
      ['m/(x)/', 'wrong-shape'],
      ['m//a?nv=(x)/a:1', 'wrong-shape'],
      ['m/(x)/?nv=(y)/a:1', 'wrong-shape'],
    ];
    for (const [text, reason] of reasons) assert.equal(fault(text), reason, text);
  });

  it('has placeholders of one letter, anything else in brackets is no name either', () => {
    assert.equal(fault('m/(x)/?nv=(x)/a:1'), 'read');
    for (const part of ['(xy)', '(1)', 'a(x)', '(x)a'])
      assert.deepEqual(parseClientURI(`m//${part}`), {
        ok: true,
        value: {
          moid: 'm',
          instance: { kind: 'only' },
          path: [{ kind: 'named', name: part }],
          conditions: [],
        },
      });
  });

  it('that is too long is 414, any other that is refused 400', () => {
    const statusOf = (reason: 'too-large' | 'too-deep' | 'syntax'): number =>
      clientURIStatus({ reason, where: 'ClientURI', detail: '' });
    assert.deepEqual([statusOf('too-large'), statusOf('too-deep'), statusOf('syntax')], [414, 414, 400]);
  });

  it('names of nodes have no control characters and no halves of pairs', () => {
    for (const name of ['a', '...', ' ', '\t', '\u{10ffff}', 'é']) assert.equal(isNodeName(name), true, name);
    for (const name of ['', '.', '..', 'a\u0000', '\ud800', '\ufffe']) assert.equal(isNodeName(name), false);
  });
});
