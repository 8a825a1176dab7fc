import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces';
import type { DataType } from '../tables/onem2m/rows';
import { isObject, type WireObject, type WireValue } from './context';
import { UnencodableError } from './unencodable';
import type { Vocabulary } from './vocabulary';
import { isXmlText } from './xml-characters';
import { namespaceOf } from './xml-namespaces';
import { elementType } from './xml-schema';

/**
 * Writes an element from what JSON would have in its place, in the order that it comes in, which is the order of the
 * tables. The only place that knows xmlbuilder2. @see TS-0004 8.3.1
 */
export function writeXml(
  name: string,
  value: WireValue,
  type: DataType | undefined,
  vocabulary: Vocabulary,
): string {
  try {
    const document = create({ encoding: 'UTF-8' });
    new Writer(vocabulary).element(document, name, { value, type });
    // A bare carriage return would be read as a line feed.
    return document.end().replace(/\r/gu, '&#xD;');
  } catch (error) {
    if (error instanceof UnencodableError) throw error;
    throw new UnencodableError(`no XML for ${name}: ${error instanceof Error ? error.message : error}`);
  }
}

interface Typed {
  readonly value: WireValue;
  readonly type: DataType | undefined;
}

class Writer {
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  element(parent: XMLBuilder, name: string, { value, type }: Typed): void {
    if (Array.isArray(value) && !isScalarList(type)) {
      const of = type?.kind === 'list' ? type.of : type;
      for (const entry of value) this.element(parent, name, { value: entry, type: of });
      return;
    }
    const namespace = namespaceOf(name);
    const node = namespace === undefined ? parent.ele(name) : parent.ele(namespace, name);
    if (isObject(value)) this.#members(node, value, type);
    else addText(node, textOf(name, value));
  }

  #members(node: XMLBuilder, object: WireObject, type: DataType | undefined): void {
    const rows = type?.kind === 'complex' ? type.members : [];
    const { byShort } = this.#vocabulary.membersOf(rows);
    for (const [name, value] of Object.entries(object)) {
      const row = byShort.get(name);
      if (row?.xml === 'attribute') node.att(name, literal(attributeText(name, value)));
      else if (row?.xml === 'text') addText(node, textOf(name, value));
      else this.element(node, name, { value, type: row?.type ?? elementType(name, this.#vocabulary) });
    }
  }
}

function isScalarList(type: DataType | undefined): boolean {
  return type?.kind === 'list' && type.of.kind !== 'complex';
}

/** xmlbuilder2 leaves alone what looks like a reference; so every ampersand is made one. */
function literal(text: string): string {
  return text.replaceAll('&', '&amp;');
}

function addText(node: XMLBuilder, text: string): void {
  if (text !== '') node.txt(literal(text));
}

function textOf(name: string, value: WireValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((entry) => listEntry(name, entry)).join(' ');
  const text = String(value);
  if (!isXmlText(text)) throw new UnencodableError(`XML cannot carry a control character in ${name}`);
  return text;
}

function listEntry(name: string, entry: WireValue): string {
  const text = textOf(name, entry);
  if (text !== '' && !/\s/u.test(text)) return text;
  throw new UnencodableError(`XML cannot carry ${JSON.stringify(text)} in the list ${name}`);
}

function attributeText(name: string, value: WireValue): string {
  const text = textOf(name, value);
  if (!/[\t\n\r]/u.test(text)) return text;
  throw new UnencodableError(`XML cannot carry a line break in ${name}`);
}
