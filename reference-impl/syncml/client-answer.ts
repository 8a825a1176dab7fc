import type { AlertCommand, ItemsCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands, identifierFindings } from '../../protocol/model/syncml-identifiers';
import type { Item } from '../../protocol/model/syncml-item';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Performed, PerformedStatus } from '../management-tree/performed';
import { type Draft, NOT_NUMBERED } from './client-draft';
import { continues, isChunk, type Taken, takeItem } from './client-received-object';
import { answerable, type ClientSession } from './client-session-state';

/** Carries out what a server asks for that has proved itself, in its order. @see DM_RepPro 4.1.6 */
export async function answerCommands(
  session: ClientSession,
  message: SyncMLMessage,
): Promise<readonly Draft[]> {
  const { procedures } = session;
  if (!procedures.areIdentifiersSound(message))
    return procedures.refuseCommands(session, message, statusCode('BAD_REQUEST'));
  const drafts: Draft[] = [];
  const complaints: Draft[] = [];
  for (const command of answerable(message)) {
    const complaint = procedures.missingEndOfData(session, command);
    if (complaint !== undefined) {
      session.object = undefined;
      complaints.push({ command: complaint });
    }
    for (const performed of await procedures.performCommand(session, command))
      drafts.push(...procedures.answerOf(session, performed, message.header.messageID));
  }
  return [...drafts, ...complaints];
}

/** The same code for every command, those inside of others too. @see DM_Protocol 2.4.1 */
export function refuseCommands(
  session: ClientSession,
  message: SyncMLMessage,
  code: number,
): readonly Draft[] {
  const refused = (command: SyncMLCommand): Performed => ({ command, statuses: [{ code }], found: [] });
  return [...allCommands(answerable(message))].flatMap((command) =>
    session.procedures
      .statusesOfCommand(refused(command), message.header.messageID)
      .map((status) => ({ command: status })),
  );
}

/**
 * Commands that cannot be told apart could not be answered either, so none of the message is carried out. A status has
 * no answer, so its identifier does no harm.
 */
export function areIdentifiersSound(message: SyncMLMessage): boolean {
  const findings = identifierFindings({ ...message, commands: answerable(message) });
  return findings.every(({ kind }) => kind === 'session-too-long');
}

/** There is nobody to be asked or shown something; what only a client tells is no command to it. @see DM_Protocol 2.5 */
export function answerAlert(session: ClientSession, { code }: AlertCommand): number {
  if (code === undefined) return statusCode('INCOMPLETE_COMMAND');
  if (code === ALERT_CODES.NO_END_OF_DATA) leaveObject(session);
  const isTaken = code === ALERT_CODES.NEXT_MESSAGE || code === ALERT_CODES.NO_END_OF_DATA;
  return statusCode(isTaken ? 'OK' : 'OPTIONAL_FEATURE_NOT_SUPPORTED');
}

/** The server misses the end of an object, so it has none of it. @see DM_Protocol 2.2 */
function leaveObject(session: ClientSession): void {
  session.queue = session.queue.filter(({ isContinued }) => isContinued === undefined);
}

export async function performCommand(
  session: ClientSession,
  command: SyncMLCommand,
): Promise<readonly Performed[]> {
  const { procedures } = session;
  if (command.kind === 'Alert') return [withCode(command, procedures.answerAlert(session, command))];
  if (isMadeOfParts(session, command)) return [await performParts(session, command)];
  if (holdsPart(command))
    return [...allCommands([command])].map((one) => withCode(one, codeInsideOf(one, command)));
  return performAtTree(session, command);
}

/** A node that fails to do what it stands for fails its command, not the session. */
function performAtTree(
  { performer, account }: ClientSession,
  command: SyncMLCommand,
): Promise<readonly Performed[]> {
  return performer
    .perform([command], account.serverID)
    .catch(() => [...allCommands([command])].map((one) => withCode(one, statusCode('COMMAND_FAILED'))));
}

function withCode(command: SyncMLCommand, code: number): Performed {
  return { command, statuses: [{ code }], found: [] };
}

/** Parts of a large object are not put together inside of an Atomic or Sequence. */
function holdsPart(group: SyncMLCommand): boolean {
  return [...allCommands([group])].some((command) => 'items' in command && command.items.some(isChunk));
}

function codeInsideOf(command: SyncMLCommand, group: SyncMLCommand): number {
  return statusCode(command === group ? 'COMMAND_FAILED' : 'NOT_EXECUTED');
}

function isMadeOfParts({ object }: ClientSession, command: SyncMLCommand): command is ItemsCommand {
  if (command.kind !== 'Add' && command.kind !== 'Replace') return false;
  return (
    command.items.some(isChunk) || (object !== undefined && continues(object, command, command.items[0]))
  );
}

async function performParts(session: ClientSession, command: ItemsCommand): Promise<Performed> {
  const statuses: PerformedStatus[] = [];
  for (const item of command.items) {
    const taken = session.procedures.takePart(session, command, item);
    const status = 'code' in taken ? taken : await performWhole(session, { ...command, items: [taken.item] });
    statuses.push(command.items.length === 1 ? status : { ...status, item });
  }
  return { command, statuses, found: [] };
}

async function performWhole(session: ClientSession, command: ItemsCommand): Promise<PerformedStatus> {
  const [performed] = await performAtTree(session, command);
  return performed?.statuses[0] ?? { code: statusCode('COMMAND_FAILED') };
}

export function takePart(session: ClientSession, command: ItemsCommand, item: Item): Taken {
  return takeItem(session, command, item, session.limits.objectSize);
}

export function missingEndOfData(
  { object }: ClientSession,
  command: SyncMLCommand,
): AlertCommand | undefined {
  if (object === undefined || command.kind === 'Alert') return undefined;
  if (command.kind === object.kind && continues(object, command, command.items[0])) return undefined;
  const items = [{ target: { uri: object.uri } }];
  return { kind: 'Alert', commandID: NOT_NUMBERED, code: ALERT_CODES.NO_END_OF_DATA, items };
}
