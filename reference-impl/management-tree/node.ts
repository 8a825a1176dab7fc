import { type ItemData, octetsOf } from '../../protocol/model/syncml-item';
import type { AccessControlList } from './access-control-list';
import type { NodeDescription } from './node-description';

/** A node of a management tree as others see it; only the tree changes it. @see DM_TND 8.2, 8.3 */
export interface TreeNode {
  /** `.` is the root. */
  readonly name: string;
  readonly parent: TreeNode | undefined;
  readonly description: NodeDescription;
  /** `node` for interior nodes, which have children and no value. */
  readonly format: string;
  /** A MIME type; of interior nodes the identifier of a management object, or empty. */
  readonly type: string;
  /** As it is kept: octets for format `bin`. To read it, see `currentValue`. */
  readonly value: ItemData;
  readonly children: ReadonlyMap<string, TreeNode>;
  /** The properties Title, TStamp (in milliseconds since the epoch), VerNo and ACL. */
  readonly title: string;
  readonly changedAt: number;
  readonly versionNumber: number;
  readonly accessControlList: AccessControlList | undefined;
}

export function isInterior({ format }: Pick<TreeNode, 'format'>): boolean {
  return format === 'node';
}

/** The value of a leaf at this moment, and nothing for an interior node. */
export function currentValue(node: TreeNode): ItemData {
  return node.description.read?.() ?? node.value;
}

/** A value as text; octets that are no text are shown with replacement characters. */
export function textOf(value: ItemData): string {
  return typeof value === 'string' ? value : new TextDecoder().decode(value);
}

export function sizeOf(value: ItemData): number {
  return typeof value === 'string' ? Buffer.byteLength(value) : octetsOf(value).length;
}

/** The address of a node, `./A/B`. */
export function uriOf(node: TreeNode): string {
  return node.parent === undefined ? '.' : `${uriOf(node.parent)}/${node.name}`;
}

/** The node and all below it, each before its children. */
export function* walk(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const child of node.children.values()) yield* walk(child);
}
