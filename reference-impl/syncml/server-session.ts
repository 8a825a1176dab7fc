import type { StatusCommand } from '../../protocol/model/syncml-command';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Judgement } from './authentication';
import type { OutgoingMessage, ReceivedMessage } from './envelope';
import type { HeaderOutcome } from './server-session-procedures';
import { endSession, type ServerDraft, type ServerSession } from './server-session-state';
import { statusesFor } from './server-statuses';

/**
 * One message of a device and its answer, in the order of the protocol: who says it, what became of the message before,
 * what it says, what comes next. Nothing of a body counts before its credentials are right. @see DM_Protocol 2.3, 2.4
 */
export async function answerMessage(
  session: ServerSession,
  received: ReceivedMessage,
): Promise<OutgoingMessage> {
  const { authentication, procedures } = session;
  const { message } = received;
  session.taken += 1;
  const judgement = authentication.procedures.judge(authentication, received);
  const outcome = procedures.headerOutcome(session, message);
  if (judgement.verdict !== 'accepted') return procedures.refuseMessage(session, message, judgement);
  session.isProven = true;
  authentication.procedures.keepNonces(authentication);
  procedures.learnFromHeader(session, message.header);
  session.headerStatus = procedures.statusOfHeader(message, judgement);
  if (session.over !== undefined) return answerAfterEnd(session, message);
  if (session.taken > session.limits.messages) return breakOff(session, message);
  return carryOn(session, message, outcome);
}

async function carryOn(
  session: ServerSession,
  message: SyncMLMessage,
  outcome: HeaderOutcome,
): Promise<OutgoingMessage> {
  const { procedures } = session;
  if (outcome === 'again') procedures.repeatAfterChallenge(session);
  const statuses = await procedures.takeCommands(session, message);
  putFirst(session, statuses);
  if (procedures.isAbort(message) || outcome === 'failed') return close(session, 'aborted');
  if (outcome === 'refused') return close(session, 'not-authenticated');
  return procedures.proceed(session, message).catch(() => breakOff(session, message));
}

/** Statuses only, and a challenge if there is one more. @see DM_Protocol 2.4.1 */
export function refuseMessage(
  session: ServerSession,
  message: SyncMLMessage,
  judgement: Judgement,
): OutgoingMessage {
  const { procedures } = session;
  if (judgement.isLast) endSession(session, 'not-authenticated');
  session.headerStatus = procedures.statusOfHeader(message, judgement);
  const { queue, isPackageOpen } = session;
  session.queue = draftsOf(procedures.statusesOfRefusal(message, judgement.code));
  const answer = procedures.sendFromQueue(session, true);
  session.queue = queue;
  session.isPackageOpen = isPackageOpen;
  return answer;
}

export function statusesOfRefusal(message: SyncMLMessage, code: number): readonly StatusCommand[] {
  return statusesFor(message, code);
}

/** The device may still say what it makes of the last message, so that both know the same nonces. */
function answerAfterEnd(session: ServerSession, message: SyncMLMessage): OutgoingMessage {
  putFirst(session, statusesFor(message, statusCode('NOT_EXECUTED')));
  return session.procedures.sendFromQueue(session, true);
}

/** @see DM_Protocol 2.3.1 */
function breakOff(session: ServerSession, message: SyncMLMessage): OutgoingMessage {
  const { procedures } = session;
  const statuses = session.queue.filter(({ command }) => command.kind === 'Status');
  const all = statuses.length > 0 ? statuses : draftsOf(statusesFor(message, statusCode('NOT_EXECUTED')));
  endSession(session, 'aborted');
  session.queue = [...all, { command: procedures.abortAlert() }];
  return procedures.sendFromQueue(session, true);
}

/** No command of the server goes after the end. @see DM_Protocol 2.3.1 */
function close(session: ServerSession, how: 'aborted' | 'not-authenticated'): OutgoingMessage {
  endSession(session, how);
  session.queue = session.queue.filter(({ command }) => command.kind === 'Status');
  return session.procedures.sendFromQueue(session, true);
}

/** Behind the statuses that are still to be said, since their order is that of the commands. @see DM_RepPro 4.1.6.14 */
function putFirst(session: ServerSession, statuses: readonly StatusCommand[]): void {
  const isStatus = ({ command }: ServerDraft): boolean => command.kind === 'Status';
  const before = session.queue.filter(isStatus);
  const others = session.queue.filter((draft) => !isStatus(draft));
  session.queue = [...before, ...draftsOf(statuses), ...others];
}

function draftsOf(statuses: readonly StatusCommand[]): readonly ServerDraft[] {
  return statuses.map((command) => ({ command }));
}
