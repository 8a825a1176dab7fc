import type { ExecCommand } from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import { isRefused, type Outcome, refused } from './outcome';
import type { TreeAccess } from './tree-access';

/** Exec: has the device do what the node stands for. Nodes that stand for nothing refuse. @see DM_RepPro 4.1.6.6 */
export async function execNode(access: TreeAccess, command: ExecCommand, item: Item): Promise<Outcome> {
  const { tree, by, procedures } = access;
  const address = procedures.addressOf(access, item.target?.uri);
  if (isRefused(address)) return address;
  const node = tree.find(address.path);
  if (node === undefined) return refused('NOT_FOUND');
  const denied = procedures.checkAccess(access, node, 'Exec');
  if (denied !== undefined) return denied;
  const { onExec } = node.description;
  if (onExec === undefined || address.query !== undefined) return refused('COMMAND_NOT_ALLOWED');
  const { correlator } = command;
  const meta = { ...command.meta, ...item.meta };
  const execution = { node, by, item, meta };
  return { code: await onExec(correlator === undefined ? execution : { ...execution, correlator }) };
}
