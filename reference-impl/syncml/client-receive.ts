import type { StatusCommand } from '../../protocol/model/syncml-command';
import type { SyncMLHeader, SyncMLMessage } from '../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { VERSION_DTD, VERSION_PROTOCOL } from '../../protocol/tables/syncml/identifiers';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { ProofOutcome } from './authentication';
import type { Draft } from './client-draft';
import type { Onward, Untrusted } from './client-session-procedures';
import { answerable, type ClientSession } from './client-session-state';
import type { ReceivedMessage } from './envelope';

/** Takes a message of the server: who sent it is settled before anything in it counts. @see DM_Protocol 2.4 */
export async function receiveAnswer(session: ClientSession, received: ReceivedMessage): Promise<Onward> {
  const { procedures, authentication } = session;
  const { message } = received;
  if (!procedures.belongsToSession(session, message)) return 'broken';
  const { header } = message;
  session.received = header.messageID;
  procedures.learnFromServerHeader(session, header);
  session.toldNonce = authentication.peer.nonce;
  const judgement = authentication.procedures.judge(authentication, received);
  const { code, challenge } = judgement;
  if (challenge === undefined) authentication.peer.nonce = session.toldNonce;
  const { messageID: messageReference, target, source } = header;
  session.answer = { messageReference, target, source, code, ...(challenge !== undefined && { challenge }) };
  if (procedures.isBrokenOff(message)) return 'aborted';
  const outcome = procedures.outcomeOfOwnHeader(session, message);
  if (outcome === 'unwanted') return 'refused';
  if (outcome === 'refused') return 'not-authenticated';
  session.isServerClosed = isPackageClosed(session, message, outcome);
  if (judgement.verdict === 'accepted') return procedures.proceedTrusted(session, message, outcome);
  return procedures.proceedUntrusted(session, message, { judgement, outcome });
}

/**
 * A message without Final while the client is in the middle of its package only asks for more of it. A challenge has the
 * client begin its package anew. @see DM_Protocol 2.1.2, 2.4.1
 */
function isPackageClosed(session: ClientSession, message: SyncMLMessage, outcome: ProofOutcome): boolean {
  const isMidPackage = !session.isClosed && session.isServerClosed;
  return message.final || isMidPackage || outcome === 'again';
}

/** A message that was there before, or before its time, is none of this session. */
export function belongsToSession({ sessionID, received }: ClientSession, { header }: SyncMLMessage): boolean {
  return (
    header.versionDTD === VERSION_DTD &&
    header.versionProtocol === VERSION_PROTOCOL &&
    header.sessionID === sessionID &&
    header.messageID > received
  );
}

export function learnFromServerHeader(session: ClientSession, { responseURI, meta }: SyncMLHeader): void {
  if (responseURI !== undefined && responseURI !== '') session.to = responseURI;
  session.peerMessageSize = meta?.maxMessageSize ?? session.peerMessageSize;
  session.peerObjectSize = meta?.maxObjectSize ?? session.peerObjectSize;
}

const ABOUT_CREDENTIALS = [statusCode('INVALID_CREDENTIALS'), statusCode('MISSING_CREDENTIALS')];

/** No status of the header is taken for consent. */
export function outcomeOfOwnHeader(
  session: ClientSession,
  message: SyncMLMessage,
): ProofOutcome | 'unwanted' {
  const { authentication } = session;
  const status = headerStatusIn(session, message);
  if (status === undefined) return 'accepted';
  if (status.code >= 300 && !ABOUT_CREDENTIALS.includes(status.code)) return 'unwanted';
  return authentication.procedures.learnFromStatus(authentication, status);
}

function headerStatusIn({ sent }: ClientSession, { commands }: SyncMLMessage): StatusCommand | undefined {
  for (const command of commands) {
    if (command.kind !== 'Status' || command.commandReference !== '0') continue;
    if ((command.messageReference ?? sent) === sent) return command;
  }
  return undefined;
}

export function repeatedAfterChallenge({ said }: ClientSession): readonly Draft[] {
  return said;
}

export function isBrokenOff({ commands }: SyncMLMessage): boolean {
  return commands.some(
    ({ kind, ...alert }) => kind === 'Alert' && 'code' in alert && alert.code === ALERT_CODES.SESSION_ABORT,
  );
}

export async function proceedTrusted(
  session: ClientSession,
  message: SyncMLMessage,
  outcome: ProofOutcome,
): Promise<Onward> {
  const { procedures } = session;
  session.wasTrusted = true;
  procedures.settleAlerts(session, message);
  const answers = await procedures.answerCommands(session, message);
  const repeated = outcome === 'again' ? procedures.repeatedAfterChallenge(session) : [];
  const waiting = [...session.held, ...repeated, ...session.queue];
  session.held = [];
  session.queue = isNextMessage(message) ? [...answers, ...waiting] : [...waiting, ...answers];
  if (!procedures.isSessionOver(session, message)) return undefined;
  session.authentication.peer.nonce = session.toldNonce;
  session.authentication.procedures.keepNonces(session.authentication);
  return 'finished';
}

/** Nothing but the wish for the rest of the client's package. */
function isNextMessage(message: SyncMLMessage): boolean {
  return answerable(message).every(
    (command) => command.kind === 'Alert' && command.code === ALERT_CODES.NEXT_MESSAGE,
  );
}

export function isSessionOver({ queue }: ClientSession, message: SyncMLMessage): boolean {
  return message.final && queue.length === 0 && answerable(message).length === 0;
}

/**
 * A server that wants nothing is not told that it should have proved itself. What was found for a server that had proved
 * itself before waits until it does so again.
 */
export function proceedUntrusted(session: ClientSession, message: SyncMLMessage, judged: Untrusted): Onward {
  const { procedures } = session;
  const { judgement, outcome } = judged;
  const refusals = procedures.refuseCommands(session, message, judgement.code);
  if (refusals.length === 0 && outcome !== 'again') return 'not-authenticated';
  const repeated = outcome === 'again' ? procedures.repeatedAfterChallenge(session) : [];
  const waiting = [...repeated, ...session.queue];
  session.held = session.wasTrusted ? [...session.held, ...waiting] : [];
  session.queue = session.wasTrusted || judgement.isLast ? refusals : [...refusals, ...waiting];
  if (judgement.isLast) session.lastWord = 'not-authenticated';
  return judgement.isLast && refusals.length === 0 ? 'not-authenticated' : undefined;
}
