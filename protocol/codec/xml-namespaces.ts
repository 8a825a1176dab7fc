import type { XmlElement } from './xml-tree';

/** The namespaces that oneM2M assigns, under the prefixes that it uses for them. @see TS-0004 8.3.1, TS-0023 6 */
const NAMESPACES: { readonly [prefix: string]: string } = {
  m2m: 'http://www.onem2m.org/xml/protocols',
  hd: 'http://www.onem2m.org/xml/protocols/homedomain',
};

const PREFIXES = new Map(Object.entries(NAMESPACES).map(([prefix, uri]) => [uri, prefix]));

/** The name as JSON has it: with the usual prefix of its namespace, whatever prefix the document chose. */
export function wireName(element: XmlElement): string {
  if (element.namespace === '') return element.localName;
  const prefix = PREFIXES.get(element.namespace) ?? element.prefix;
  return prefix === '' ? element.localName : `${prefix}:${element.localName}`;
}

/** The namespace of a prefixed name; a prefix that nobody assigned gets a namespace that is only its own. */
export function namespaceOf(name: string): string | undefined {
  const at = name.indexOf(':');
  if (at === -1) return undefined;
  const prefix = name.slice(0, at);
  return Object.hasOwn(NAMESPACES, prefix) ? NAMESPACES[prefix] : `urn:flowproof:prefix:${prefix}`;
}
