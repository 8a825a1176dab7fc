import type { GroupCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import { isSuccess } from './outcome';
import { notExecuted, performAtOnce, performInOrder } from './perform-command';
import type { Performed } from './performed';
import type { TreeAccess } from './tree-access';

/** Atomic and Sequence: several commands as one. The status of the group stands before those of its commands. */

/** Every command has its turn, whatever became of the one before; the Sequence itself was begun. @see DM_RepPro 4.1.6.14 */
export async function sequence(access: TreeAccess, command: GroupCommand): Promise<readonly Performed[]> {
  const inside = await performInOrder(access, command.commands, 'Sequence');
  return [performedAs(command, statusCode('OK')), ...inside];
}

/**
 * All of it or nothing. The command that fails keeps its code, those before it are taken back, those behind it are not
 * executed. Nothing waits in between, so nobody else changes the tree meanwhile.
 * @see DM_RepPro 4.1.6.3
 */
export function atomic(access: TreeAccess, command: GroupCommand): readonly Performed[] {
  const { tree, procedures } = access;
  const members = tree.tentatively(
    () => untilFailure(access, command.commands),
    (performed) => procedures.isAtomicKept(performed),
  );
  if (members.every(succeeded)) return [performedAs(command, statusCode('OK')), ...members];
  return [performedAs(command, statusCode('ATOMIC_FAILED')), ...members.map(takenBack)];
}

function untilFailure(access: TreeAccess, commands: readonly SyncMLCommand[]): readonly Performed[] {
  const performed: Performed[] = [];
  let isFailed = false;
  for (const command of commands) {
    const now: readonly Performed[] = isFailed ? notExecuted(command) : performMember(access, command);
    performed.push(...now);
    isFailed ||= !now.every(succeeded);
  }
  return performed;
}

function performMember(access: TreeAccess, command: SyncMLCommand): readonly Performed[] {
  if (command.kind === 'Status' || command.kind === 'Results') return [];
  const failed = performedAs(command, statusCode('COMMAND_FAILED'));
  if ('commands' in command) return [failed, ...command.commands.flatMap(notExecuted)];
  if (command.kind === 'Exec' || !access.procedures.mayBeInAtomic(command)) return [failed];
  return [performAtOnce(access, command)];
}

/** Add, Alert, Copy, Delete and Replace. Get and Atomic are an error inside. @see DM_RepPro 4.1.6.3 */
export function mayBeInAtomic({ kind }: SyncMLCommand): boolean {
  return kind === 'Add' || kind === 'Alert' || kind === 'Copy' || kind === 'Delete' || kind === 'Replace';
}

export function isAtomicKept(members: readonly Performed[]): boolean {
  return members.every(succeeded);
}

function succeeded({ statuses }: Performed): boolean {
  return statuses.every(({ code }) => isSuccess(code));
}

function takenBack({ command, statuses }: Performed): Performed {
  const code = statusCode('ATOMIC_ROLL_BACK_OK');
  const after = statuses.map((status) => (isSuccess(status.code) ? { ...status, code } : status));
  return { command, statuses: after, found: [] };
}

function performedAs(command: SyncMLCommand, code: number): Performed {
  return { command, statuses: [{ code }], found: [] };
}

/** Cancelled by the user: everywhere. A "no": inside of a Sequence only. @see DM_Protocol 2.5 */
export function stopsTheRest({ command, statuses }: Performed, within: 'SyncBody' | 'Sequence'): boolean {
  if (command.kind !== 'Alert') return false;
  const codes = statuses.map(({ code }) => code);
  if (codes.includes(statusCode('OPERATION_CANCELLED'))) return true;
  return within === 'Sequence' && codes.includes(statusCode('NOT_MODIFIED'));
}
