import { METINF_NAMESPACE } from '../../tables/syncml/identifiers';
import { type Place, shown } from '../place';
import type { WireElement } from './wire-element';

/** Without a namespace as well, for some peers leave it out; a version is judged where VerDTD is. */
const SYNCML = /^(?:SYNCML:SYNCML1\.\d)?$/iu;

/**
 * Looks for the children of one element by name, in any order. Elements that it is not asked for, and those of other
 * namespaces, are passed over: what a peer adds does no harm. @see RepPro DTD
 */
export class ElementReader {
  readonly name: string;
  readonly place: Place;
  readonly #element: WireElement;

  constructor(element: WireElement, place: Place) {
    this.name = element.localName;
    this.place = place;
    this.#element = element;
  }

  /** Every child in the order of the message, those of other namespaces too. */
  children(): ElementReader[] {
    return this.#element.children.map(
      (child, index) => new ElementReader(child, this.place.at(`${child.localName}#${index + 1}`)),
    );
  }

  get isSyncML(): boolean {
    return isSyncML(this.#element);
  }

  /** Whether there is anything but white space beside the children. */
  get hasLooseText(): boolean {
    return this.looseWord !== '' || this.#element.octets !== undefined;
  }

  all(name: string): ElementReader[] {
    return this.#named(name).map((child, index) => new ElementReader(child, this.place.at(name).at(index)));
  }

  one(name: string): ElementReader | undefined {
    const [first, second] = this.#named(name);
    if (second !== undefined) this.place.refuse('repeated', `expected one ${name}, found several`);
    return first === undefined ? undefined : new ElementReader(first, this.place.at(name));
  }

  need(name: string): ElementReader | undefined {
    return this.one(name) ?? this.place.at(name).refuse('missing', `expected ${name}, found none`);
  }

  has(name: string): boolean {
    return this.one(name) !== undefined;
  }

  /** The content as it is: text, or octets that are none. */
  get data(): string | Uint8Array | undefined {
    if (this.#element.children.length === 0) return this.#element.octets ?? this.#element.text;
    return this.place.refuse('wrong-shape', 'expected text (markup in CDATA or escaped), found elements');
  }

  /** The content as text with its white space. */
  get text(): string | undefined {
    const { data } = this;
    if (typeof data !== 'object') return data;
    return this.place.refuse('wrong-type', `expected text, found ${data.length} octets that are none`);
  }

  /** The text between the first and the last character that is no white space. */
  get word(): string | undefined {
    return this.text?.trim();
  }

  /** The text that stands beside the children. */
  get looseWord(): string {
    return this.#element.text.trim();
  }

  get number(): number | undefined {
    const word = this.word;
    if (word === undefined) return undefined;
    if (/^\d{1,15}$/u.test(word)) return Number(word);
    return this.place.refuse('wrong-type', `expected a number from 0, found ${shown(word)}`);
  }

  get positive(): number | undefined {
    const { number } = this;
    return number === 0 ? this.place.refuse('wrong-type', 'expected a number from 1, found 0') : number;
  }

  #named(name: string): WireElement[] {
    return this.#element.children.filter((child) => child.localName === name && isSyncML(child));
  }
}

export function isSyncMLNamespace(namespace: string): boolean {
  return SYNCML.test(namespace);
}

function isSyncML(element: WireElement): boolean {
  return isSyncMLNamespace(element.namespace) || element.namespace === METINF_NAMESPACE;
}

/** An object of the parts that are there. */
export function present<T extends object>(parts: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> {
  const there: Partial<T> = {};
  for (const key in parts) {
    const value = parts[key];
    if (value !== undefined) there[key] = value;
  }
  return there;
}
