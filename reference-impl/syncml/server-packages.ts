import type { StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import { octetsOf } from '../../protocol/model/syncml-item';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { OutgoingMessage } from './envelope';
import { numbered } from './numbered-command';
import { nextRoom } from './server-compose';
import { divided } from './server-packing';
import { reportMissingEnd } from './server-received-object';
import {
  type AskedCommand,
  endSession,
  referenceKey,
  type ServerSession,
  UNNUMBERED,
} from './server-session-state';

/** Packages of the server, and when there is another one. @see DM_Protocol 2.1, 2.3.4, 2.3.6 */

/**
 * New commands wait until the device has closed its package, which answers the former ones; where the rest of a package
 * fell away, its last message has answered them. @see DM_Protocol 2.1.1
 */
export async function proceed(session: ServerSession, message: SyncMLMessage): Promise<OutgoingMessage> {
  const { procedures, isPackageOpen } = session;
  if (isPackageOpen && isMoreToSay(session)) return procedures.sendFromQueue(session, true);
  if (!isPackageOpen && !message.final) {
    session.queue = [...session.queue, { command: procedures.nextMessageAlert() }];
    return procedures.sendFromQueue(session, false);
  }
  reportMissingEnd(session);
  if (!(await procedures.openPackage(session))) endSession(session, 'finished');
  session.isPackageOpen = true;
  return procedures.sendFromQueue(session, true);
}

function isMoreToSay({ queue }: ServerSession): boolean {
  return queue.some(({ command }) => command.kind !== 'Status');
}

/** What the device cannot take is answered for it, and the work goes on with what it can. */
export async function openPackage(session: ServerSession): Promise<boolean> {
  const { procedures, work, limits } = session;
  while (session.taken <= limits.messages) {
    const answers = session.asked;
    session.asked = [];
    session.travelled.clear();
    const commands = await work.next(answers);
    if (commands.length === 0) return false;
    session.asked = commands.map((command) => ({ command, statuses: [], results: [] }));
    const sendable = session.asked.filter(({ command }) => !procedures.isTooLargeForDevice(session, command));
    session.queue = [...session.queue, ...sendable.map((asked) => ({ command: asked.command, asked }))];
    for (const asked of session.asked) if (!sendable.includes(asked)) answerForDevice(asked);
    if (sendable.length > 0) return true;
    session.taken += 1;
  }
  throw new Error('The work goes on with commands that are too large for the device.');
}

function answerForDevice(asked: AskedCommand): void {
  let last = 0;
  asked.command = numbered(asked.command, () => {
    last += 1;
    return String(last);
  });
  asked.statuses.push(tooLarge(asked.command));
}

function tooLarge({ kind, commandID }: SyncMLCommand): StatusCommand {
  return {
    kind: 'Status',
    commandID: UNNUMBERED,
    commandReference: commandID,
    command: kind,
    targetReferences: [],
    sourceReferences: [],
    code: statusCode('REQUEST_ENTITY_TOO_LARGE'),
    items: [],
  };
}

/** A command has to fit in one message, but for an object that can be divided. @see DM_Protocol 2.1.1, 2.2 */
export function isTooLargeForDevice(session: ServerSession, command: SyncMLCommand): boolean {
  const { peerObjectSize = Number.POSITIVE_INFINITY } = session;
  if (largestObject(command) > peerObjectSize) return true;
  const room = nextRoom(session);
  return room.sizeOf(command) > room.octets && divided({ command }, room) === undefined;
}

function largestObject(command: SyncMLCommand): number {
  if (command.kind === 'Atomic' || command.kind === 'Sequence')
    return Math.max(0, ...command.commands.map(largestObject));
  if (!('items' in command)) return 0;
  return Math.max(0, ...command.items.map(({ data }) => octetsOf(data ?? '').length));
}

/** Its answers to what it did not take are no answers. @see DM_Protocol 2.4.1 */
export function repeatAfterChallenge(session: ServerSession): void {
  const again = session.said.filter(({ asked }) => asked !== undefined);
  if (again.length === 0) return;
  for (const { command } of again) session.travelled.delete(referenceKey(session.sent, command.commandID));
  session.queue = [...again, ...session.queue];
  session.isPackageOpen = true;
}
