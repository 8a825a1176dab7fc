import { walk } from './node';
import { done, isRefused, type Outcome, refused } from './outcome';
import type { ItemRequest } from './procedures';
import type { TreeAccess } from './tree-access';

/**
 * Delete: removes a node with all that is below it. Rights and access type of the node itself decide, whatever those
 * below it have; permanent nodes stay, and so does what they are in.
 * @see DM_RepPro 4.1.6.5, DM_TND 8.2.2.5
 */
export function deleteNode(access: TreeAccess, { item }: ItemRequest): Outcome {
  const { tree, procedures } = access;
  const address = procedures.addressOf(access, item.target?.uri);
  if (isRefused(address)) return address;
  const node = tree.find(address.path);
  if (node === undefined) return refused('NOT_FOUND');
  if (address.query !== undefined) return refused('COMMAND_NOT_ALLOWED');
  const isPermanent = [...walk(node)].some(({ description }) => description.permanent);
  if (isPermanent) return refused('COMMAND_NOT_ALLOWED');
  const denied = procedures.checkAccess(access, node, 'Delete') ?? procedures.checkAccessType(node, 'Delete');
  if (denied !== undefined) return denied;
  tree.remove(node);
  return done();
}
