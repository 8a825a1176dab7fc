import type { DataType, MemberRow } from '../tables/onem2m/rows';
import type { ReadContext, WireObject, WireValue } from './context';
import type { Place } from './place';
import { scalarFromText } from './scalar-text';
import type { Members } from './vocabulary';
import { isOneM2M, misusedPrefix, wireName } from './xml-namespaces';
import { elementType } from './xml-schema';
import type { XmlElement } from './xml-tree';

/** The members found so far; those that have become lists are in `lists` as well, where they can grow. */
interface Found {
  readonly values: Map<string, WireValue>;
  readonly lists: Map<string, WireValue[]>;
}

/** The member that holds the text of an element which has XML attributes too. @see TS-0004 8.4.2 */
const TEXT_MEMBER = 'val';

/**
 * Translates elements into what JSON would have in their place, as far as their data types say how: lists from
 * white-space separated text, numbers and booleans from text, repeated elements into one list. Types are not checked
 * here; text that is no value of its type stays text. @see TS-0004 8.3.1, 8.4.2
 */
export class XmlReader {
  readonly #context: ReadContext;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  /** The content that an element is the root of: an object with one member. */
  content(element: XmlElement, place: Place): WireObject {
    const name = wireName(element);
    refuseMisusedPrefix(element, place.at(name));
    return { [name]: this.value(element, elementType(name, this.#context.vocabulary), place.at(name)) };
  }

  value(element: XmlElement, type: DataType | undefined, place: Place): WireValue {
    if (type?.kind === 'complex') return this.#object(element, type.members, place);
    if (element.children.length > 0 || element.attributes.size > 0) return this.#object(element, [], place);
    if (type?.kind === 'list') return listFromText(element.text, type.of);
    return type === undefined ? element.text : scalarFromText(type, element.text);
  }

  #object(element: XmlElement, rows: readonly MemberRow[], place: Place): WireObject {
    const members = this.#context.vocabulary.membersOf(rows);
    const found: Found = { values: new Map(), lists: new Map() };
    for (const [name, text] of element.attributes) {
      const row = members.byShort.get(name);
      if (!name.includes(':'))
        found.values.set(name, row === undefined ? text : scalarFromText(row.type, text));
    }
    for (const child of element.children) {
      const name = wireName(child);
      refuseMisusedPrefix(child, place.at(name));
      const row = members.byShort.get(name) ?? this.#qualifiedMember(members, child);
      if (row === undefined) this.#addUnknown(found, child, place.at(name));
      else this.#addKnown(found, row, { child, place: place.at(row.short) });
    }
    addText(found, element, rows, place);
    return Object.fromEntries(found.values);
  }

  /**
   * A member whose element came in a namespace, as under a default one, although members have none. A global element
   * of that name goes first: `m2m:cb` within a remoteCSE is a resource, and `cb` is an attribute.
   */
  #qualifiedMember(members: Members, child: XmlElement): MemberRow | undefined {
    const isGlobal = elementType(wireName(child), this.#context.vocabulary) !== undefined;
    return isGlobal || !isOneM2M(child) ? undefined : members.byShort.get(child.localName);
  }

  #addKnown(found: Found, row: MemberRow, { child, place }: { child: XmlElement; place: Place }): void {
    if (isSibling(row)) {
      appendTo(found, row.short, this.value(child, itemType(row), place));
    } else {
      if (found.values.has(row.short)) place.refuse('repeated', 'expected this element once');
      found.values.set(row.short, this.#memberValue(row, child, place));
    }
  }

  /** An empty element is NULL where NULL can be meant, and else the empty value of its type. @see TS-0004 8.3.1 */
  #memberValue(row: MemberRow, child: XmlElement, place: Place): WireValue {
    const { purpose } = this.#context;
    if (isEmpty(child)) {
      const hasEmptyValue = row.type.kind === 'list' && row.required === true;
      if (purpose === 'update') return hasEmptyValue ? [] : null;
      if (purpose === 'other' && !canBeEmpty(row.type)) return null;
    }
    return this.value(child, row.type, place);
  }

  /** Of elements that no table numbers, one is a value and several are a list. */
  #addUnknown(found: Found, child: XmlElement, place: Place): void {
    const name = wireName(child);
    const type = elementType(name, this.#context.vocabulary);
    const isNull = this.#context.purpose === 'update' && type === undefined && isEmpty(child);
    const value = isNull ? null : this.value(child, type, place);
    if (found.values.has(name)) appendTo(found, name, value);
    else found.values.set(name, value);
  }
}

function refuseMisusedPrefix(element: XmlElement, place: Place): void {
  const expected = misusedPrefix(element);
  if (expected === undefined) return;
  const detail = `expected prefix ${element.prefix} to mean ${expected}, found ${element.namespace}`;
  place.refuse('wrong-shape', detail);
}

function listFromText(text: string, type: DataType): WireValue {
  const entries = text.split(/\s+/u).filter((entry) => entry !== '');
  return entries.map((entry) => scalarFromText(type, entry));
}

/** Whether each value is an element of its own; white space can separate scalars only. */
function isSibling(row: MemberRow): boolean {
  return row.repeated === true || (row.type.kind === 'list' && row.type.of.kind === 'complex');
}

function itemType(row: MemberRow): DataType {
  return row.repeated !== true && row.type.kind === 'list' ? row.type.of : row.type;
}

function isEmpty(element: XmlElement): boolean {
  return element.children.length === 0 && element.attributes.size === 0 && element.text === '';
}

function canBeEmpty(type: DataType): boolean {
  return !['boolean', 'integer', 'number', 'enumeration'].includes(type.kind);
}

/** Adds to the list under a name, which begins with the value that stands there already. */
function appendTo(found: Found, name: string, value: WireValue): void {
  const known = found.lists.get(name);
  if (known !== undefined) {
    known.push(value);
    return;
  }
  const first = found.values.get(name);
  const list = first === undefined ? [value] : [first, value];
  found.lists.set(name, list);
  found.values.set(name, list);
}

function addText(found: Found, element: XmlElement, rows: readonly MemberRow[], place: Place): void {
  const row = rows.find(({ xml }) => xml === 'text');
  const isPlain = rows.length === 0 && element.children.length === 0;
  if (row !== undefined) found.values.set(row.short, scalarFromText(row.type, element.text));
  else if (isPlain && element.text !== '') found.values.set(TEXT_MEMBER, element.text);
  else if (element.text.trim() !== '') place.refuse('wrong-shape', 'found text where only elements belong');
}
