import { SYNCML_PUBLIC_ID } from '../../tables/syncml/identifiers';
import type { Place } from '../place';
import type { WbxmlBytes } from './wbxml-bytes';
import { textOf } from './wbxml-text';
import { READABLE_CHARSETS, UTF8_CHARSET } from './wbxml-tokens';

/** Version 1.2, the public identifier of SyncML 1.2, UTF-8, no string table. @see WAP-192 5.3 to 5.7 */
export const WBXML_HEADER: readonly number[] = [0x02, 0xa4, 0x01, UTF8_CHARSET, 0x00];

/** The versions that have this header: 1.1, 1.2 and 1.3. @see DM_TND 8.6 */
const VERSIONS: ReadonlySet<number> = new Set([0x01, 0x02, 0x03]);

/** Stands for an identifier that the sender left out. @see WAP-192 7.2 */
const UNKNOWN_PUBLIC_ID = 1;

/** Reads the header up to the first token, and says in the place what is wrong with it. */
export function readWbxmlHeader(bytes: WbxmlBytes, place: Place): void {
  const version = bytes.byte();
  if (!VERSIONS.has(version))
    bytes.refuse(`expected version 1.1, 1.2 or 1.3, found 0x${version.toString(16)}`);
  const code = bytes.integer();
  const nameOffset = code === 0 ? bytes.integer() : undefined;
  const charset = bytes.integer();
  if (!READABLE_CHARSETS.has(charset))
    place.refuse('not-utf8', `expected character set UTF-8 (106), found ${charset}`);
  bytes.readStringTable();
  if (!place.sound) return;
  const name = nameOffset === undefined ? undefined : textOf(bytes.tableString(nameOffset));
  if (!isSyncML(code, name))
    place.refuse('wrong-shape', `expected the public identifier of SyncML 1.2, found ${name ?? code}`);
}

function isSyncML(code: number, name: string | undefined): boolean {
  if (code === 0) return name === SYNCML_PUBLIC_ID.text;
  return code === SYNCML_PUBLIC_ID.code || code === UNKNOWN_PUBLIC_ID;
}
