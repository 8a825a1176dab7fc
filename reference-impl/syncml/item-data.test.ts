import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { beginningOf, joinedData } from './item-data';

describe('the beginning of data', () => {
  it('is the longest that fits, and never all of it', () => {
    assert.equal(
      beginningOf('abcdefgh', 1, (part) => part.length <= 3),
      'abc',
    );
    assert.equal(
      beginningOf('abcd', 1, () => true),
      'abc',
    );
    assert.deepEqual(
      beginningOf(Uint8Array.of(1, 2, 3), 1, (part) => part.length < 3),
      Uint8Array.of(1, 2),
    );
  });

  it('is none where not even the shortest fits', () => {
    assert.equal(
      beginningOf('abcdefgh', 4, (part) => part.length <= 3),
      undefined,
    );
    assert.equal(
      beginningOf('', 1, () => true),
      undefined,
    );
  });

  it('has no half of a character', () => {
    assert.equal(
      beginningOf('a\u{1F600}b', 1, (part) => part.length <= 2),
      'a',
    );
  });
});

describe('parts together', () => {
  it('are text where all of them are', () => assert.equal(joinedData(['a', '', 'b']), 'ab'));

  it('are text where only the parts are none, and octets otherwise', () => {
    assert.equal(joinedData([Uint8Array.of(0xc3), Uint8Array.of(0xa9)]), 'é');
    assert.deepEqual(joinedData(['a', Uint8Array.of(0xff)]), Uint8Array.of(0x61, 0xff));
  });
});
