import type { InteriorNode, NodeValue } from '../../../protocol/model/dm2-object';

/** Nodes as values that never change: a change makes a new value. Any name is a name, also one that JavaScript uses itself. */

export function isInterior(value: NodeValue | undefined): value is InteriorNode {
  return typeof value === 'object' && value !== null;
}

export function childOf(value: NodeValue | undefined, name: string): NodeValue | undefined {
  return isInterior(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function childrenOf(value: NodeValue | undefined): readonly (readonly [string, NodeValue])[] {
  return isInterior(value) ? Object.entries(value) : [];
}

export function valueAt(root: NodeValue | undefined, path: readonly string[]): NodeValue | undefined {
  return path.reduce<NodeValue | undefined>(childOf, root);
}

/** The root with another node at `path`; the way there exists. */
export function withValueAt(root: NodeValue, path: readonly string[], value: NodeValue): NodeValue {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const child = rest.length === 0 ? value : withValueAt(childOf(root, name) ?? {}, rest, value);
  const others = childrenOf(root);
  if (childOf(root, name) === undefined) return Object.fromEntries([...others, [name, child]]);
  return Object.fromEntries(others.map(([other, before]) => [other, other === name ? child : before]));
}

export function withoutValueAt(root: NodeValue, path: readonly string[]): NodeValue {
  const name = path.at(-1);
  const above = path.slice(0, -1);
  const remaining = childrenOf(valueAt(root, above)).filter(([other]) => other !== name);
  return withValueAt(root, above, Object.fromEntries(remaining));
}

/** Levels below the node. */
export function depthOf(value: NodeValue): number {
  return childrenOf(value).reduce((depth, [, child]) => Math.max(depth, 1 + depthOf(child)), 0);
}

export interface NodeSize {
  readonly nodes: number;
  /** Of names and values, as text. */
  readonly octets: number;
}

/** Values never change, so each is measured once. */
const SIZES = new WeakMap<InteriorNode, NodeSize>();

export function sizeOf(value: NodeValue): NodeSize {
  if (!isInterior(value)) return { nodes: 1, octets: Buffer.byteLength(String(value)) };
  const known = SIZES.get(value);
  if (known !== undefined) return known;
  const size = { nodes: 1, octets: 0 };
  for (const [name, child] of childrenOf(value)) {
    const below = sizeOf(child);
    size.nodes += below.nodes;
    size.octets += below.octets + Buffer.byteLength(name);
  }
  SIZES.set(value, size);
  return size;
}
