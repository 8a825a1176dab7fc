import { type AccessControlList, type ControlledCommand, grants, withRights } from './access-control-list';
import { isInterior, type TreeNode } from './node';
import { type AccessType, allows } from './node-description';
import { type Refused, refused } from './outcome';
import type { TreeAccess } from './tree-access';

/** Who may do what: by access control lists, which servers set, and by access types, which the device has. */

/** Commands that no list names are granted to nobody; inheritance is of the whole value. @see DM_TND 8.3.7.1.1 */
export function checkAccess(
  { by, procedures }: TreeAccess,
  node: TreeNode,
  command: ControlledCommand,
): Refused | undefined {
  const list = procedures.accessControlListInForce(node);
  return grants(list, command, by) ? undefined : refused('PERMISSION_DENIED');
}

export function accessControlListInForce(node: TreeNode): AccessControlList {
  if (node.accessControlList !== undefined) return node.accessControlList;
  return node.parent === undefined ? new Map() : accessControlListInForce(node.parent);
}

/**
 * The table of codes of Get has 406 for a command that the target does not allow and lacks 405; it is for guidance only,
 * and devices answer 405 as to every other command. @see DM_RepPro 4.1.6.7
 */
export function checkAccessType(node: TreeNode, command: AccessType): Refused | undefined {
  return allows(node.description, command) ? undefined : refused('COMMAND_NOT_ALLOWED');
}

/** Replace on an interior node gives the right to its list; for a leaf only Replace on its parent does. */
export function mayChangeAccessControlList(access: TreeAccess, node: TreeNode): boolean {
  const holders = [node.parent, isInterior(node) ? node : undefined];
  return holders.some(
    (holder) =>
      holder !== undefined && access.procedures.checkAccess(access, holder, 'Replace') === undefined,
  );
}

/**
 * A server that makes an interior node without Replace on its parent gets Add, Delete and Replace there, beside what
 * everybody had by inheritance. Other nodes inherit. @see DM_TND 8.3.7.1.3
 */
export function accessControlListOfNew(
  access: TreeAccess,
  parent: TreeNode,
  format: string,
): AccessControlList | undefined {
  const { by, procedures } = access;
  if (!isInterior({ format }) || procedures.checkAccess(access, parent, 'Replace') === undefined)
    return undefined;
  return withRights(procedures.accessControlListInForce(parent), ['Add', 'Delete', 'Replace'], by);
}
