import { isXmlText } from '../xml-characters';

/** What stood in one element, piece by piece: strings, opaque data and characters, which are one value together. */

/** A byte order mark is a character of the text here, since the value must stay what it was. */
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const NOTHING = new Uint8Array();

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first = NOTHING, second] = pieces;
  return second === undefined ? first : Buffer.concat(pieces);
}

/** The text, where it is UTF-8 that XML could carry as well. */
export function textOf(octets: Uint8Array): string | undefined {
  try {
    const text = STRICT.decode(octets);
    return isXmlText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
