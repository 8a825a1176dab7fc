import type { Attributes, AttributeValue } from '../model/attribute-value';
import type { DataType, MemberRow } from '../tables/onem2m/rows';
import { isObject, type ReadContext, type WireObject, type WireValue } from './context';
import { type Place, shown } from './place';
import { UnencodableError } from './unencodable';
import type { Members } from './vocabulary';

/** The members of an object: known ones by long name, the rest by the name they came with. */
export interface ReadMembers {
  readonly known: Attributes;
  readonly unknown: WireObject;
}

/** Reads a value of a data type of the tables. @see TS-0004 8.4.2 */
export function readValue(
  type: DataType,
  value: WireValue,
  place: Place,
  context: ReadContext,
): AttributeValue | undefined {
  if (value === null) return readNull(type, place, context);
  switch (type.kind) {
    case 'list':
      return readList(type, value, place, context);
    case 'complex':
      return readComplex(type, value, place, context);
    case 'any':
      return value;
    default:
      return readScalar(type, value, place, context);
  }
}

function readNull(type: DataType, place: Place, context: ReadContext): null | undefined {
  if (context.purpose !== 'create') return null;
  return place.refuse('wrong-type', `expected ${type.name}, found null, which only an update may hold`);
}

type ScalarType = Exclude<DataType, { readonly kind: 'list' | 'complex' | 'any' }>;

function readScalar(
  type: ScalarType,
  value: WireValue,
  place: Place,
  context: ReadContext,
): AttributeValue | undefined {
  // m2m:absRelTimestamp is a union with xs:long. @see TS-0004 6.3.3
  if (type.kind === 'timestamp' && Number.isSafeInteger(value)) return String(value);
  if (!isOfKind(type, value))
    return place.refuse('wrong-type', `expected ${type.name}, found ${shown(value)}`);
  if (context.purpose !== 'other' && !isInRange(type, value)) {
    return place.refuse('wrong-type', `expected a value of ${type.name}, found ${shown(value)}`);
  }
  return value;
}

function isOfKind(type: ScalarType, value: WireValue): boolean {
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'integer':
    case 'enumeration':
      return Number.isSafeInteger(value);
    default:
      return typeof value === 'string';
  }
}

/** A URI is not empty and has no white space; else XML could not tell it from its neighbours in a list. @see RFC 3986 2 */
function isInRange(type: ScalarType, value: WireValue): boolean {
  if (typeof value === 'string') return type.kind !== 'uri' || /^\S+$/.test(value);
  if (typeof value !== 'number') return true;
  if (type.kind === 'integer') return value >= (type.minimum ?? Number.NEGATIVE_INFINITY);
  return type.kind !== 'enumeration' || type.values.includes(value);
}

type ListType = Extract<DataType, { readonly kind: 'list' }>;

function readList(
  type: ListType,
  value: WireValue,
  place: Place,
  context: ReadContext,
): AttributeValue | undefined {
  if (!Array.isArray(value))
    return place.refuse('wrong-type', `expected a list (${type.name}), found ${shown(value)}`);
  if (context.purpose !== 'other' && value.length < (type.minimumItems ?? 0)) {
    return place.refuse('wrong-shape', `expected at least ${type.minimumItems} entries of ${type.name}`);
  }
  const inner = context.purpose === 'create' ? context : { ...context, purpose: 'create' as const };
  const entries = context.purpose === 'other' ? context : inner;
  return value.map((entry, index) => readValue(type.of, entry, place.at(index), entries) ?? null);
}

type ComplexType = Extract<DataType, { readonly kind: 'complex' }>;

function readComplex(
  type: ComplexType,
  value: WireValue,
  place: Place,
  context: ReadContext,
): AttributeValue | undefined {
  if (!isObject(value))
    return place.refuse('wrong-type', `expected an object (${type.name}), found ${shown(value)}`);
  const { known, unknown } = readMembers(context.vocabulary.membersOf(type.members), value, place, context);
  const absent = type.members.find((member) => member.required && !(member.name in known));
  if (absent !== undefined && context.purpose !== 'other') {
    return place.at(absent.short).refuse('missing', `${type.name} requires ${absent.name}`);
  }
  return { ...unknown, ...known };
}

export function readMembers(
  members: Members,
  object: WireObject,
  place: Place,
  context: ReadContext,
): ReadMembers {
  const known: [string, AttributeValue][] = [];
  const unknown: [string, WireValue][] = [];
  for (const [short, value] of Object.entries(object)) {
    const row = members.byShort.get(short);
    if (row === undefined) unknown.push([short, value]);
    else known.push([row.name, readMember(row, value, place.at(short), context) ?? null]);
  }
  return { known: Object.fromEntries(known), unknown: Object.fromEntries(unknown) };
}

function readMember(
  row: MemberRow,
  value: WireValue,
  place: Place,
  context: ReadContext,
): AttributeValue | undefined {
  if (row.repeated !== true) refuseTornEntries(row.type, value, place, context);
  if (row.repeated !== true || value === null) return readValue(row.type, value, place, context);
  return readList({ kind: 'list', name: row.type.name, of: row.type }, value, place, context);
}

/**
 * A member of a list type is an xs:list: white space separates its entries in XML, so no entry can be empty or hold any.
 * Elements that are there several times are no such list. @see TS-0004 8.3.1, 8.4.2
 */
function refuseTornEntries(type: DataType, value: WireValue, place: Place, context: ReadContext): void {
  if (context.purpose === 'other' || type.kind !== 'list' || !Array.isArray(value)) return;
  const at = value.findIndex((entry) => typeof entry === 'string' && !/^\S+$/u.test(entry));
  if (at === -1) return;
  place.at(at).refuse('wrong-type', `expected an entry without blanks, found ${shown(value[at] ?? '')}`);
}

/** The reverse of {@link readValue}; trusts that the value is of the type. */
export function writeValue(type: DataType, value: AttributeValue, members: MembersOf): WireValue {
  if (type.kind === 'list' && Array.isArray(value))
    return value.map((entry) => writeValue(type.of, entry, members));
  if (type.kind === 'complex' && isObject(value))
    return writeMembers(members(type.members), value, members, true);
  return value;
}

/** Absent ones may be there as `undefined`: they are not written. */
type MaybeAttributes = { readonly [longName: string]: AttributeValue | undefined };

type MembersOf = (rows: readonly MemberRow[]) => Members;

/** Members under their short names, in the order of the table; `extra` ones, if they may be, follow as they are. */
export function writeMembers(
  members: Members,
  values: MaybeAttributes,
  membersOf: MembersOf,
  extra: boolean,
): WireObject {
  const out: { [short: string]: WireValue } = {};
  for (const row of members.rows) {
    const value = values[row.name];
    if (value !== undefined) out[row.short] = writeMember(row, value, membersOf);
  }
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value === undefined || members.byName.has(name)) continue;
    if (!extra)
      throw new UnencodableError(
        `no table knows "${name}"; put it among the unknown if it is meant to travel`,
      );
    out[name] = value;
  }
  return out;
}

function writeMember(row: MemberRow, value: AttributeValue, membersOf: MembersOf): WireValue {
  if (row.repeated === true && Array.isArray(value))
    return value.map((entry) => writeValue(row.type, entry, membersOf));
  return writeValue(row.type, value, membersOf);
}
