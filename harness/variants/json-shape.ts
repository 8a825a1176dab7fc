export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object of a JSON value as `change` has it, the inner ones first. */
export function everyObject(value: unknown, change: (object: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => everyObject(one, change));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, inner]) => [name, everyObject(inner, change)]);
  return change(Object.fromEntries(members));
}

/** The members of an object from the last to the first; the order of JSON members means nothing. @see RFC 8259 4 */
export function reversed(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).reverse());
}

/** On many lines, with the escapes that JSON allows and nobody needs. @see RFC 8259 2, 7 */
export function spacedOut(text: string): string {
  return JSON.stringify(JSON.parse(text), null, '\t').replaceAll('/', '\\/').replaceAll('m', '\\u006d');
}
