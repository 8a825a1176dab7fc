import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseNodeAddress } from './node-address';
import { DEFAULT_TREE_LIMITS } from './tree-limits';

const LIMITS = { ...DEFAULT_TREE_LIMITS, depth: 3, uriLength: 20, segmentLength: 8 };
const read = (uri: string) => parseNodeAddress(uri, LIMITS);

describe('the address of a node', () => {
  it('is the same with and without the root', () => {
    assert.deepEqual(read('./A/B'), { path: ['A', 'B'] });
    assert.deepEqual(read('A/B'), { path: ['A', 'B'] });
    assert.deepEqual(read('.'), { path: [] });
  });

  it('may ask for a property or a list', () => {
    assert.deepEqual(read('./A?prop=ACL'), { path: ['A'], query: { kind: 'property', name: 'ACL' } });
    assert.deepEqual(read('.?list=Struct'), { path: [], query: { kind: 'list', name: 'Struct' } });
    assert.deepEqual(read('A?x=1'), { path: ['A'], query: { kind: 'unknown', name: 'x=1' } });
    assert.deepEqual(read('A?'), { path: ['A'], query: { kind: 'unknown', name: '' } });
    assert.deepEqual(read('A?toString=1'), { path: ['A'], query: { kind: 'unknown', name: 'toString=1' } });
  });

  for (const uri of [
    '',
    '/',
    './',
    '/A',
    '//A',
    './/A',
    'A/',
    'A//B',
    '..',
    '../A',
    './..',
    'A/../B',
    'A/./B',
    'A/.',
  ])
    it(`"${uri}" resolves to nothing`, () => assert.equal(read(uri), 'unresolvable'));

  for (const uri of ['A B', 'A\u0000', 'A/\n', '\ud800', '?prop=ACL'])
    it(`${JSON.stringify(uri)} resolves to nothing`, () => assert.equal(read(uri), 'unresolvable'));

  it('takes percent signs and names of other grammars as they are', () => {
    assert.deepEqual(read('./%2e%2e/A'), { path: ['%2e%2e', 'A'] });
    assert.deepEqual(read('...'), { path: ['...'] });
    assert.deepEqual(read('C:\\A'), { path: ['C:\\A'] });
  });

  it('has bounds for names, depth and length, each of which is reached', () => {
    assert.deepEqual(read('A/B/C'), { path: ['A', 'B', 'C'] });
    assert.equal(read('A/B/C/D'), 'too-long');
    assert.deepEqual(read('12345678'), { path: ['12345678'] });
    assert.equal(read('123456789'), 'too-long');
    assert.deepEqual(read('./345678/012345/7890'), { path: ['345678', '012345', '7890'] });
    assert.equal(read('./345678/012345/78901'), 'too-long');
    assert.equal(read('A?prop=01234567890123'), 'too-long');
  });
});
