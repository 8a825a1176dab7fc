import { formatAccessControlList } from '../../reference-impl/management-tree/access-control-list';
import { accessControlListInForce } from '../../reference-impl/management-tree/access-rights';
import { isInterior, type TreeNode } from '../../reference-impl/management-tree/node';
import { done, isRefused, refused } from '../../reference-impl/management-tree/outcome';
import type { ManagementTree } from '../../reference-impl/management-tree/tree';
import { clientFaults } from './client-faults';
import type { Fault } from './fault';

/** Deviations of addresses, properties of nodes and lists of them. @see DM_TND 8.1, 8.3, 8.4 */
export const TREE_PROPERTY_FAULTS: readonly Fault[] = clientFaults([
  {
    name: 'dot-slash-differs',
    description: 'Finds no node where its address does not begin with a dot.',
    catches: ['A URI with and without ./ is the same'],
    tree: (own) => ({
      addressOf: (access, uri) =>
        uri?.startsWith('.') === false ? refused('NOT_FOUND') : own.addressOf(access, uri),
    }),
  },
  {
    name: 'dots-resolved',
    description: 'Goes up at `..` in an address, and replaces what it finds there without a look at rights.',
    catches: ['The address <address> reaches nothing outside of its node'],
    tree: (own) => ({
      replace(access, request) {
        const uri = request.item.target?.uri ?? '';
        if (!uri.includes('..')) return own.replace(access, request);
        const address = own.addressOf(access, withoutDots(uri));
        const node = isRefused(address) ? undefined : access.tree.find(address.path);
        if (node === undefined) return refused('NOT_FOUND');
        const { format, type } = node;
        access.tree.setContent(node, { format, type, value: request.item.data ?? '' });
        return done();
      },
    }),
  },
  {
    name: 'empty-names-skipped',
    description: 'Leaves empty names in an address out.',
    catches: ['The address <address> reaches nothing outside of its node'],
    tree: (own) => ({ addressOf: (access, uri) => own.addressOf(access, uri?.replace(/\/+/gu, '/')) }),
  },
  {
    name: 'leading-slash-is-the-device',
    description: 'Takes every address that begins with a slash for that of the manufacturer.',
    catches: ['A leading slash is refused, or says the same'],
    tree: (own) => ({
      addressOf: (access, uri) =>
        own.addressOf(access, uri?.startsWith('/') === true ? './DevInfo/Man' : uri),
    }),
  },
  {
    name: 'long-uri-cut',
    description: 'Cuts an address that is too long.',
    catches: ['A URI that is too long is refused'],
    tree: (own) => ({ addressOf: (access, uri) => own.addressOf(access, uri?.slice(0, 30)) }),
  },
  {
    name: 'format-property-wrong',
    description: 'Says of every node that its format is chr.',
    catches: ['Name, Format, Type and ACL can be read'],
    tree: (own) => ({
      readProperty: (node, property) => (property === 'Format' ? 'chr' : own.readProperty(node, property)),
    }),
  },
  {
    name: 'unknown-property-empty',
    description: 'Says that a property is empty which there is not.',
    catches: ['A property that does not exist'],
    tree: (own) => ({
      readProperty(node, property) {
        const value = own.readProperty(node, property);
        return isRefused(value) ? '' : value;
      },
    }),
  },
  {
    name: 'size-of-interior',
    description: 'Says that an interior node has size 0, and counts an end of text in values.',
    catches: ['Size is that of the value, and interior nodes have none'],
    tree: (own) => ({
      readProperty(node, property) {
        const value = own.readProperty(node, property);
        if (property !== 'Size') return value;
        return isInterior(node) ? '0' : String(Number(value) + 1);
      },
    }),
  },
  {
    name: 'unset-list-is-full',
    description: 'Shows the access control list that is in force where a node has none of its own.',
    catches: ['A list that was not set is empty', '"<value>" is no list'],
    tree: (own) => ({
      readProperty: (node, property) =>
        property === 'ACL'
          ? formatAccessControlList(accessControlListInForce(node))
          : own.readProperty(node, property),
    }),
  },
  {
    name: 'properties-replaceable',
    description: 'Answers the Replace of any property as if it was done.',
    catches: ['The property <property> cannot be replaced'],
    tree: (own) => ({
      replaceProperty(access, node, property, value) {
        const outcome = own.replaceProperty(access, node, property, value);
        return isRefused(outcome) ? done() : outcome;
      },
    }),
  },
  {
    name: 'rename-copies',
    description: 'Leaves the old name where a node gets a new one, so that it is there twice.',
    catches: ['Replace of Name renames a node'],
    tree: () => ({
      replaceName(access, node, name) {
        if (node.parent !== undefined) copyBelow(access.tree, node.parent, { name, node });
        return done();
      },
    }),
  },
  {
    name: 'rename-overwrites',
    description: 'Deletes the node that has the name which another one gets.',
    catches: ['A name that is taken is refused'],
    tree: (own) => ({
      replaceName(access, node, name) {
        const taken = node.parent?.children.get(name);
        if (taken !== undefined) access.tree.remove(taken);
        return own.replaceName(access, node, name);
      },
    }),
  },
  {
    name: 'permanent-renamed',
    description: 'Gives permanent nodes another name, without a look at rights.',
    catches: ['A permanent node keeps its name'],
    tree: (own) => ({
      replaceProperty(access, node, property, value) {
        if (property !== 'Name' || !node.description.permanent)
          return own.replaceProperty(access, node, property, value);
        access.tree.rename(node, value);
        return done();
      },
    }),
  },
  {
    name: 'title-lost',
    description: 'Answers the Replace of a title as if it was done, and does nothing.',
    catches: ['Title can be replaced and read'],
    tree: () => ({ replaceTitle: () => done() }),
  },
  {
    name: 'list-without-children',
    description: 'Lists the node that was asked for, and nothing below it.',
    catches: ['The nodes below one are listed with <list>'],
    tree: (own) => ({
      itemsOfList(access, node, asked) {
        const items = own.itemsOfList(access, node, asked);
        return isRefused(items) ? items : items.slice(0, 1);
      },
    }),
  },
  {
    name: 'unknown-list-is-struct',
    description: 'Takes every kind of list for Struct.',
    catches: ['A list that does not exist'],
    tree: (own) => ({
      itemsOfList: (access, node, { uri, attribute }) =>
        own.itemsOfList(access, node, {
          uri,
          attribute: attribute === 'StructData' ? attribute : 'Struct',
        }),
    }),
  },
]);

/** As paths of files are resolved. */
function withoutDots(uri: string): string {
  const names: string[] = [];
  for (const name of uri.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.length === 0 ? '.' : `./${names.join('/')}`;
}

interface Copied {
  readonly name: string;
  readonly node: TreeNode;
}

function copyBelow(tree: ManagementTree, parent: TreeNode, { name, node }: Copied): void {
  const { description, format, type, value } = node;
  const copy = tree.add(parent, name, { description, format, type, value });
  if (typeof copy === 'string') return;
  for (const child of node.children.values()) copyBelow(tree, copy, { name: child.name, node: child });
}
