import type { StatusCommand, SyncMLCommand } from '../../../protocol/model/syncml-command';
import { SYNCML_STATUS_CODES, statusCode } from '../../../protocol/tables/syncml/status-codes';
import type { CommandOutcome } from './server-side-session';
import { pathOf } from './tester-tree';

/** What became of commands, as steps look at it and as people read it. */

/** What was not executed or was undone has a code of 2xx as well. @see DM_RepPro 4.1.6 */
const NOT_DONE: ReadonlySet<number> = new Set([
  statusCode('NOT_EXECUTED'),
  statusCode('ATOMIC_ROLL_BACK_OK'),
]);

export function isSuccessCode(code: number): boolean {
  return code >= 200 && code < 300 && !NOT_DONE.has(code);
}

export function isRefusalCode(code: number): boolean {
  return code >= 400;
}

/** Answered, and by nothing but successes. */
export function isSuccess({ statuses }: CommandOutcome): boolean {
  return statuses.length > 0 && statuses.every(({ code }) => isSuccessCode(code));
}

/** The code for one item of a command; a status that names no node is for all of them. @see DM_RepPro 4.1.6.13 */
export function codeFor({ statuses }: Pick<CommandOutcome, 'statuses'>, uri: string): number | undefined {
  const named = statuses.find((status) => names(status, uri));
  const general = statuses.find(({ targetReferences, sourceReferences }) => {
    return targetReferences.length === 0 && sourceReferences.length === 0;
  });
  return (named ?? general ?? statuses.at(0))?.code;
}

function names({ targetReferences, sourceReferences }: StatusCommand, uri: string): boolean {
  return [...targetReferences, ...sourceReferences].some((reference) => pathOf(reference) === pathOf(uri));
}

/** `NOT_FOUND (404)`. */
export function codeText(code: number): string {
  const row = SYNCML_STATUS_CODES.find((known) => known.code === code);
  return `${row?.name ?? 'a code of no name'} (${code})`;
}

export function describeOutcome({ command, statuses }: Pick<CommandOutcome, 'command' | 'statuses'>): string {
  const codes = statuses.map(({ code }) => codeText(code)).join(', ');
  return `${codes === '' ? 'no status' : codes} for ${describeCommand(command)}`;
}

export function describeCommand(command: SyncMLCommand): string {
  if (command.kind === 'NotInDM') return command.command;
  if ('commands' in command)
    return `${command.kind} of ${command.commands.map(describeCommand).join(', ') || 'nothing'}`;
  if (command.kind === 'Alert') return `Alert ${command.code ?? 'without a code'}`;
  if (command.kind === 'Status') return `Status ${command.code} of ${command.command}`;
  const nodes = command.items.map(({ target, source }) => target?.uri ?? source?.uri ?? 'no node');
  return `${command.kind} ${nodes.join(' and ')}`;
}
