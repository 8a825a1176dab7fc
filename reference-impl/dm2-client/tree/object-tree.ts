import type { ClientURI } from '../../../protocol/model/dm2-client-uri';
import { formatClientURI } from '../../../protocol/model/dm2-client-uri-text';
import type { NodeValue } from '../../../protocol/model/dm2-object';

/** All management objects of a device as one value: roots by MIID, by MOID. It knows no rules. @see dm2.md 6.1 */
export type ObjectTree = ReadonlyMap<string, ReadonlyMap<string, NodeValue>>;

/** Where a node is, or could be. */
export interface Place {
  readonly moid: string;
  readonly miid: string;
  /** From the root of the instance. */
  readonly path: readonly string[];
}

export interface FoundNode extends Place {
  readonly value: NodeValue;
}

export function rootOf(tree: ObjectTree, { moid, miid }: Place): NodeValue | undefined {
  return tree.get(moid)?.get(miid);
}

/** The tree with another root there, or without the instance. */
export function withRoot(tree: ObjectTree, { moid, miid }: Place, root: NodeValue | undefined): ObjectTree {
  const instances = new Map(tree.get(moid));
  if (root === undefined) instances.delete(miid);
  else instances.set(miid, root);
  return new Map(tree).set(moid, instances);
}

/** The address that names this place and no other, with MIID, without wildcards and query. */
export function clientURIOf(place: Place): string {
  return formatClientURI(addressOf(place));
}

function addressOf({ moid, miid, path }: Place): ClientURI {
  return {
    moid,
    instance: { kind: 'named', name: miid },
    path: path.map((name) => ({ kind: 'named', name })),
    conditions: [],
  };
}
