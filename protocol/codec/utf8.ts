import type { Place } from './place';

const STRICT = new TextDecoder('utf-8', { fatal: true });

/** Bytes to text; refuses what is not UTF-8 instead of replacing it. */
export function readUtf8(bytes: Uint8Array, place: Place): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return place.refuse('not-utf8', `expected UTF-8, found other bytes among the ${bytes.length}`);
  }
}
