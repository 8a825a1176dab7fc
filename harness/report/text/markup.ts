import { visibleText } from './visible-text';

/**
 * HTML, SVG and XML that is escaped by construction: whatever stands in `${}` becomes text, except what this template
 * made itself. The same escapes are right in element content and in quoted attributes of all three languages.
 */

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of finished markup. Its constructor stays in this file, so that no other text can pass for one. */
class Piece {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Markup = Piece;

/** What may stand in `${}`; `undefined` and `false` stand for nothing. */
export type MarkupPart = Markup | string | number | undefined | false | readonly MarkupPart[];

/** Line breaks in the template keep no indentation. */
export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  let text = outdented(strings[0] ?? '');
  parts.forEach((part, index) => {
    text += written(part) + outdented(strings[index + 1] ?? '');
  });
  return new Piece(text);
}

/** Takes over text of our own as it stands: the script and the style sheet of the page. Never for anything received. */
export function ownMarkup(text: string): Markup {
  return new Piece(text);
}

function outdented(literal: string): string {
  return literal.replace(/\n\s+/g, '\n');
}

function written(part: MarkupPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Piece) return part.toString();
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
