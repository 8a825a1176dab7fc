import { type DefectRow, putIn, withOctets } from './spoiling';

/** WBXML that breaks a rule of its own. The octets go in before the ends of SyncBody and SyncML. @see WAP-192 5, 7 */

const ENDS = 2;
const DATA_WITH_CONTENT = 0x0f | 0x40;
const OPAQUE = 0xc3;
const STRING_TABLE = 0x83;
const SWITCH_PAGE = 0x00;
const END = 0x01;

export const WBXML_DEFECTS: readonly DefectRow[] = [
  row('with an unknown token', [0x30]),
  row('with an unknown code page', [SWITCH_PAGE, 0x09, 0x05]),
  row('with a string table index beyond its end', [DATA_WITH_CONTENT, STRING_TABLE, 0x7f, END]),
  row('with an opaque length beyond its end', [DATA_WITH_CONTENT, OPAQUE, 0x8f, 0xff, 0x7f]),
  row('with a multi-byte number that overflows', [
    DATA_WITH_CONTENT,
    OPAQUE,
    0xff,
    0xff,
    0xff,
    0xff,
    0xff,
    0x7f,
  ]),
  {
    words: 'with an unknown public identifier',
    // The identifier follows the version: 0x1201 becomes 0x127F.
    change: (outgoing) => withOctets(outgoing, (octets) => octets.with(2, 0x7f)),
  },
];

function row(words: string, octets: readonly number[]): DefectRow {
  return { words, change: (outgoing) => withOctets(outgoing, (good) => putIn(good, ENDS, octets)) };
}
