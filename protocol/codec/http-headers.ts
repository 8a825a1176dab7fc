import type { Attributes, AttributeValue } from '../model/attribute-value';
import type { DataType, HttpMapping } from '../tables/onem2m/rows';
import type { ReadContext, WireValue } from './context';
import type { Place } from './place';
import { scalarFromText } from './scalar-text';
import { UnencodableError } from './unencodable';
import { readValue } from './wire-value';

/** A row of either parameter table, as far as the binding needs it. */
export interface HttpRow {
  readonly parameter: string;
  readonly type: DataType;
  readonly http: HttpMapping;
}

const LIST_SEPARATOR = '+';

/** The parameters that travel in headers, by name. Headers that no row names are passed over. @see TS-0009 6.4 */
export function readHeaders(
  rows: readonly HttpRow[],
  headers: Headers,
  place: Place,
  context: ReadContext,
): Attributes {
  const values: { [parameter: string]: AttributeValue } = {};
  for (const { parameter, type, http } of rows) {
    if (http.in !== 'header' || type.kind === 'complex') continue;
    const inside = place.at(http.name);
    const text = readHeader(headers, http.name, inside, context);
    if (text === undefined) continue;
    const value = readValue(type, valueFromText(type, text), inside, context);
    if (value !== undefined) values[parameter] = value;
  }
  return values;
}

export function readHeader(
  headers: Headers,
  name: string,
  place: Place,
  context: ReadContext,
): string | undefined {
  const text = headers.get(name);
  if (text === null) return undefined;
  const { headerLength } = context.limits;
  if (text.length > headerLength)
    return place.refuse('too-large', `expected at most ${headerLength} characters`);
  return text;
}

function valueFromText(type: DataType, text: string): WireValue {
  if (type.kind !== 'list') return scalarFromText(type, text);
  return splitList(text, LIST_SEPARATOR).map((entry) => scalarFromText(type.of, entry));
}

export function writeHeaders(
  rows: readonly HttpRow[],
  values: { readonly [name: string]: unknown },
  headers: Headers,
): void {
  for (const { parameter, type, http } of rows) {
    const value = values[parameter];
    if (http.in !== 'header' || type.kind === 'complex' || value === undefined || value === '') continue;
    const text = Array.isArray(value) ? joinList(value, LIST_SEPARATOR, http.name) : String(value);
    writeHeader(headers, http.name, text);
  }
}

/** Sets one header; refuses what would break out of it or be lost in it. */
export function writeHeader(headers: Headers, name: string, text: string): void {
  if (!/^(?:[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)?$/u.test(text)) {
    throw new UnencodableError(
      `header ${name} can carry printable ASCII only, found ${JSON.stringify(text)}`,
    );
  }
  headers.set(name, text);
}

export function joinList(entries: readonly unknown[], separator: string, where: string): string {
  const texts = entries.map(String);
  const bad = texts.find((text) => text === '' || text.includes(separator));
  if (bad === undefined) return texts.join(separator);
  throw new UnencodableError(`${where} cannot carry "${bad}" in a list joined with ${separator}`);
}

export function splitList(text: string, separator: string): string[] {
  if (text.trim() === '') return [];
  return text.split(separator).map((entry) => entry.trim());
}
