import { isRefusal, type Refusal, refuse } from '../../protocol/model/refusal';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { DmGateway } from './dm-gateway';

/** What a Start is about, as the two nodes say it at that moment. @see GFO steps 2 and 3 */

export function commandsToFanOut(gateway: DmGateway): readonly SyncMLCommand[] | Refusal {
  const text = gateway.nodes.textOf(`${gateway.config.fanOutRoot}/FanOut/ToBeFannedOut`) ?? '';
  const read = gateway.ports.commandText.read(text);
  if (!read.ok) return unusable(`ToBeFannedOut: ${read.fault.where}: ${read.fault.detail}`);
  if (read.value.length === 0) return unusable('ToBeFannedOut holds no command');
  const other = [...allCommands(read.value)].find((command) => !gateway.procedures.mayBeFannedOut(command));
  return other === undefined ? read.value : unusable(`ToBeFannedOut holds ${other.kind}`);
}

function unusable(reason: string): Refusal {
  return refuse(statusCode('COMMAND_FAILED'), reason, 'GFO step 2');
}

const KINDS: ReadonlySet<SyncMLCommand['kind']> = new Set<SyncMLCommand['kind']>([
  'Add',
  'Replace',
  'Delete',
  'Get',
  'Exec',
  'Copy',
  'Atomic',
  'Sequence',
]);

/** Alerts, Status and Results are said within a session, so none of them can be handed on. @see DM_RepPro 4.1.6 */
export function mayBeFannedOut({ kind }: SyncMLCommand): boolean {
  return KINDS.has(kind);
}

export function membersOfTargetGroup(gateway: DmGateway): readonly string[] | Refusal {
  const group = gateway.procedures.groupReferredTo(gateway);
  return isRefusal(group) ? group : [...new Set(gateway.procedures.membersOf(gateway, group))];
}

/** `./A/B` and `A/B` are the same node. @see DM_TND 8.3.3 */
export function groupReferredTo({ nodes, config }: DmGateway): string | Refusal {
  const text = (nodes.textOf(`${config.fanOutRoot}/FanOut/TargetGroupRef`) ?? '').trim();
  const uri = text.startsWith('./') ? text : `./${text}`;
  const groups = `${config.configurationRoot}/Groups/`;
  const name = uri.startsWith(groups) ? uri.slice(groups.length) : '';
  const isGroup = name !== '' && !name.includes('/') && nodes.childrenOf(uri) !== undefined;
  if (isGroup) return uri;
  return refuse(
    statusCode('NOT_FOUND'),
    `TargetGroupRef names no group: ${JSON.stringify(text.slice(0, 80))}`,
  );
}

export function membersOf({ nodes }: DmGateway, groupURI: string): readonly string[] {
  const names = nodes.childrenOf(groupURI) ?? [];
  return names.flatMap((name) => nodes.textOf(`${groupURI}/${name}`) ?? []).filter((text) => text !== '');
}
