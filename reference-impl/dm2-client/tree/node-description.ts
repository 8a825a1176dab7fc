import type { NodeValue } from '../../../protocol/model/dm2-object';

/** What the description of a management object says of its nodes: what may be there, and what may be done to it. @see dm2.md 5.2 */
export type NodeDescription = LeafDescription | InteriorDescription | FreeDescription;

export interface LeafDescription {
  readonly kind: 'leaf';
  readonly type: LeafType;
  /** It is there as long as the node above it, and cannot be deleted. */
  readonly isPermanent?: boolean;
  readonly isReadOnly?: boolean;
  /** What a permanent leaf holds in a new instance. */
  readonly value?: Leaf;
  readonly operation?: Operation;
}

/** `octets` are base64 in a text. */
export type LeafType = 'text' | 'whole-number' | 'octets' | 'nothing';

export type Leaf = string | number | boolean | null;

/** What an EXEC of the node does. */
export interface Operation {
  /** Milliseconds; 0 is at once. */
  readonly duration: number;
  /** How it ends. */
  readonly status: number;
}

export interface InteriorDescription {
  readonly kind: 'interior';
  readonly isPermanent?: boolean;
  readonly nodes: { readonly [name: string]: NodeDescription };
  /** Of children under any other name; none where such are not allowed. */
  readonly others?: NodeDescription;
}

/** Whatever a server puts there, with anything below it. */
export interface FreeDescription {
  readonly kind: 'free';
}

export interface ObjectDescription {
  readonly moid: string;
  /** Where the description is published. */
  readonly ddf?: string;
  /** Of the root, as data write it. */
  readonly name: string;
  readonly root: InteriorDescription;
  /** Whether servers may add and delete whole instances. */
  readonly hasPermanentInstances: boolean;
}

/** A management object as a device comes with it. */
export interface ManagedObject {
  readonly description: ObjectDescription;
  /** The roots by MIID; permanent nodes may be left out. */
  readonly instances: { readonly [miid: string]: NodeValue };
}

/** What is said of the node at `path` below a root; nothing where no node can be. */
export function describedAt(
  root: NodeDescription | undefined,
  path: readonly string[],
): NodeDescription | undefined {
  return path.reduce(describedChild, root);
}

export function describedChild(
  description: NodeDescription | undefined,
  name: string,
): NodeDescription | undefined {
  if (description?.kind !== 'interior') return description?.kind === 'free' ? description : undefined;
  return Object.hasOwn(description.nodes, name) ? description.nodes[name] : description.others;
}

export function isPermanent(description: NodeDescription | undefined): boolean {
  return description !== undefined && description.kind !== 'free' && description.isPermanent === true;
}
