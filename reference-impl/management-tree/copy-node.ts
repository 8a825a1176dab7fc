import type { Item } from '../../protocol/model/syncml-item';
import { currentValue, isInterior, type TreeNode } from './node';
import { isRefused, isSuccess, type Outcome, type Refused, refused } from './outcome';
import type { ItemRequest } from './procedures';
import type { TreeAccess } from './tree-access';

/**
 * Copy: the value of a leaf to another, as a Get and then a Replace, or an Add where there is no target, would do it and
 * with their rights. What cannot be copied for another reason than rights and room is forbidden.
 * @see DM_RepPro 4.1.6.4
 */
export function copyNode(access: TreeAccess, { item }: ItemRequest): Outcome {
  const source = sourceOf(access, item.source?.uri);
  if (isRefused(source)) return source;
  const target = access.procedures.addressOf(access, item.target?.uri);
  if (isRefused(target)) return asCopy(target);
  if (target.query !== undefined) return refused('COMMAND_NOT_ALLOWED');
  return write(access, source, access.tree.find(target.path), item);
}

function sourceOf(access: TreeAccess, uri: string | undefined): TreeNode | Refused {
  const { tree, procedures } = access;
  const address = procedures.addressOf(access, uri);
  if (isRefused(address)) return asCopy(address);
  if (address.query !== undefined) return refused('COMMAND_NOT_ALLOWED');
  const node = tree.find(address.path);
  if (node === undefined) return refused('FORBIDDEN');
  const denied = procedures.checkAccess(access, node, 'Get') ?? procedures.checkAccessType(node, 'Get');
  if (denied !== undefined) return denied;
  return isInterior(node) ? refused('FORBIDDEN') : node;
}

function write(access: TreeAccess, source: TreeNode, target: TreeNode | undefined, item: Item): Outcome {
  if (target !== undefined && isInterior(target)) return refused('FORBIDDEN');
  const { format, type } = source;
  const request = { item: { ...item, data: currentValue(source) }, meta: { format, type } };
  const outcome =
    target === undefined
      ? access.procedures.add(access, { ...request, kind: 'Add' })
      : access.procedures.replace(access, { ...request, kind: 'Replace' });
  return isSuccess(outcome.code) ? outcome : asCopy(outcome);
}

/** Codes of Add, Replace and Get that a Copy does not have. */
const NOT_OF_COPY = new Set([
  refused('NOT_FOUND').code,
  refused('REQUEST_ENTITY_TOO_LARGE').code,
  refused('UNSUPPORTED_MEDIA_TYPE_OR_FORMAT').code,
]);

function asCopy<O extends Outcome>(outcome: O): O {
  return NOT_OF_COPY.has(outcome.code) ? { ...outcome, code: refused('FORBIDDEN').code } : outcome;
}
