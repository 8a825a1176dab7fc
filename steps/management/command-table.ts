import type { DataTable } from '@cucumber/cucumber';
import { numbered, UNNUMBERED } from '../../harness/cast/management/command-building';
import { groupURI } from '../../harness/cast/management/gateway-configuration';
import type { ManagementScene } from '../../harness/cast/management/management-scene';
import { encodeCommandsXml } from '../../protocol/codec/syncml/syncml-xml';
import type { ItemsCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import { nodeURI } from './node-names';

/** A row of a table of commands. */
export interface CommandRow {
  /** `Atomic`, `Replace`: the groups that it is in, and the command itself. */
  readonly path: readonly string[];
  readonly node: string;
  readonly data: string;
  readonly format: string;
}

export function commandRows(table: DataTable): CommandRow[] {
  return table.raw().map(([command = '', node = '', data = '', format = '']) => {
    return { path: command.split('>').map((part) => part.trim()), node, data, format };
  });
}

/** The commands of a table, without identifiers. Rows that follow each other in one group are one group. */
export function commandsOf(scene: ManagementScene, rows: readonly CommandRow[]): SyncMLCommand[] {
  const commands: SyncMLCommand[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const [row] = rest;
    if (row === undefined) break;
    const together = row.path.length === 1 ? 1 : sameGroup(rest);
    commands.push(
      ...(row.path.length === 1
        ? [single(scene, row, commands)]
        : [groupOf(scene, row.path[0] ?? '', rest.slice(0, together))]),
    );
    rest = rest.slice(together);
  }
  return commands;
}

function sameGroup(rows: readonly CommandRow[]): number {
  const name = rows[0]?.path[0];
  const end = rows.findIndex(({ path }) => path.length === 1 || path[0] !== name);
  return end < 0 ? rows.length : end;
}

function groupOf(scene: ManagementScene, kind: string, rows: readonly CommandRow[]): SyncMLCommand {
  if (kind !== 'Atomic' && kind !== 'Sequence') throw new Error(`"${kind}" holds no commands`);
  const inner = rows.map((row) => ({ ...row, path: row.path.slice(1) }));
  return { kind, commandID: UNNUMBERED, commands: commandsOf(scene, inner) };
}

/** `and` is one more item of the command above. */
function single(scene: ManagementScene, row: CommandRow, above: SyncMLCommand[]): SyncMLCommand {
  const [kind = ''] = row.path;
  if (kind !== 'and') return commandOf(scene, row, kind);
  const command = above.pop();
  if (command === undefined || !isItemsCommand(command)) throw new Error('"and" stands below no command');
  return { ...command, items: [...command.items, itemOf(scene, row, command.kind)] };
}

function commandOf(scene: ManagementScene, row: CommandRow, kind: string): SyncMLCommand {
  const items = [itemOf(scene, row, kind)];
  if (kind === 'Exec') return { kind, commandID: UNNUMBERED, items };
  if (!isItemsKind(kind)) throw new Error(`"${kind}" is no command of a table`);
  return { kind, commandID: UNNUMBERED, items };
}

function isItemsCommand(command: SyncMLCommand): command is ItemsCommand {
  return isItemsKind(command.kind);
}

function isItemsKind(kind: string): kind is ItemsCommand['kind'] {
  return ['Add', 'Copy', 'Delete', 'Get', 'Replace'].includes(kind);
}

function itemOf(scene: ManagementScene, { node, data, format }: CommandRow, kind: string): Item {
  const uri = nodeURI(scene, node);
  if (kind === 'Copy') return { source: { uri }, target: { uri: nodeURI(scene, data) } };
  if (kind !== 'Add' && kind !== 'Replace') return { target: { uri } };
  if (uri.includes('?')) return { target: { uri }, data: cellValue(scene, data, uri) };
  if (format === 'node') return { target: { uri }, meta: { format } };
  const type = format === 'xml' ? 'text/xml' : 'text/plain';
  return { target: { uri }, meta: { format: format || 'chr', type }, data: cellValue(scene, data, uri) };
}

/** What a cell stands for. */
export function cellValue(scene: ManagementScene, text: string, uri = ''): string {
  if (text === '(empty)') return '';
  const [, count] = /^(\d+) characters$/.exec(text) ?? [];
  if (count !== undefined) return 'flowproof '.repeat(Math.ceil(Number(count) / 10)).slice(0, Number(count));
  const [, group] = /^the group (\w+)$/.exec(text) ?? [];
  if (group !== undefined) return groupURI(scene, group);
  const [, command, node = '', data = ''] = /^the command (\w+) (\S+)(?: (.*))?$/.exec(text) ?? [];
  if (command !== undefined)
    return commandsText(commandsOf(scene, [{ path: [command], node, data, format: '' }]));
  if (uri.endsWith('?prop=ACL')) return text.replace(/\bme\b/g, scene.stage.underTest.account.serverID);
  return text;
}

/** XML of commands with identifiers, as ToBeFannedOut holds them. */
export function commandsText(commands: readonly SyncMLCommand[]): string {
  return encodeCommandsXml(numbered(commands));
}

/** Commands to be fanned out: as a table, or as the text of the node. */
export function fannedOutText(scene: ManagementScene, given: DataTable | string): string {
  return typeof given === 'string' ? given : commandsText(commandsOf(scene, commandRows(given)));
}
