import type { GroupCommand, ItemsCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Item, ItemData, Meta } from '../../protocol/model/syncml-item';
import { VirtualClock } from '../runtime/virtual-clock';
import { buildTree } from './build-tree';
import { ANY_NODE, type Execution, type NodeDescription } from './node-description';
import type { Performed } from './performed';
import { createCommandPerformer } from './performer';
import type { ManagementTree } from './tree';
import { DEFAULT_TREE_LIMITS, type TreeLimits } from './tree-limits';

/** A small device for tests: what it has in its tree, commands in one line, and what became of them as plain text. */

/** 11 July 2001, 16:38:17 UTC: the moment that the specification takes as an example. */
export const START = 994_869_497_000;

const ALL_RIGHTS = 'Add=*&Delete=*&Exec=*&Get=*&Replace=*';
const LEAF: NodeDescription = { access: ['Get', 'Replace', 'Delete'], value: 'old' };

export function treeBed(
  nodes: NonNullable<NodeDescription['nodes']> = {},
  { limits, acl = ALL_RIGHTS }: { limits?: TreeLimits; acl?: string } = {},
) {
  const clock = new VirtualClock(START);
  const executions: Execution[] = [];
  const onExec = (execution: Execution): number => {
    executions.push(execution);
    return 202;
  };
  const own: NonNullable<NodeDescription['nodes']> = {
    DevInfo: {
      permanent: true,
      type: 'urn:oma:mo:oma-dm-devinfo:1.0',
      nodes: { DevId: { permanent: true, value: 'urn:imei:1' }, Lang: { permanent: true, value: 'en' } },
    },
    Set: {
      permanent: true,
      nodes: {
        Mode: { ...LEAF, permanent: true },
        Start: { permanent: true, access: [], format: 'null', onExec },
      },
    },
    Dyn: { ...LEAF, nodes: { A: LEAF, B: LEAF } },
    Free: { permanent: true, mayBeAdded: { '*': ANY_NODE } },
  };
  const tree = buildTree({ acl, nodes: { ...own, ...nodes } }, { clock, ...(limits && { limits }) });
  const performer = createCommandPerformer(tree);
  const perform = (commands: readonly SyncMLCommand[], by = 'srv') => performer.perform(commands, by);
  return { clock, tree, executions, perform };
}

/** Numbers commands as they are made; what became of them does not depend on it. */
let made = 0;
const nextID = (): string => {
  made += 1;
  return String(made);
};

function command(kind: ItemsCommand['kind'], items: readonly Item[], meta?: Meta): ItemsCommand {
  return { kind, commandID: nextID(), items, ...(meta && { meta }) };
}

export function target(uri: string, rest: Omit<Item, 'target'> = {}): Item {
  return { target: { uri }, ...rest };
}

export function get(...uris: readonly string[]): ItemsCommand {
  return command(
    'Get',
    uris.map((uri) => target(uri)),
  );
}

export function add(uri: string, data?: ItemData, meta?: Meta): ItemsCommand {
  return command('Add', [target(uri, data === undefined ? {} : { data })], meta);
}

export function addNode(uri: string): ItemsCommand {
  return add(uri, undefined, { format: 'node' });
}

export function replace(uri: string, data: ItemData, meta?: Meta): ItemsCommand {
  return command('Replace', [target(uri, { data })], meta);
}

export function remove(...uris: readonly string[]): ItemsCommand {
  return command(
    'Delete',
    uris.map((uri) => target(uri)),
  );
}

export function copy(from: string, to: string): ItemsCommand {
  return command('Copy', [target(to, { source: { uri: from } })]);
}

export function group(kind: GroupCommand['kind'], ...commands: readonly SyncMLCommand[]): GroupCommand {
  return { kind, commandID: nextID(), commands };
}

/** `Add 200`, `Get 200:./A 404:./B` for items of their own, in order. */
export function codes(performed: readonly Performed[]): string[] {
  return performed.map(({ command: { kind }, statuses }) => {
    const each = statuses.map(({ code, item }) => (item ? `${code}:${item.target?.uri ?? '-'}` : code));
    return `${kind} ${each.join(' ')}`;
  });
}

/** What one command is answered. */
export async function answer(command: SyncMLCommand, bed = treeBed()): Promise<string[]> {
  return codes(await bed.perform([command]));
}

export function found(performed: readonly Performed[]): readonly Item[] {
  return performed.flatMap((one) => one.found);
}

/** A tree in which every server may do everything, but to one node. */
export function openTree(limits = DEFAULT_TREE_LIMITS): ManagementTree {
  const nodes = { Fixed: { permanent: true, value: 'f' }, A: { ...ANY_NODE, format: 'node' } } as const;
  const root = { acl: ALL_RIGHTS, nodes, mayBeAdded: { '*': ANY_NODE } };
  return buildTree(root, { clock: new VirtualClock(START), limits });
}
