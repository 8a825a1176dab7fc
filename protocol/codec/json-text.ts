import type { AttributeValue } from '../model/attribute-value';
import type { CodecLimits } from './limits';
import type { Place } from './place';
import { isXmlText } from './xml-characters';

/**
 * JSON text to value, within limits, refusing what `JSON.parse` lets pass: a member name that occurs twice in one object,
 * and a character that no xs:string has. Knows nothing of oneM2M.
 */
export function parseJson(text: string, limits: CodecLimits, place: Place): AttributeValue | undefined {
  const outline = outlineOf(text);
  if (outline.depth > limits.depth) {
    return place.refuse('too-deep', `expected at most ${limits.depth} levels, found ${outline.depth}`);
  }
  if (RAW_FORBIDDEN.test(text)) return place.refuse('syntax', FORBIDDEN_CHARACTER);
  const value = parse(text, place);
  if (value === undefined) return undefined;
  if (ESCAPED.test(text) && !holdsXmlTexts(value)) place.refuse('syntax', FORBIDDEN_CHARACTER);
  const members = countMembers(value, limits, place);
  if (members !== outline.members) {
    place.refuse('repeated', `member name "${repeatedMember(text)}" occurs more than once in one object`);
  }
  return value;
}

const FORBIDDEN_CHARACTER = 'found a control character or half of a pair, which no xs:string can hold';

/** What stands in the text itself: JSON allows the last two, XML none of them. */
const RAW_FORBIDDEN = /[^\t\n\r\x20-\uFFFD]/;
/** Escapes behind which such a character can hide. */
const ESCAPED = /\\[bfu]/;

function holdsXmlTexts(value: AttributeValue): boolean {
  if (typeof value === 'string') return isXmlText(value);
  if (typeof value !== 'object' || value === null) return true;
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return names.every(isXmlText) && Object.values(value).every(holdsXmlTexts);
}

function parse(text: string, place: Place): AttributeValue | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    return place.refuse('syntax', `not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Nesting and number of members as the text has them; exact where the text is JSON, harmless where it is not. */
function outlineOf(text: string): { depth: number; members: number } {
  let deepest = 0;
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === 0x3a) members++;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return { depth: deepest, members };
}

/** Index of the quote that closes the string which opens at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

function countMembers(value: AttributeValue, limits: CodecLimits, place: Place): number {
  if (typeof value !== 'object' || value === null) return 0;
  const entries = Object.values(value);
  if (entries.length > limits.entries) {
    place.refuse(
      'too-large',
      `expected at most ${limits.entries} entries in one list or object, found ${entries.length}`,
    );
  }
  const own = Array.isArray(value) ? 0 : entries.length;
  return entries.reduce((sum: number, entry) => sum + countMembers(entry, limits, place), own);
}

/** The member name that occurs twice, in a text that is JSON and is known to have one. */
function repeatedMember(text: string): string {
  const open: Set<string>[] = [];
  for (const [token, literal] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/gsu)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (literal !== undefined) {
      const name = String(JSON.parse(literal));
      if (open.at(-1)?.has(name)) return name;
      open.at(-1)?.add(name);
    }
  }
  return '';
}
