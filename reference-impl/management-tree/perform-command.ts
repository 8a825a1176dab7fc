import type {
  AlertCommand,
  CommandNotInDM,
  ExecCommand,
  ItemsCommand,
  SyncMLCommand,
} from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import { type Outcome, refused } from './outcome';
import type { Performed } from './performed';
import type { ItemRequest } from './procedures';
import type { TreeAccess } from './tree-access';

/** Hands each command to its procedure, item by item, and says what became of it. It decides nothing itself. */

type CommandDoneAtOnce = ItemsCommand | AlertCommand | CommandNotInDM;

/** Commands in their order, until one of them bypasses those behind it. Status and Results are no commands here. */
export async function performInOrder(
  access: TreeAccess,
  commands: readonly SyncMLCommand[],
  within: 'SyncBody' | 'Sequence',
): Promise<readonly Performed[]> {
  const performed: Performed[] = [];
  let isStopped = false;
  for (const command of commands) {
    const now: readonly Performed[] = isStopped
      ? notExecuted(command)
      : await performCommand(access, command);
    performed.push(...now);
    isStopped ||= now.some((one) => access.procedures.stopsTheRest(one, within));
  }
  return performed;
}

async function performCommand(access: TreeAccess, command: SyncMLCommand): Promise<readonly Performed[]> {
  switch (command.kind) {
    case 'Status':
    case 'Results':
      return [];
    case 'Exec':
      return [await performExec(access, command)];
    case 'Atomic':
      return access.procedures.atomic(access, command);
    case 'Sequence':
      return access.procedures.sequence(access, command);
    default:
      return [performAtOnce(access, command)];
  }
}

async function performExec(access: TreeAccess, command: ExecCommand): Promise<Performed> {
  const outcomes: Outcome[] = [];
  for (const item of command.items) outcomes.push(await access.procedures.exec(access, command, item));
  return performedFrom(access, command, command.items, outcomes);
}

/** What needs no waiting, so that nothing comes between the commands of an Atomic. */
export function performAtOnce(access: TreeAccess, command: CommandDoneAtOnce): Performed {
  const { procedures } = access;
  if (command.kind === 'Alert')
    return performedFrom(access, command, [], [procedures.alert(access, command)]);
  if (command.kind === 'NotInDM') return performedFrom(access, command, [], [procedures.commandNotInDM()]);
  const outcomes = command.items.map((item) => {
    const meta = { ...command.meta, ...item.meta };
    return performItem(access, { kind: command.kind, item, meta });
  });
  return performedFrom(access, command, command.items, outcomes);
}

function performItem(access: TreeAccess, request: ItemRequest): Outcome {
  const { procedures } = access;
  switch (request.kind) {
    case 'Add':
      return procedures.add(access, request);
    case 'Copy':
      return procedures.copy(access, request);
    case 'Delete':
      return procedures.delete(access, request);
    case 'Get':
      return procedures.get(access, request);
    case 'Replace':
      return procedures.replace(access, request);
  }
}

/** A command without items names no node. @see DM_RepPro 4.1.6.1 to 4.1.6.11: at least one */
function performedFrom(
  { procedures }: TreeAccess,
  command: SyncMLCommand,
  items: readonly Item[],
  outcomes: readonly Outcome[],
): Performed {
  const empty = refused(command.kind === 'Copy' ? 'FORBIDDEN' : 'NOT_FOUND');
  const statuses = procedures.statusesOf(items, outcomes.length === 0 ? [empty] : outcomes);
  return { command, statuses, found: outcomes.flatMap((outcome) => outcome.found ?? []) };
}

/** A command and those inside of it that were bypassed. @see DM_RepPro 4.1.6.14 */
export function notExecuted(command: SyncMLCommand): readonly Performed[] {
  if (command.kind === 'Status' || command.kind === 'Results') return [];
  const { code } = refused('NOT_EXECUTED');
  const inside = 'commands' in command ? command.commands.flatMap(notExecuted) : [];
  return [{ command, statuses: [{ code }], found: [] }, ...inside];
}
