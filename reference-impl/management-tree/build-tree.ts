import type { Clock } from '../runtime/clock';
import { type AccessControlList, parseAccessControlList } from './access-control-list';
import { currentValue, type TreeNode, textOf } from './node';
import { parseNodeAddress } from './node-address';
import { describedFormat, describedType, type NodeDescription } from './node-description';
import { ManagementTree, type NewNode, type TreeFault } from './tree';
import { DEFAULT_TREE_LIMITS, type TreeLimits } from './tree-limits';

/** Makes trees from descriptions, and reads and extends them by address for the device that owns them. */

/** @see DM_TND 8.3.7.1.2 */
const ROOT_ACL = 'Add=*&Get=*';

export interface TreeOptions {
  readonly clock: Clock;
  readonly limits?: TreeLimits;
}

/** The tree below this root. Throws where a description is no tree or does not fit into the limits. */
export function buildTree(
  root: Pick<NodeDescription, 'nodes' | 'mayBeAdded' | 'acl'>,
  { clock, limits = DEFAULT_TREE_LIMITS }: TreeOptions,
): ManagementTree {
  const { acl = ROOT_ACL, nodes = {} } = root;
  const description: NodeDescription = { ...root, acl, format: 'node', permanent: true };
  const tree = new ManagementTree(newNode('.', description), clock, limits);
  for (const [name, child] of Object.entries(nodes)) {
    const planted = plant(tree, tree.root, name, child);
    if (typeof planted === 'string') throw new Error(`The tree cannot have ./${name}: ${planted}`);
  }
  return tree;
}

/** Adds a node with all that its description has below it, or nothing: the device itself does it, whoever has rights. */
export function plant(
  tree: ManagementTree,
  parent: TreeNode,
  name: string,
  description: NodeDescription,
): TreeNode | TreeFault {
  return tree.tentatively(
    () => plantAll(tree, parent, name, description),
    (planted) => typeof planted !== 'string',
  );
}

function plantAll(
  tree: ManagementTree,
  parent: TreeNode,
  name: string,
  description: NodeDescription,
): TreeNode | TreeFault {
  const node = tree.add(parent, name, newNode(name, description));
  if (typeof node === 'string') return node;
  for (const [childName, child] of Object.entries(description.nodes ?? {})) {
    const planted = plantAll(tree, node, childName, child);
    if (typeof planted === 'string') return planted;
  }
  return node;
}

function newNode(name: string, description: NodeDescription): NewNode {
  const { acl, title = '', value = '' } = description;
  const format = describedFormat(description);
  if (format !== 'node' && description.nodes !== undefined)
    throw new Error(`${name} has format ${format} and nodes below it: expected format node`);
  const content = { format, type: describedType(description, format), value, title };
  return acl === undefined
    ? { description, ...content }
    : { description, ...content, accessControlList: ruling(name, acl) };
}

function ruling(name: string, acl: string): AccessControlList {
  const list = parseAccessControlList(acl);
  if (list !== undefined) return list;
  throw new Error(`The ACL of ${name} is "${acl}": expected entries like Get=*&Replace=server.example`);
}

/** The node at an address as servers write it, `undefined` where there is none. */
export function nodeAt(tree: ManagementTree, uri: string): TreeNode | undefined {
  const address = parseNodeAddress(uri, tree.limits);
  if (typeof address === 'string' || address.query !== undefined) return undefined;
  return tree.find(address.path);
}

/** The value at an address as text, `undefined` where there is no node. */
export function textAt(tree: ManagementTree, uri: string): string | undefined {
  const node = nodeAt(tree, uri);
  return node === undefined ? undefined : textOf(currentValue(node));
}
