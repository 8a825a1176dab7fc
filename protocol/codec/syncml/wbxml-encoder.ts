import { UnencodableError } from '../unencodable';
import { isXmlText } from '../xml-characters';
import { WBXML_HEADER } from './wbxml-header';
import { HAS_CONTENT, TOKENS, WBXML } from './wbxml-tokens';
import type { WrittenElement } from './wire-element';

/** An element tree to WBXML 1.2: strings inline, octets opaque, an empty string table. @see WAP-192 5 */
export function writeWbxml(root: WrittenElement): Uint8Array {
  return new WbxmlWriter().document(root);
}

class WbxmlWriter {
  readonly #chunks: Uint8Array[] = [Uint8Array.from(WBXML_HEADER)];
  #page: number = 0;

  document(root: WrittenElement): Uint8Array {
    this.#element(root);
    return Uint8Array.from(Buffer.concat(this.#chunks));
  }

  #element({ name, page, content }: WrittenElement): void {
    const token = TOKENS.get(page)?.get(name);
    if (token === undefined)
      throw new UnencodableError(`WBXML has no token for ${name} on code page ${page}`);
    if (page !== this.#page) this.#put(WBXML.SWITCH_PAGE, page);
    this.#page = page;
    if (content.length === 0) {
      this.#put(token);
      return;
    }
    this.#put(token | HAS_CONTENT);
    this.#content(name, content);
    this.#put(WBXML.END);
  }

  #content(name: string, content: WrittenElement['content']): void {
    if (typeof content === 'string') this.#string(name, content);
    else if (content instanceof Uint8Array) this.#opaque(content);
    else for (const child of content) this.#element(child);
  }

  #string(name: string, text: string): void {
    if (!isXmlText(text)) throw new UnencodableError(`text cannot hold a control character in ${name}`);
    this.#put(WBXML.STRING_INLINE);
    this.#chunks.push(Buffer.from(text));
    this.#put(0);
  }

  #opaque(octets: Uint8Array): void {
    this.#put(WBXML.OPAQUE, ...multiByte(octets.length));
    this.#chunks.push(octets);
  }

  #put(...bytes: readonly number[]): void {
    this.#chunks.push(Uint8Array.from(bytes));
  }
}

/** @see WAP-192 5.1 */
function multiByte(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}
