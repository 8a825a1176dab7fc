import type { AlertCommand } from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import type { CommandPerformer } from '../management-tree/performed';
import type { Random } from '../runtime/random';
import type { Account, Nonces } from './account';
import { type AuthenticationProcedures, startAuthentication } from './authentication';
import { type ToldAlert, toldAlerts } from './client-alerts';
import { NOT_NUMBERED, type PendingAlert } from './client-draft';
import type { ClientSessionProcedures } from './client-session-procedures';
import type { ClientLimits, ClientPorts, ClientSession, ClientSessionEnd } from './client-session-state';
import type { OutgoingMessage, ReceivedMessage } from './envelope';

/** What a session of a client is made of. */
export interface ClientSessionStart {
  readonly account: Account;
  /** They move with the session. */
  readonly nonces: Nonces;
  readonly sessionID: string;
  readonly initiator: ClientSession['initiator'];
  readonly deviceInformation: readonly Item[];
  readonly alerts: readonly PendingAlert[];
  readonly performer: CommandPerformer;
  readonly limits: ClientLimits;
  readonly ports: ClientPorts;
  readonly random: Random;
  readonly procedures: ClientSessionProcedures & AuthenticationProcedures;
}

export interface ClientSessionOutcome {
  readonly end: ClientSessionEnd;
  /** Whether a message of the server came back at all. */
  readonly isReached: boolean;
  /** Those that are not confirmed can be told again in another session. */
  readonly alerts: readonly ToldAlert[];
}

export function openClientSession(start: ClientSessionStart): ClientSession {
  const { account, nonces, sessionID, initiator, deviceInformation, alerts } = start;
  const { performer, limits, ports, random, procedures } = start;
  const authentication = startAuthentication({ account, nonces, side: 'client', random, procedures });
  return {
    ...{ account, sessionID, initiator, deviceInformation, alerts },
    ...{ performer, limits, ports, authentication, procedures },
    to: account.serverAddress,
    sent: 0,
    received: 0,
    isServerClosed: true,
    isClosed: false,
    wasTrusted: false,
    said: [],
    queue: [],
    held: [],
    told: new Map(),
    alertStatuses: new Map(),
    toldNonce: authentication.peer.nonce,
    isAbortWanted: false,
  };
}

/** Runs a session to its end; it never rejects. @see DM_Protocol 2.3 */
export async function runClientSession(session: ClientSession): Promise<ClientSessionOutcome> {
  session.queue = session.procedures.firstPackage(session);
  let end: ClientSessionEnd | undefined;
  while (end === undefined) end = await takeTurn(session);
  if (end === 'broken') {
    breakOff(session, end);
    await send(session);
  }
  return { end, isReached: session.received > 0, alerts: toldAlerts(session) };
}

/** One message to the server and what it answers. */
async function takeTurn(session: ClientSession): Promise<ClientSessionEnd | undefined> {
  const isLastChance = session.sent + 1 >= session.limits.messages;
  if (session.lastWord === undefined && (session.isAbortWanted || isLastChance)) breakOff(session, 'aborted');
  const received = await send(session);
  if (typeof received !== 'string') keepToldNonces(session);
  if (session.lastWord !== undefined) return session.lastWord;
  if (typeof received === 'string') return received;
  return session.procedures.receiveAnswer(session, received);
}

function send(session: ClientSession): Promise<ReceivedMessage | 'timed-out' | 'unreachable'> {
  const to = session.to;
  return answerInTime(session, to, session.procedures.composeMessage(session));
}

function answerInTime(
  { ports, limits }: ClientSession,
  to: string,
  outgoing: OutgoingMessage,
): Promise<ReceivedMessage | 'timed-out' | 'unreachable'> {
  return new Promise((resolve) => {
    const callOff = ports.clock.after(limits.answerTime, () => resolve('timed-out'));
    const settle = (answer: ReceivedMessage | 'unreachable'): void => {
      callOff();
      resolve(answer);
    };
    ports.transmit(to, outgoing).then(settle, () => settle('unreachable'));
  });
}

/** The server has answered, so it has got the challenge of the message before. @see DM_Security 5.1.3.4 */
function keepToldNonces({ authentication, wasTrusted, answer }: ClientSession): void {
  const isTrusted = wasTrusted && answer !== undefined && answer.code < 300;
  if (isTrusted) authentication.procedures.keepNonces(authentication);
}

/** The last message of a session that the client gives up. @see DM_Protocol 2.3.1 */
function breakOff(session: ClientSession, end: ClientSessionEnd): void {
  session.queue = [{ command: session.procedures.breakOffAlert(session) }];
  session.held = [];
  session.isServerClosed = true;
  session.lastWord = end;
}

export function breakOffAlert(_session: ClientSession): AlertCommand {
  return { kind: 'Alert', commandID: NOT_NUMBERED, code: ALERT_CODES.SESSION_ABORT, items: [] };
}
