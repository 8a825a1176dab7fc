import type { Attributes, AttributeValue } from '../model/attribute-value';
import { ATTRIBUTE_QUERY_PREFIXES, FILTER_CRITERIA } from '../tables/onem2m/filter-criteria';
import type { DataType, MemberRow } from '../tables/onem2m/rows';
import { isObject, type ReadContext, type WireValue } from './context';
import type { HttpRow } from './http-headers';
import type { Place } from './place';
import { scalarFromText } from './scalar-text';
import type { Vocabulary } from './vocabulary';
import { readValue } from './wire-value';
import { isXmlText } from './xml-characters';

const SEPARATOR = '+';

/** What the query says: parameters by name, Filter Criteria among them. */
export interface QueryParameters {
  readonly parameters: Attributes;
  readonly conditions: Attributes;
}

/**
 * Reads the query of a request. Lists are joined with `+` or come as repeated arguments; any other argument that
 * repeats, and any that neither the parameters nor the conditions nor the attributes know, is refused.
 * @see TS-0009 6.2.2.2
 */
export function readQuery(search: string, place: Place, context: ReadContext): QueryParameters {
  const parameters: [string, AttributeValue][] = [];
  const conditions: [string, AttributeValue][] = [];
  for (const [name, texts] of argumentsOf(search, place)) {
    const inside = place.at(name);
    const row = context.vocabulary.requestParameters.find(
      ({ http }) => http.in === 'query' && http.name === name,
    );
    const member = row === undefined ? conditionNamed(name) : undefined;
    if (row !== undefined) keep(parameters, row.parameter, readArgument(row.type, texts, inside, context));
    else if (member !== undefined)
      keep(conditions, member.name, readCondition(member, texts, inside, context));
    else readAttributeCondition(name, texts, conditions, { place: inside, vocabulary: context.vocabulary });
  }
  return { parameters: Object.fromEntries(parameters), conditions: Object.fromEntries(conditions) };
}

function keep(entries: [string, AttributeValue][], name: string, value: AttributeValue | undefined): void {
  if (value !== undefined) entries.push([name, value]);
}

/** Argument names with their undecoded values, repeated ones together. */
function argumentsOf(search: string, place: Place): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const pair of search.replace(/^\?/u, '').split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = percentDecode(at === -1 ? pair : pair.slice(0, at), place) ?? '';
    found.set(name, [...(found.get(name) ?? []), at === -1 ? '' : pair.slice(at + 1)]);
  }
  return found;
}

function percentDecode(text: string, place: Place): string | undefined {
  const decoded = decodeOrNothing(text);
  if (decoded === undefined) return place.refuse('not-utf8', 'expected percent-encoded UTF-8');
  return isXmlText(decoded) ? decoded : place.refuse('syntax', 'found a control character');
}

function decodeOrNothing(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function conditionNamed(short: string): MemberRow | undefined {
  return FILTER_CRITERIA.find((row) => row.short === short && !isAttributeCondition(row));
}

/** These have no argument of their own: the attribute's name is the argument. */
function isAttributeCondition(row: MemberRow): boolean {
  return Object.hasOwn(ATTRIBUTE_QUERY_PREFIXES, row.name);
}

function readCondition(
  row: MemberRow,
  texts: string[],
  place: Place,
  context: ReadContext,
): AttributeValue | undefined {
  const type: DataType =
    row.repeated === true ? { kind: 'list', name: row.type.name, of: row.type } : row.type;
  return readArgument(type, texts, place, context);
}

function readArgument(
  type: DataType,
  texts: readonly string[],
  place: Place,
  context: ReadContext,
): AttributeValue | undefined {
  if (type.kind === 'list') {
    const entries = texts.flatMap((text) => (text === '' ? [] : text.split(SEPARATOR)));
    const values = entries.map((entry) => scalarFromText(type.of, percentDecode(entry, place) ?? ''));
    return readValue(type, values, place, context);
  }
  const [text = '', ...others] = texts;
  if (others.length > 0)
    return place.refuse('repeated', `expected this argument once, found it ${texts.length} times`);
  const scalar = type.kind === 'complex' ? type.members[0]?.type : type;
  const value: WireValue =
    scalar === undefined ? text : scalarFromText(scalar, percentDecode(text, place) ?? '');
  return readValue(scalar ?? type, value, place, context);
}

interface AttributeConditionContext {
  readonly place: Place;
  readonly vocabulary: Vocabulary;
}

function readAttributeCondition(
  name: string,
  texts: readonly string[],
  conditions: [string, AttributeValue][],
  { place, vocabulary }: AttributeConditionContext,
): void {
  for (const [condition, prefix] of Object.entries(ATTRIBUTE_QUERY_PREFIXES)) {
    const attribute = name.slice(prefix.length);
    if (!name.startsWith(prefix) || !vocabulary.isAttributeShort(attribute)) continue;
    const pairs = texts.map((text) => ({ name: attribute, value: percentDecode(text, place) ?? '' }));
    const known = conditions.find(([other]) => other === condition);
    if (known === undefined) conditions.push([condition, pairs]);
    else known[1] = [...(Array.isArray(known[1]) ? known[1] : []), ...pairs];
    return;
  }
  place.refuse('unknown-parameter', 'no parameter, condition or attribute has this name');
}

/** Writes parameters and conditions in the order of the tables, each percent-encoded so that only separators are bare. */
export function writeQuery(rows: readonly HttpRow[], parameters: Attributes, conditions: Attributes): string {
  const pairs: string[] = [];
  for (const { parameter, type, http } of rows) {
    const value = parameters[parameter];
    if (http.in === 'query' && value !== undefined)
      pairs.push(writeArgument(http.name, scalarOf(type, value)));
    if (http.in === 'filter') pairs.push(...writeConditions(conditions));
  }
  return pairs.join('&');
}

/** Of a complex parameter only the first member is an argument. */
function scalarOf(type: DataType, value: AttributeValue): AttributeValue {
  if (type.kind !== 'complex' || !isObject(value)) return value;
  return value[type.members[0]?.name ?? ''] ?? null;
}

function writeConditions(conditions: Attributes): string[] {
  return FILTER_CRITERIA.flatMap((row) => {
    const value = conditions[row.name];
    if (value === undefined) return [];
    if (!isAttributeCondition(row)) return [writeArgument(row.short, value)];
    const prefix = Object.entries(ATTRIBUTE_QUERY_PREFIXES).find(([name]) => name === row.name)?.[1] ?? '';
    const pairs = Array.isArray(value) ? value.filter(isObject) : [];
    return pairs.map((pair) => writeArgument(`${prefix}${pair['name']}`, pair['value'] ?? ''));
  });
}

export function writeArgument(name: string, value: AttributeValue): string {
  const entries: readonly AttributeValue[] = Array.isArray(value) ? value : [value];
  return `${percentEncode(name)}=${entries.map((entry) => percentEncode(String(entry))).join(SEPARATOR)}`;
}

/** Leaves what RFC 3986 allows in a query, but for the separators `&`, `=` and `+`. */
function percentEncode(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(wellFormed).replace(/%(?:24|2C|2F|3A|3B|3F|40)/gu, decodeURIComponent);
}
