import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../limits';
import { Place } from '../place';
import { WbxmlBytes } from './wbxml-bytes';

function reading<T>(octets: readonly number[], read: (bytes: WbxmlBytes) => T, bytes = 1000): [T, string] {
  const place = new Place('message');
  const value = read(new WbxmlBytes(Uint8Array.from(octets), { ...DEFAULT_LIMITS, bytes }, place));
  const outcome = place.outcome(true);
  return [value, outcome.ok ? 'sound' : outcome.fault.detail];
}

describe('bytes of a WBXML document (WAP-192 5)', () => {
  it('integers have seven bits in each byte, and 32 in all', () => {
    const integer = (...octets: number[]) => reading(octets, (bytes) => bytes.integer());
    assert.deepEqual(integer(0x00), [0, 'sound']);
    assert.deepEqual(integer(0x7f), [127, 'sound']);
    assert.deepEqual(integer(0x81, 0x00), [128, 'sound']);
    assert.deepEqual(integer(0x81, 0x80, 0x80, 0x00), [2_097_152, 'sound']);
    assert.deepEqual(integer(0x8f, 0xff, 0xff, 0xff, 0x7f), [4_294_967_295, 'sound']);
    const tooLong = (at: number) => `not WBXML at byte ${at}: found an integer of more than 32 bits`;
    assert.deepEqual(integer(0x90, 0x80, 0x80, 0x80, 0x00), [0, tooLong(5)]);
    assert.deepEqual(integer(0x80, 0x80, 0x80, 0x80, 0x80, 0x01), [0, tooLong(5)]);
    assert.deepEqual(integer(0x81), [128, 'not WBXML at byte 1: found the end of the document inside of it']);
  });

  it('no more is taken than there is', () => {
    const takes = (length: number) =>
      reading([1, 2, 3, 4], (bytes) => {
        bytes.byte();
        return [[...bytes.take(length)], bytes.atEnd];
      });
    assert.deepEqual(takes(2), [[[2, 3], false], 'sound']);
    assert.deepEqual(takes(3), [[[2, 3, 4], true], 'sound']);
    assert.deepEqual(takes(4), [[[], false], 'not WBXML at byte 1: expected 4 bytes, found only 3']);
  });

  it('strings end with a zero', () => {
    const strings = (...octets: number[]) =>
      reading(octets, (bytes) => [[...bytes.inlineString()], [...bytes.inlineString()]]);
    assert.deepEqual(strings(0x61, 0, 0x62, 0x63, 0), [[[0x61], [0x62, 0x63]], 'sound']);
    assert.deepEqual(strings(0, 0), [[[], []], 'sound']);
    assert.equal(strings(0x61, 0, 0x62)[1], 'not WBXML at byte 2: found a string without an end');
    assert.deepEqual(strings(0x61, 0, 0x62)[0], [[0x61], []]);
  });

  const TABLE = [5, 0x61, 0, 0x62, 0x63, 0];
  function tableString(offset: number, table = TABLE, limit?: number): [number[], string] {
    const read = (bytes: WbxmlBytes) => {
      bytes.readStringTable();
      return [...bytes.tableString(offset)];
    };
    return reading(table, read, limit);
  }

  it('strings of the table begin anywhere in it and end in it', () => {
    assert.deepEqual(tableString(0), [[0x61], 'sound']);
    assert.deepEqual(tableString(1), [[], 'sound']);
    assert.deepEqual(tableString(2), [[0x62, 0x63], 'sound']);
    assert.deepEqual(tableString(3), [[0x63], 'sound']);
    assert.deepEqual(tableString(4), [[], 'sound']);
    const none = (offset: number, length: number, at: number) =>
      `not WBXML at byte ${at}: found no string at ${offset} of the string table of ${length} bytes`;
    assert.deepEqual(tableString(5), [[], none(5, 5, 6)]);
    assert.deepEqual(tableString(0, [1, 0x61]), [[], none(0, 1, 2)]);
    assert.deepEqual(tableString(0, [0]), [[], none(0, 0, 1)]);
  });

  it('text of the table counts each time it is used', () => {
    const twice = (limit: number) =>
      reading(
        TABLE,
        (bytes) => {
          bytes.readStringTable();
          return [[...bytes.tableString(2)], [...bytes.tableString(2)]];
        },
        limit,
      );
    assert.deepEqual(twice(4), [
      [
        [0x62, 0x63],
        [0x62, 0x63],
      ],
      'sound',
    ]);
    assert.deepEqual(twice(3), [[[0x62, 0x63], []], 'the string table is used for too much text']);
  });
});
