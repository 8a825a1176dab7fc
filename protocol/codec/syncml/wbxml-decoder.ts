import { SYNCML_NAMESPACE } from '../../tables/syncml/identifiers';
import type { CodecLimits } from '../limits';
import type { Place } from '../place';
import { WbxmlBytes } from './wbxml-bytes';
import { readWbxmlHeader } from './wbxml-header';
import { joined, textOf } from './wbxml-text';
import { HAS_ATTRIBUTES, HAS_CONTENT, TAGS, type Tag, WBXML } from './wbxml-tokens';
import type { WireElement } from './wire-element';

interface OpenElement {
  readonly tag: Tag;
  readonly children: WireElement[];
  readonly pieces: Uint8Array[];
}

/**
 * WBXML to an element tree, within limits: strings inline and from the table, opaque data, character entities, changes of
 * the code page. Attributes, extensions and processing instructions are refused, for SyncML has none. @see WAP-192 5
 */
export function parseWbxml(bytes: Uint8Array, limits: CodecLimits, place: Place): WireElement | undefined {
  if (bytes.length > limits.bytes)
    return place.refuse('too-large', `expected at most ${limits.bytes} bytes, found ${bytes.length}`);
  const input = new WbxmlBytes(bytes, limits, place);
  readWbxmlHeader(input, place);
  return new WbxmlTree(input, limits, place).read();
}

class WbxmlTree {
  readonly #input: WbxmlBytes;
  readonly #limits: CodecLimits;
  readonly #place: Place;
  readonly #open: OpenElement[] = [];
  #page: ReadonlyMap<number, Tag> | undefined = TAGS.get(0);
  #root: WireElement | undefined;

  constructor(input: WbxmlBytes, limits: CodecLimits, place: Place) {
    this.#input = input;
    this.#limits = limits;
    this.#place = place;
  }

  read(): WireElement | undefined {
    while (this.#place.sound && this.#root === undefined) this.#token(this.#input.byte());
    if (this.#place.sound && !this.#input.atEnd) this.#input.refuse('found bytes behind the root element');
    return this.#place.sound ? this.#root : undefined;
  }

  #token(token: number): void {
    if (token === WBXML.SWITCH_PAGE) this.#switchPage(this.#input.byte());
    else if (token === WBXML.END) this.#end();
    else if (token === WBXML.STRING_INLINE) this.#text(this.#input.inlineString());
    else if (token === WBXML.STRING_TABLE) this.#text(this.#input.tableString(this.#input.integer()));
    else if (token === WBXML.OPAQUE) this.#text(this.#input.take(this.#input.integer()));
    else if (token === WBXML.ENTITY) this.#text(this.#character(this.#input.integer()));
    else this.#begin(token);
  }

  #switchPage(page: number): void {
    this.#page = TAGS.get(page);
    if (this.#page === undefined) this.#input.refuse(`expected code page 0 or 1, found ${page}`);
  }

  #character(code: number): Uint8Array {
    const isScalar = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (!isScalar) this.#input.refuse(`found an entity of ${code}, which is no character`);
    return Buffer.from(isScalar ? String.fromCodePoint(code) : '');
  }

  #text(piece: Uint8Array): void {
    const element = this.#open.at(-1);
    if (element === undefined) this.#input.refuse('found text outside of the root element');
    else element.pieces.push(piece);
  }

  #begin(token: number): void {
    const identity = token & 0x3f;
    const tag = identity === WBXML.LITERAL ? this.#literal() : this.#page?.get(identity);
    if (tag === undefined || token & HAS_ATTRIBUTES) {
      this.#input.refuse(`found token 0x${token.toString(16)}, which SyncML does not have here`);
      return;
    }
    if (this.#open.length >= this.#limits.depth)
      this.#place.refuse('too-deep', `expected at most ${this.#limits.depth} levels of elements`);
    this.#open.push({ tag, children: [], pieces: [] });
    if ((token & HAS_CONTENT) === 0) this.#end();
  }

  /** An element that has no token; it is in no namespace that is known for it but that of the message. */
  #literal(): Tag | undefined {
    const name = textOf(this.#input.tableString(this.#input.integer()));
    return name === undefined || name === '' ? undefined : { name, namespace: SYNCML_NAMESPACE };
  }

  #end(): void {
    const element = this.#open.pop();
    if (element === undefined) {
      this.#input.refuse('found the end of an element, and none is open');
      return;
    }
    const parent = this.#open.at(-1);
    const closed = closedElement(element);
    if (parent === undefined) this.#root = closed;
    else parent.children.push(closed);
    if ((parent?.children.length ?? 0) > this.#limits.entries)
      this.#place.refuse('too-large', `expected at most ${this.#limits.entries} elements in one`);
  }
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function closedElement({ tag, children, pieces }: OpenElement): WireElement {
  const octets = joined(pieces);
  const text = octets.length === 0 ? '' : textOf(octets);
  const named = {
    prefix: '',
    localName: tag.name,
    namespace: tag.namespace,
    attributes: NO_ATTRIBUTES,
    children,
  };
  // A copy, so that a short value does not keep the whole document in memory.
  return text === undefined ? { ...named, text: '', octets: Uint8Array.from(octets) } : { ...named, text };
}
