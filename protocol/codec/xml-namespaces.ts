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

/**
 * The namespace that an element should have by its prefix, where it has another: it is the namespace that makes an
 * element one of oneM2M, and a name of JSON could not tell the two apart. @see TS-0004 8.3.1
 */
export function misusedPrefix({ namespace, prefix }: XmlElement): string | undefined {
  if (PREFIXES.has(namespace) || !Object.hasOwn(NAMESPACES, prefix)) return undefined;
  return NAMESPACES[prefix];
}

/** Whether an element is in a namespace of oneM2M or in none, as members are. */
export function isOneM2M({ namespace }: XmlElement): boolean {
  return namespace === '' || PREFIXES.has(namespace);
}

/** The namespace of a prefixed name; a prefix that nobody assigned gets a namespace that is only its own. */
export function namespaceOf(name: string): string | undefined {
  const at = name.indexOf(':');
  if (at === -1) return undefined;
  const prefix = name.slice(0, at);
  return Object.hasOwn(NAMESPACES, prefix) ? NAMESPACES[prefix] : `urn:flowproof:prefix:${prefix}`;
}
