import type { TreeLimits } from './tree-limits';

/**
 * The address of a node or of a property, as a command names it: `./A/B` and `A/B` are the same node, `.` is the root.
 *
 * An address that breaks the grammar resolves to no node: one that begins or ends with `/`, has an empty name, `..` or an
 * inner `.`, white space or control characters. Names are compared as they are; percent signs are part of a name. So
 * nothing that is outside of the tree has an address.
 * @see DM_TND 8.1, MS-MDM
 */
export interface NodeAddress {
  /** The names from the root on; empty for the root. */
  readonly path: readonly string[];
  readonly query?: AddressQuery;
}

/** What is asked of the node in place of its value. @see DM_TND 8.3.3, 8.4.1 */
export interface AddressQuery {
  readonly kind: 'property' | 'list' | 'unknown';
  readonly name: string;
}

export type AddressFault = 'unresolvable' | 'too-long';

const NODE_NAME = /^[^/?\s\p{Cc}\p{Cs}]+$/u;

export function isNodeName(name: string): boolean {
  return NODE_NAME.test(name) && name !== '.' && name !== '..';
}

export function parseNodeAddress(uri: string, limits: TreeLimits): NodeAddress | AddressFault {
  if (uri.length > limits.uriLength) return 'too-long';
  const [place, query] = divide(uri, '?');
  const path = pathOf(place);
  if (path === undefined) return 'unresolvable';
  if (path.length > limits.depth || path.some((name) => name.length > limits.segmentLength))
    return 'too-long';
  return query === undefined ? { path } : { path, query: queryOf(query) };
}

function pathOf(place: string): string[] | undefined {
  if (place === '.') return [];
  const names = place.replace(/^\.\//u, '').split('/');
  return names.every(isNodeName) ? names : undefined;
}

const QUERIES: { readonly [key: string]: 'property' | 'list' } = { prop: 'property', list: 'list' };

function queryOf(query: string): AddressQuery {
  const [key, name = ''] = divide(query, '=');
  const kind = Object.hasOwn(QUERIES, key) ? QUERIES[key] : undefined;
  return kind === undefined ? { kind: 'unknown', name: query } : { kind, name };
}

function divide(text: string, at: string): [string, string?] {
  const index = text.indexOf(at);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
