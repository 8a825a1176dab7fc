import { textOf } from './node';
import { done, isRefused, type Outcome, refused } from './outcome';
import type { ItemRequest } from './procedures';
import type { TreeAccess } from './tree-access';

/** Replace: a new value for a node that is there, or for one of its properties. @see DM_RepPro 4.1.6.11 */
export function replaceNode(access: TreeAccess, request: ItemRequest): Outcome {
  const { tree, procedures } = access;
  const address = procedures.addressOf(access, request.item.target?.uri);
  if (isRefused(address)) return address;
  const node = tree.find(address.path);
  if (node === undefined) return refused('NOT_FOUND');
  const { query } = address;
  if (query?.kind === 'property')
    return procedures.replaceProperty(access, node, query.name, textOf(request.item.data ?? ''));
  if (query !== undefined) return refused('COMMAND_NOT_ALLOWED');
  const denied =
    procedures.checkAccess(access, node, 'Replace') ?? procedures.checkAccessType(node, 'Replace');
  if (denied !== undefined) return denied;
  const content = procedures.contentOfReplaced(request, node);
  if (isRefused(content)) return content;
  const fault = tree.setContent(node, content);
  return fault === undefined ? done() : procedures.refusalOf(fault);
}
