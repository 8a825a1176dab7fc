import type { CodecLimits } from './limits';
import type { Place } from './place';
import { isXmlText } from './xml-characters';
import { readReferences } from './xml-references';

/** One piece of markup or text, with references resolved. Comments and processing instructions leave none. */
export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.\-\u00B7]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.\-\u00B7]*)?`;
const DECLARATION =
  /^\uFEFF?<\?xml\s+version\s*=\s*["']1\.\d["'](?:\s+encoding\s*=\s*["'](?<encoding>[\w.-]+)["'])?[^?<>]*\?>/u;
const OPEN = new RegExp(`<(${NAME})`, 'uy');
const ATTRIBUTE = new RegExp(String.raw`\s+(${NAME})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')`, 'uy');
const OPEN_END = /\s*(\/?)>/uy;
const CLOSE = new RegExp(String.raw`</(${NAME})\s*>`, 'uy');
const DOCTYPE = new RegExp(String.raw`<!DOCTYPE\s+${NAME}\s*>`, 'uy');

/**
 * XML text to tokens, strict where XML 1.0 is: xmlbuilder2 reads documents that are not well formed without complaint,
 * so it only writes here. Nothing is expanded but the five predefined entities and character references; a document
 * type that declares or imports anything is refused. Nesting is not checked here.
 */
export class XmlText {
  readonly #text: string;
  readonly #place: Place;
  readonly #limits: CodecLimits;
  #at = 0;
  /** Whether the tag that was opened last closes itself. */
  #isEmpty = false;

  constructor(text: string, limits: CodecLimits, place: Place) {
    this.#text = text.replace(/\r\n?/gu, '\n');
    this.#limits = limits;
    this.#place = place;
  }

  /** All tokens in order; ends early, with a refusal, where the text stops being XML. */
  *tokens(): Generator<XmlToken> {
    if (!isXmlText(this.#text)) this.#fail('found a character that XML forbids');
    this.#declaration();
    while (this.#place.sound && this.#at < this.#text.length) {
      const token = this.#next();
      if (token === undefined) continue;
      yield token;
      if (token.kind === 'open' && this.#isEmpty) yield { kind: 'close', name: token.name };
    }
  }

  #declaration(): void {
    const match = DECLARATION.exec(this.#text);
    if (match === null) {
      if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
      return;
    }
    this.#at = match[0].length;
    const encoding = match.groups?.['encoding'] ?? 'UTF-8';
    if (!/^utf-?8$/iu.test(encoding))
      this.#place.refuse('not-utf8', `expected encoding UTF-8, found ${encoding}`);
  }

  /** None where it is markup without content. */
  #next(): XmlToken | undefined {
    if (this.#text[this.#at] !== '<') return this.#characters();
    if (this.#looksAt('</')) return this.#close();
    if (this.#looksAt('<![CDATA[')) return { kind: 'text', text: this.#upTo('<![CDATA[', ']]>') };
    if (this.#looksAt('<!--')) return this.#comment();
    if (this.#looksAt('<?')) return this.#instruction();
    if (this.#looksAt('<!')) return this.#documentType();
    return this.#open();
  }

  #characters(): XmlToken {
    const end = this.#text.indexOf('<', this.#at);
    const raw = this.#text.slice(this.#at, end === -1 ? undefined : end);
    this.#at += raw.length;
    if (raw.includes(']]>')) this.#fail('found ]]> outside of a CDATA section');
    return { kind: 'text', text: readReferences(raw, this.#place) };
  }

  #close(): XmlToken | undefined {
    const name = this.#take(CLOSE)?.[1];
    return name === undefined ? this.#fail('expected an end tag') : { kind: 'close', name };
  }

  #open(): XmlToken | undefined {
    const name = this.#take(OPEN)?.[1];
    if (name === undefined) return this.#fail('expected a tag');
    const attributes = this.#attributes();
    const end = this.#take(OPEN_END);
    if (end === undefined) return this.#fail(`expected the end of tag <${name}>`);
    this.#isEmpty = end[1] === '/';
    return { kind: 'open', name, attributes };
  }

  #attributes(): Map<string, string> {
    const attributes = new Map<string, string>();
    for (let match = this.#take(ATTRIBUTE); match !== undefined; match = this.#take(ATTRIBUTE)) {
      const [, name = '', double, single] = match;
      const value = (double ?? single ?? '').replace(/[\t\n]/gu, ' ');
      if (attributes.has(name)) this.#place.refuse('repeated', `attribute ${name} occurs twice in one tag`);
      if (attributes.size >= this.#limits.entries) this.#fail('too many attributes');
      attributes.set(name, readReferences(value, this.#place));
      if (!this.#place.sound) break;
    }
    return attributes;
  }

  #comment(): undefined {
    if (this.#upTo('<!--', '-->').includes('--')) this.#fail('found -- inside of a comment');
  }

  #instruction(): undefined {
    if (/^xml(?:\s|$)/iu.test(this.#upTo('<?', '?>')))
      this.#fail('found an XML declaration behind the beginning');
  }

  #documentType(): undefined {
    if (this.#take(DOCTYPE) !== undefined) return;
    const declared = this.#looksAt('<!DOCTYPE');
    if (declared)
      this.#place.refuse('entities', 'a document type with declarations or an external subset is refused');
    else this.#fail('found unknown markup');
  }

  /** What stands between the two marks; refuses where the second is missing. */
  #upTo(start: string, end: string): string {
    const from = this.#at + start.length;
    const to = this.#text.indexOf(end, from);
    if (to === -1) {
      this.#fail(`expected ${end}`);
      return '';
    }
    this.#at = to + end.length;
    return this.#text.slice(from, to);
  }

  #looksAt(mark: string): boolean {
    return this.#text.startsWith(mark, this.#at);
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text) ?? undefined;
    if (match !== undefined) this.#at = pattern.lastIndex;
    return match;
  }

  #fail(what: string): undefined {
    const line = this.#text.slice(0, this.#at).split('\n').length;
    this.#place.refuse('syntax', `not XML in line ${line}: ${what}`);
  }
}
