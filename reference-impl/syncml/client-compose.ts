import type { AlertCommand, StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { SyncMLHeader } from '../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../protocol/tables/syncml/alert-codes';
import { VERSION_DTD, VERSION_PROTOCOL } from '../../protocol/tables/syncml/identifiers';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Proof } from './authentication';
import { type Draft, NOT_NUMBERED } from './client-draft';
import type { Room } from './client-packing';
import type { ClientSession } from './client-session-state';
import type { OutgoingMessage } from './envelope';

/** Makes the messages of a client: header, the status of the server's header, and of the queue what fits. */
export function composeMessage(session: ClientSession): OutgoingMessage {
  const { procedures, authentication } = session;
  const proof = authentication.procedures.proofOf(authentication);
  session.sent = procedures.nextMessageID(session);
  const header = procedures.clientHeader(session, proof);
  const status = procedures.statusOfServerHeader(session);
  const first: readonly Draft[] = status === undefined ? [] : [{ command: status }];
  const { packed, left } = procedures.packDrafts(session.queue, roomBeside(session, header, status));
  session.said = packed;
  session.queue = left;
  const more = procedures.questionForMore(session);
  const drafts = [...first, ...packed, ...(more === undefined ? [] : [{ command: more }])];
  const commands = numbered(session, drafts);
  session.isClosed = procedures.closesPackage(session);
  const message = { header, commands, final: session.isClosed };
  return proof.mac === undefined ? { message } : { message, mac: proof.mac };
}

export function nextMessageID({ sent }: ClientSession): number {
  return sent + 1;
}

export function clientHeader(session: ClientSession, { credential, userName }: Proof): SyncMLHeader {
  const { account, sessionID, sent, to, limits } = session;
  return {
    versionDTD: VERSION_DTD,
    versionProtocol: VERSION_PROTOCOL,
    sessionID,
    messageID: sent,
    target: { uri: to },
    source: { uri: account.deviceID, ...(userName !== undefined && { name: userName }) },
    ...(credential !== undefined && { credential }),
    meta: { maxMessageSize: limits.messageSize, maxObjectSize: limits.objectSize },
  };
}

/** First in the body. @see RepPro StatusType */
export function statusOfServerHeader({ answer }: ClientSession): StatusCommand | undefined {
  if (answer === undefined) return undefined;
  return {
    kind: 'Status',
    commandID: NOT_NUMBERED,
    messageReference: answer.messageReference,
    commandReference: '0',
    command: 'SyncHdr',
    targetReferences: [answer.target.uri],
    sourceReferences: [answer.source.uri],
    ...(answer.challenge !== undefined && { challenge: answer.challenge }),
    code: answer.code,
    items: [],
  };
}

/** Not where the client itself has more to say, nor where it refuses the message. @see DM_Protocol 2.1.2, 2.4.1 */
export function questionForMore(session: ClientSession): AlertCommand | undefined {
  const { isServerClosed, queue, answer } = session;
  const isRefusing = answer !== undefined && answer.code >= 400;
  return isServerClosed || queue.length > 0 || isRefusing ? undefined : NEXT_MESSAGE;
}

const NEXT_MESSAGE: AlertCommand = {
  kind: 'Alert',
  commandID: NOT_NUMBERED,
  code: ALERT_CODES.NEXT_MESSAGE,
  items: [],
};

export function closesPackage({ isServerClosed, queue, held }: ClientSession): boolean {
  return isServerClosed && queue.length === 0 && held.length === 0;
}

const ANSWER_TO_NEXT_MESSAGE: StatusCommand = {
  kind: 'Status',
  commandID: NOT_NUMBERED,
  messageReference: 9999,
  commandReference: '9999',
  command: 'Alert',
  targetReferences: [],
  sourceReferences: [],
  code: statusCode('OK'),
  items: [],
};

/** Longer than any identifier that a message needs. */
const LONGEST_ID = '9999';

function roomBeside(session: ClientSession, header: SyncMLHeader, status: StatusCommand | undefined): Room {
  const { ports, limits, peerMessageSize } = session;
  const sizeWith = (commands: readonly SyncMLCommand[]): number | undefined =>
    ports.sizeOf({
      header,
      commands: commands.map((one) => ({ ...one, commandID: LONGEST_ID })),
      final: true,
    });
  const bare = sizeWith([]) ?? 0;
  const taken = sizeWith(status === undefined ? [NEXT_MESSAGE] : [status, NEXT_MESSAGE]) ?? bare;
  const sizeOf = (command: SyncMLCommand): number | undefined => {
    const size = sizeWith([command]);
    return size === undefined ? undefined : size - bare;
  };
  const octets = (peerMessageSize ?? limits.messageSize) - taken;
  return { octets, reserved: sizeOf(ANSWER_TO_NEXT_MESSAGE) ?? 0, sizeOf };
}

/** Gives identifiers from 1, and notes which command tells which alert. */
function numbered(session: ClientSession, drafts: readonly Draft[]): readonly SyncMLCommand[] {
  return drafts.map(({ command, alert }, index) => {
    const commandID = String(index + 1);
    if (alert !== undefined) {
      session.told.set(`${session.sent}/${commandID}`, alert);
      session.alertStatuses.set(alert, []);
    }
    return { ...command, commandID };
  });
}
