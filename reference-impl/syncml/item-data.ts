import { type ItemData, octetsOf } from '../../protocol/model/syncml-item';

/** The data of a large object as it is cut into parts and put together again. @see DM_Protocol 2.2 */

/** The longest beginning that fits, at least `shortest` units of it; none where not even that fits. */
export function beginningOf(
  data: ItemData,
  shortest: number,
  fits: (part: ItemData) => boolean,
): ItemData | undefined {
  let [low, high] = [shortest, data.length - 1];
  let longest: ItemData | undefined;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const part = data.slice(0, wholeCharacters(data, middle));
    if (part.length > 0 && fits(part)) [longest, low] = [part, middle + 1];
    else high = middle - 1;
  }
  return longest;
}

/** Half of a character outside of the basic plane would be none. */
function wholeCharacters(data: ItemData, length: number): number {
  if (typeof data !== 'string') return length;
  const code = data.charCodeAt(length - 1);
  return code >= 0xd800 && code <= 0xdbff ? length - 1 : length;
}

/** Text where the whole is text: a part may have ended inside of a character. */
export function joinedData(parts: readonly ItemData[]): ItemData {
  const texts = parts.filter((part) => typeof part === 'string');
  if (texts.length === parts.length) return texts.join('');
  const octets = Buffer.concat(parts.map(octetsOf));
  const text = octets.toString('utf8');
  return Buffer.from(text).equals(octets) ? text : Uint8Array.from(octets);
}
