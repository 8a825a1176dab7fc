import type { AttributeValue } from '../model/attribute-value';
import { type Place, shown } from './place';

/** The members of a trigger, read one by one; a wrong one is refused at its place, and a stand-in goes on. */
export type Fields = { readonly [name: string]: AttributeValue };

export function readTexts(fields: Fields, name: string, place: Place): readonly string[] {
  const inside = place.at(name);
  return readList(fields[name], inside).map((text, at) => readText(text, inside.at(at)));
}

export function readText(value: AttributeValue | undefined, place: Place): string {
  if (typeof value === 'string' && value !== '') return value;
  place.refuse('wrong-type', `expected a text that is not empty, found ${shown(value)}`);
  return '';
}

/** A list that is left out is empty. */
export function readList(value: AttributeValue | undefined, place: Place): readonly AttributeValue[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined) place.refuse('wrong-type', `expected a list, found ${shown(value)}`);
  return [];
}

export function readObject(value: AttributeValue | undefined, place: Place): Fields | undefined {
  if (isFields(value)) return value;
  return place.refuse('wrong-type', `expected an object, found ${shown(value)}`);
}

function isFields(value: AttributeValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
