import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CodecLimits, DEFAULT_LIMITS } from '../limits';
import { Place } from '../place';
import { parseWbxml } from './wbxml-decoder';

/** Version 1.2, the public identifier of SyncML 1.2, UTF-8, and a string table that says `ab`. @see WAP-192 5.3 */
const HEADER = [0x02, 0xa4, 0x01, 0x6a, 0x03, 0x61, 0x62, 0x00];
/** SyncML with content. */
const ROOT = 0x6d;
const END = 0x01;

function parsed(octets: readonly number[], limits: CodecLimits = DEFAULT_LIMITS): string {
  const place = new Place('message');
  const root = parseWbxml(Uint8Array.from([...HEADER, ...octets]), limits, place);
  const outcome = place.outcome(root);
  return outcome.ok ? `${outcome.value.localName}: ${outcome.value.text}` : outcome.fault.reason;
}

describe('WBXML as a tree (WAP-192 5)', () => {
  it('joins strings, characters and opaque data to one text', () => {
    assert.equal(parsed([ROOT, 0x03, 0x78, 0, 0x83, 0, 0x02, 0x3d, 0xc3, 1, 0x79, END]), 'SyncML: xab=y');
  });

  it('has characters of Unicode and no halves of pairs', () => {
    const entity = (...code: number[]): string => parsed([ROOT, 0x02, ...code, END]);
    assert.equal(entity(0x83, 0xaf, 0x7f), 'SyncML: \ud7ff');
    assert.equal(entity(0x83, 0xb0, 0x00), 'syntax');
    assert.equal(entity(0x83, 0xbf, 0x7f), 'syntax');
    assert.equal(entity(0x83, 0xc0, 0x00), 'SyncML: \ue000');
    assert.equal(entity(0xc3, 0xff, 0x7d), 'SyncML: \u{10fffd}');
    assert.equal(entity(0xc4, 0x80, 0x00), 'syntax');
  });

  it('is refused with text or an end outside of the root, or with anything behind it', () => {
    assert.equal(parsed([0x03, 0x78, 0, ROOT, END]), 'syntax');
    assert.equal(parsed([END]), 'syntax');
    assert.equal(parsed([ROOT, END, END]), 'syntax');
    assert.equal(parsed([ROOT]), 'syntax');
    assert.equal(parsed([]), 'syntax');
  });

  it('is refused with a page, a token or attributes that SyncML does not have', () => {
    assert.equal(parsed([0x00, 0x00, ROOT, END]), 'SyncML: ');
    assert.equal(parsed([0x00, 0x02, ROOT, END]), 'syntax');
    assert.equal(parsed([ROOT, 0x7f, END]), 'syntax');
    assert.equal(parsed([ROOT | 0x80, END]), 'syntax');
  });

  it('has elements that are named in the table', () => {
    assert.equal(parsed([0x04, 0x00]), 'ab: ');
    assert.equal(parsed([0x44, 0x01, END]), 'b: ');
    assert.equal(parsed([0x04, 0x02]), 'syntax');
    assert.equal(parsed([0x04, 0x03]), 'syntax');
  });

  it('has as much as its reader takes', () => {
    const nested = [ROOT, ROOT, ROOT, END, END, END];
    const listed = [ROOT, 0x2d, 0x2d, END];
    const bytes = HEADER.length + listed.length;
    assert.equal(parsed(nested, { ...DEFAULT_LIMITS, depth: 3 }), 'SyncML: ');
    assert.equal(parsed(nested, { ...DEFAULT_LIMITS, depth: 2 }), 'too-deep');
    assert.equal(parsed(listed, { ...DEFAULT_LIMITS, entries: 2 }), 'SyncML: ');
    assert.equal(parsed(listed, { ...DEFAULT_LIMITS, entries: 1 }), 'too-large');
    assert.equal(parsed(listed, { ...DEFAULT_LIMITS, bytes }), 'SyncML: ');
    assert.equal(parsed(listed, { ...DEFAULT_LIMITS, bytes: bytes - 1 }), 'too-large');
  });
});
