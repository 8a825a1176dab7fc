/**
 * Makes any string safe to show: what a person cannot see, or what changes how the rest is seen, is spelled out as
 * `\u{202E}`. Knows nothing of markup; escaping comes afterwards.
 */

/**
 * Control characters but tab and line feed, lone surrogates, non-characters, and the marks that reorder or hide text
 * (bidirectional controls, zero-width space, byte order mark). XML 1.0 forbids the first three kinds outright.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function visibleText(text: string): string {
  return text.replace(UNSEEN, spelledOut);
}

/** As visibleText, and on one line. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/\r\n|\r|\n/g, ' ').replace(/\t/g, ' '));
}

function spelledOut(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  return `\\u{${code}}`;
}
