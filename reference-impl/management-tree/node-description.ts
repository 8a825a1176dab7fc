import type { Item, ItemData, Meta } from '../../protocol/model/syncml-item';
import { DEFAULT_FORMAT, DEFAULT_TYPE } from '../../protocol/tables/syncml/data-formats';
import type { TreeNode } from './node';

/**
 * What a node may be and what it does, as plain data with hooks: the part of a device description that this tree acts
 * upon. The same shape describes nodes that are there from the start and nodes that a server may add.
 * @see DM_TND 8.5.4.3
 */
export interface NodeDescription {
  /** `node`, or the format of the value; `*` leaves it to who adds the node. By default `node` where nodes are below. */
  readonly format?: string;
  /** MIME type of the value, or the identifier of the management object that is rooted here. */
  readonly type?: string;
  /** What a Replace may call the value as well, without a refusal. */
  readonly otherFormats?: readonly string[];
  readonly otherTypes?: readonly string[];
  readonly value?: ItemData;
  readonly title?: string;
  /** The value of the property ACL; without it the node inherits. */
  readonly acl?: string;
  /** Permanent nodes keep name, format and type, and cannot be deleted. A node is dynamic by default. */
  readonly permanent?: true;
  /** What a server may do besides Exec, which `onExec` allows, and Add, which `mayBeAdded` above it allows. */
  readonly access?: readonly AccessType[];
  /** The nodes below that come with this one. */
  readonly nodes?: { readonly [name: string]: NodeDescription };
  /** The nodes below that servers may add; under `*` those of any other name. */
  readonly mayBeAdded?: { readonly [name: string]: NodeDescription };
  /** Carries out an Exec and answers its status code: 200, 202 or a refusal. */
  readonly onExec?: (execution: Execution) => number | Promise<number>;
  /** Says the value anew at each reading, in place of a value that is kept. */
  readonly read?: () => ItemData;
}

export type AccessType = 'Delete' | 'Get' | 'Replace';

/** One Exec on one node. */
export interface Execution {
  readonly node: TreeNode;
  /** The identifier of the server that asks. */
  readonly by: string;
  readonly item: Item;
  readonly meta: Meta;
  /** Comes back in the alert that tells of the result. @see DM_RepPro 4.1.6.2 */
  readonly correlator?: string;
}

const READABLE: readonly AccessType[] = ['Get'];

/** A node of any format with any nodes below it, with which a server may do everything but Exec. */
export const ANY_NODE: NodeDescription = {
  format: '*',
  access: ['Delete', 'Get', 'Replace'],
  get mayBeAdded() {
    return { '*': ANY_NODE };
  },
};

export function allows(description: NodeDescription, access: AccessType): boolean {
  return (description.access ?? READABLE).includes(access);
}

/** The format that a node has when nobody says another; that of any node is the default one. */
export function describedFormat({ format, nodes, mayBeAdded }: NodeDescription): string {
  if (format !== undefined && format !== '*') return format;
  if (format === '*') return DEFAULT_FORMAT;
  return nodes === undefined && mayBeAdded === undefined ? DEFAULT_FORMAT : 'node';
}

export function describedType({ type }: NodeDescription, format: string): string {
  return type ?? (format === 'node' ? '' : DEFAULT_TYPE);
}

/** What a node of this name is that a server adds, `undefined` where it may not. */
export function describedChild(parent: NodeDescription, name: string): NodeDescription | undefined {
  const { mayBeAdded = {} } = parent;
  return Object.hasOwn(mayBeAdded, name) ? mayBeAdded[name] : mayBeAdded['*'];
}
