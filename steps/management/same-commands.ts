import { UNNUMBERED } from '../../harness/cast/management/command-building';
import { pathOf } from '../../harness/cast/management/tester-tree';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Item, Meta } from '../../protocol/model/syncml-item';
import { DEFAULT_FORMAT, DEFAULT_TYPE } from '../../protocol/tables/syncml/data-formats';

/** Whether commands say the same: identifiers, spelling of addresses and what is the default do not count. */
export function saysTheSame(one: SyncMLCommand, other: SyncMLCommand): boolean {
  return plain(one) === plain(other);
}

/** One text for all commands that say the same. */
export function plain(command: SyncMLCommand): string {
  return JSON.stringify(comparable(command));
}

function comparable(command: SyncMLCommand): unknown {
  if ('commands' in command) return [command.kind, command.commands.map(comparable)];
  const bare = { ...command, commandID: UNNUMBERED };
  if (!('items' in bare) || bare.kind === 'Status' || bare.kind === 'Results') return bare;
  const meta = 'meta' in bare ? bare.meta : undefined;
  return [bare.kind, bare.items.map((item) => comparableItem(item, bare.kind, meta))];
}

function comparableItem(
  { target, source, meta, data }: Item,
  kind: string,
  above: Meta | undefined,
): unknown {
  const value =
    typeof data === 'string' || data === undefined ? (data ?? '') : Buffer.from(data).toString('base64');
  const nodes = [pathOf(target?.uri ?? ''), pathOf(source?.uri ?? '')];
  if (kind !== 'Add' && kind !== 'Replace') return [nodes, value];
  const format = (meta?.format ?? above?.format ?? DEFAULT_FORMAT).toLowerCase();
  return [nodes, value, format, meta?.type ?? above?.type ?? DEFAULT_TYPE];
}
