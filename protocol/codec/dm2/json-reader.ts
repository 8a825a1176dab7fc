import type { AttributeValue } from '../../model/attribute-value';
import type { Decoded } from '../../model/decoded';
import { parseJson } from '../json-text';
import { type CodecLimits, DEFAULT_LIMITS } from '../limits';
import { Place, shown } from '../place';
import { readUtf8 } from '../utf8';

/**
 * One JSON object of a message, asked for its members by name. What it is not asked for is passed over; a member of another
 * type than expected is refused. It knows no message. @see dm2.md 3.1
 */
export class ObjectReader {
  readonly place: Place;
  readonly #members: ReadonlyMap<string, AttributeValue>;

  constructor(value: AttributeValue, place: Place) {
    this.place = place;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) place.refuse('wrong-type', `expected an object, found ${shown(value)}`);
    this.#members = new Map(isObject ? Object.entries(value) : []);
  }

  /** Every member in the order of the message. */
  entries(): readonly (readonly [name: string, value: AttributeValue])[] {
    return [...this.#members];
  }

  text(name: string): string | undefined {
    const value = this.#members.get(name);
    if (value === undefined || typeof value === 'string') return value;
    return this.#unexpected('a text', name, value);
  }

  /** Empty text is none. */
  needText(name: string): string {
    const text = this.text(name);
    if (text === undefined) this.#missing(name);
    else if (text === '') this.#unexpected('a text that is not empty', name, text);
    return text ?? '';
  }

  wholeNumber(name: string, [minimum, maximum]: readonly [number, number]): number | undefined {
    const value = this.#members.get(name);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
      return value;
    return this.#unexpected(`a whole number from ${minimum} to ${maximum}`, name, value);
  }

  needWholeNumber(name: string, range: readonly [number, number]): number {
    const number = this.wholeNumber(name, range);
    if (number === undefined) this.#missing(name);
    return number ?? range[0];
  }

  flag(name: string): boolean | undefined {
    const value = this.#members.get(name);
    if (value === undefined || typeof value === 'boolean') return value;
    return this.#unexpected('true or false', name, value);
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    const text = this.text(name);
    const known = values.find((value) => value === text);
    if (text !== undefined && known === undefined) this.#unexpected(values.join(' or '), name, text);
    return known;
  }

  needOneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    if (!this.#members.has(name)) this.#missing(name);
    return this.oneOf(name, values);
  }

  object(name: string): ObjectReader | undefined {
    const value = this.#members.get(name);
    return value === undefined ? undefined : new ObjectReader(value, this.place.at(name));
  }

  needObject(name: string): ObjectReader {
    return this.object(name) ?? new ObjectReader({}, this.#missing(name));
  }

  /** Absent where there is no such member. */
  list(name: string): ListReader | undefined {
    const value = this.#members.get(name);
    return value === undefined ? undefined : new ListReader(value, this.place.at(name));
  }

  needList(name: string): ListReader {
    return this.list(name) ?? new ListReader([], this.#missing(name));
  }

  #missing(name: string): Place {
    const place = this.place.at(name);
    place.refuse('missing', `expected ${name}, found none`);
    return place;
  }

  #unexpected(expected: string, name: string, value: AttributeValue): undefined {
    return this.place.at(name).refuse('wrong-type', `expected ${expected}, found ${shown(value)}`);
  }
}

/** One JSON list of a message. */
export class ListReader {
  readonly place: Place;
  readonly #entries: readonly AttributeValue[];

  constructor(value: AttributeValue, place: Place) {
    this.place = place;
    if (!Array.isArray(value)) place.refuse('wrong-type', `expected a list, found ${shown(value)}`);
    this.#entries = Array.isArray(value) ? value : [];
  }

  get length(): number {
    return this.#entries.length;
  }

  objects(): ObjectReader[] {
    return this.#entries.map((entry, index) => new ObjectReader(entry, this.place.at(index)));
  }

  lists(): ListReader[] {
    return this.#entries.map((entry, index) => new ListReader(entry, this.place.at(index)));
  }

  texts(): string[] {
    return this.#entries.map((entry, index) => {
      if (typeof entry === 'string') return entry;
      this.place.at(index).refuse('wrong-type', `expected a text, found ${shown(entry)}`);
      return '';
    });
  }
}

/** A whole message, as octets or as text. `read` is not asked where it is no JSON. */
export function decodeJson<T>(
  source: Uint8Array | string,
  { name, limits = DEFAULT_LIMITS }: { readonly name: string; readonly limits?: CodecLimits },
  read: (value: AttributeValue, place: Place) => T | undefined,
): Decoded<T> {
  const place = new Place(name);
  if (source.length > limits.bytes) place.refuse('too-large', `expected at most ${limits.bytes} octets`);
  const text = place.sound ? textOf(source, place) : undefined;
  const value = text === undefined ? undefined : parseJson(text, limits, place);
  return place.outcome(value === undefined || !place.sound ? undefined : read(value, place));
}

function textOf(source: Uint8Array | string, place: Place): string | undefined {
  return typeof source === 'string' ? source : readUtf8(source, place);
}
