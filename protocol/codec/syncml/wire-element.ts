import { UnencodableError } from '../unencodable';
import type { XmlElement } from '../xml-tree';

/** What both serializations are read to: an element of XML, whose text may be octets where WBXML carried such. */
export interface WireElement extends XmlElement {
  readonly children: readonly WireElement[];
  /** Only where the content is not text that XML could carry; `text` is empty then. */
  readonly octets?: Uint8Array;
}

/** What both serializations are written from, in the order of the DTD. */
export interface WrittenElement {
  readonly name: string;
  readonly page: 0 | 1;
  readonly content: string | Uint8Array | readonly WrittenElement[];
}

/** An element of SyncML itself. */
export function element(name: string, content: WrittenElement['content']): WrittenElement {
  return { name, page: 0, content };
}

/** An element of the meta information. */
export function metaElement(name: string, content: WrittenElement['content']): WrittenElement {
  return { name, page: 1, content };
}

/** The element, where there is something to write. */
export function optional<T>(value: T | undefined, write: (value: T) => WrittenElement): WrittenElement[] {
  return value === undefined ? [] : [write(value)];
}

/** A number as both serializations have it. */
export function numberText(name: string, value: number): string {
  if (Number.isSafeInteger(value) && value >= 0) return String(value);
  throw new UnencodableError(`expected a whole number from 0 in ${name}, found ${value}`);
}
