/**
 * The characters of XML 1.0, which are those that an xs:string may hold, whatever serialization carries it: what came in
 * as JSON must be able to go out as XML. @see TS-0004 8.3.1, 8.4.2
 */
const FORBIDDEN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Whether XML 1.0 can carry the text, be it as a reference. */
export function isXmlText(text: string): boolean {
  return !FORBIDDEN.test(text);
}
