import type { CodecLimits } from './limits';
import type { Place } from './place';
import { XmlText, type XmlToken } from './xml-text';

/** An element with its namespaces resolved. Text is gathered over comments and CDATA sections. */
export interface XmlElement {
  readonly prefix: string;
  readonly localName: string;
  /** Empty where it is in no namespace. */
  readonly namespace: string;
  /** Without namespace declarations; those in a namespace keep their prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

type OpenElement = XmlElement & {
  readonly name: string;
  readonly children: XmlElement[];
  readonly namespaces: ReadonlyMap<string, string>;
  text: string;
};

const BUILT_IN: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/** XML text to a tree, within limits. Knows nothing of oneM2M. @see Namespaces in XML 1.0 */
export function parseXml(text: string, limits: CodecLimits, place: Place): XmlElement | undefined {
  const tree = new TreeBuilder(limits, place);
  for (const token of new XmlText(text, limits, place).tokens()) {
    tree.add(token);
    if (!place.sound) return undefined;
  }
  return place.sound ? tree.finish() : undefined;
}

class TreeBuilder {
  readonly #limits: CodecLimits;
  readonly #place: Place;
  readonly #open: OpenElement[] = [];
  #root: XmlElement | undefined;

  constructor(limits: CodecLimits, place: Place) {
    this.#limits = limits;
    this.#place = place;
  }

  add(token: XmlToken): void {
    if (token.kind === 'open') this.#begin(token.name, token.attributes);
    else if (token.kind === 'close') this.#end(token.name);
    else this.#characters(token.text);
  }

  finish(): XmlElement | undefined {
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined)
      return this.#place.refuse('syntax', `not XML: <${unclosed.name}> is not closed`);
    return this.#root ?? this.#place.refuse('syntax', 'not XML: there is no element');
  }

  #begin(name: string, declared: ReadonlyMap<string, string>): void {
    const parent = this.#open.at(-1);
    if (parent === undefined && this.#root !== undefined)
      this.#place.refuse('syntax', 'not XML: more than one root element');
    if (this.#open.length >= this.#limits.depth) {
      this.#place.refuse('too-deep', `expected at most ${this.#limits.depth} levels of elements`);
    }
    const element = this.#element(name, declared, parent?.namespaces ?? BUILT_IN);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
    if ((parent?.children.length ?? 0) > this.#limits.entries) {
      this.#place.refuse(
        'too-large',
        `expected at most ${this.#limits.entries} elements in <${parent?.name}>`,
      );
    }
    this.#open.push(element);
  }

  #element(
    name: string,
    declared: ReadonlyMap<string, string>,
    outer: ReadonlyMap<string, string>,
  ): OpenElement {
    const namespaces = withDeclarations(declared, outer);
    const colon = name.indexOf(':');
    const prefix = colon === -1 ? '' : name.slice(0, colon);
    const namespace = namespaces.get(prefix) ?? '';
    if (prefix !== '' && namespace === '')
      this.#place.refuse('syntax', `not XML: prefix ${prefix} is not declared`);
    const attributes = namespaces === outer ? declared : withoutDeclarations(declared);
    return {
      name,
      prefix,
      localName: name.slice(colon + 1),
      namespace,
      namespaces,
      attributes,
      children: [],
      text: '',
    };
  }

  #end(name: string): void {
    const element = this.#open.pop();
    if (element?.name !== name)
      this.#place.refuse('syntax', `not XML: </${name}> closes <${element?.name ?? ''}>`);
  }

  #characters(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
    else if (text.trim() !== '') this.#place.refuse('syntax', 'not XML: text outside of the root element');
  }
}

function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

function withDeclarations(
  declared: ReadonlyMap<string, string>,
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (declared.size === 0) return outer;
  const own = [...declared].filter(([name]) => isDeclaration(name));
  if (own.length === 0) return outer;
  return new Map([...outer, ...own.map(([name, uri]) => [name.slice('xmlns:'.length), uri] as const)]);
}

function withoutDeclarations(declared: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...declared].filter(([name]) => !isDeclaration(name)));
}
