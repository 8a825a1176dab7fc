import {
  type AccessControlList,
  type ControlledCommand,
  formatAccessControlList,
  parseAccessControlList,
} from '../../reference-impl/management-tree/access-control-list';
import type { TreeNode } from '../../reference-impl/management-tree/node';
import { done, refused } from '../../reference-impl/management-tree/outcome';
import { clientFaults } from './client-faults';
import type { Fault } from './fault';

/** Deviations of access control lists. @see DM_TND 8.3.7.1 */
export const TREE_ACCESS_FAULTS: readonly Fault[] = clientFaults([
  {
    name: 'lists-unchecked',
    description: 'Grants every command to every server.',
    catches: [
      'What the list does not grant is refused, and not done',
      'A list for another server grants nothing',
      'A leaf without a list has that of its parent',
    ],
    tree: () => ({ checkAccess: () => undefined }),
  },
  {
    name: 'list-not-inherited',
    description: 'Takes the list of the root for that of every node which has none.',
    catches: ['A leaf without a list has that of its parent'],
    tree: (own) => ({
      accessControlListInForce: (node) =>
        node.accessControlList ?? own.accessControlListInForce(rootOf(node)),
    }),
  },
  {
    name: 'lists-mixed',
    description: 'Takes each command from the nearest list that names it.',
    catches: ['A list of its own is not mixed with that of the parent'],
    tree: () => ({ accessControlListInForce: mixedList }),
  },
  {
    name: 'list-merged',
    description: 'Keeps the commands of the old list that the new one does not name.',
    catches: ['A list is set as a whole'],
    tree: (own) => ({
      replaceAccessControlList(access, node, value) {
        const list = parseAccessControlList(value);
        if (list === undefined) return own.replaceAccessControlList(access, node, value);
        const merged = new Map([...(node.accessControlList ?? []), ...list]);
        return own.replaceAccessControlList(access, node, formatAccessControlList(merged));
      },
    }),
  },
  {
    name: 'leaf-guards-its-list',
    description:
      'Lets those change the list of a node to whom the node itself grants Replace, and nobody else.',
    catches: ['Who may Replace at the parent changes the list of a leaf'],
    tree: () => ({
      mayChangeAccessControlList: (access, node) =>
        access.procedures.checkAccess(access, node, 'Replace') === undefined,
    }),
  },
  {
    name: 'any-text-is-a-list',
    description: 'Answers the Replace of a list as if it was done, whatever the text is.',
    catches: ['"<value>" is no list'],
    tree: (own) => ({
      replaceAccessControlList: (access, node, value) =>
        parseAccessControlList(value) === undefined
          ? done()
          : own.replaceAccessControlList(access, node, value),
    }),
  },
  {
    name: 'asterisk-is-a-name',
    description: 'Takes the asterisk in the list of a node for the name of a server.',
    catches: ['An asterisk grants a command to every server'],
    tree: (own) => ({
      checkAccess(access, node, command) {
        const granted = node.accessControlList?.get(command) ?? [access.by];
        return node.parent === undefined || granted.includes(access.by)
          ? own.checkAccess(access, node, command)
          : refused('PERMISSION_DENIED');
      },
    }),
  },
]);

function rootOf(node: TreeNode): TreeNode {
  return node.parent === undefined ? node : rootOf(node.parent);
}

function mixedList(node: TreeNode): AccessControlList {
  const above = node.parent === undefined ? [] : mixedList(node.parent);
  return new Map<ControlledCommand, readonly string[]>([...above, ...(node.accessControlList ?? [])]);
}
