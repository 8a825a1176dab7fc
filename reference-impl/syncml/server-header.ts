import { isDeepStrictEqual } from 'node:util';
import type { StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { SyncMLHeader, SyncMLMessage } from '../../protocol/model/syncml-message';
import { VERSION_DTD, VERSION_PROTOCOL } from '../../protocol/tables/syncml/identifiers';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Judgement, Proof } from './authentication';
import type { OutgoingMessage, ReceivedMessage } from './envelope';
import type { HeaderOutcome, HeaderRefusal } from './server-session-procedures';
import { type ServerSession, UNNUMBERED } from './server-session-state';
import { statusesFor } from './server-statuses';

/** What the server reads in the header of a message, and writes into its own. @see DM_RepPro 4.1.2.2 */

/** The representation that DM is made of has a code for each version, with the one that would do. @see RepPro, Status */
const VERSION_DTD_NOT_SUPPORTED = 505;
const VERSION_PROTOCOL_NOT_SUPPORTED = 513;

/** The header of a message that was answered outside of any session. */
const OUTSIDE_MESSAGE_ID = 1;

export function versionRefusal({ versionDTD, versionProtocol }: SyncMLHeader): HeaderRefusal | undefined {
  if (versionDTD !== VERSION_DTD) return { code: VERSION_DTD_NOT_SUPPORTED, supported: VERSION_DTD };
  if (versionProtocol === VERSION_PROTOCOL) return undefined;
  return { code: VERSION_PROTOCOL_NOT_SUPPORTED, supported: VERSION_PROTOCOL };
}

/** Its credentials cannot be right, and nothing would make them so: there is no challenge. */
export function codeForUnknownDevice(): number {
  return statusCode('INVALID_CREDENTIALS');
}

export function codeForMessageOutOfTurn(): number {
  return statusCode('BAD_REQUEST');
}

/** A message that was sent twice has the same content, identifiers and credentials included. */
export function isRepetition(before: ReceivedMessage, received: ReceivedMessage): boolean {
  return isDeepStrictEqual(before.message, received.message);
}

/** The first message of a session may have any number, for some clients do not begin with 1. */
export function isInTurn(session: ServerSession, header: SyncMLHeader): boolean {
  if (header.sessionID !== session.sessionID || header.source.uri !== session.account.deviceID) return false;
  return session.received === 0 || header.messageID === session.received + 1;
}

export function refuseOutside(
  message: SyncMLMessage,
  { code, supported }: HeaderRefusal,
  serverID: string,
): OutgoingMessage {
  const { sessionID, source } = message.header;
  const header: SyncMLHeader = {
    versionDTD: VERSION_DTD,
    versionProtocol: VERSION_PROTOCOL,
    sessionID,
    messageID: OUTSIDE_MESSAGE_ID,
    target: { uri: source.uri },
    source: { uri: serverID },
  };
  const items = supported === undefined ? [] : [{ data: supported }];
  const statuses = [{ ...headerStatus(message, code), items }, ...statusesFor(message, code)];
  const commands = statuses.map((status, index) => ({ ...status, commandID: String(index + 1) }));
  return { message: { header, commands, final: true } };
}

/** What the device made of the header before. @see DM_Protocol 2.4.1 */
export function headerOutcome(
  { authentication, sent }: ServerSession,
  message: SyncMLMessage,
): HeaderOutcome {
  const status = message.commands.find((command) => isHeaderStatus(command, sent));
  if (status?.kind !== 'Status') return 'none';
  const outcome = authentication.procedures.learnFromStatus(authentication, status);
  return outcome === 'accepted' && status.code >= statusCode('BAD_REQUEST') ? 'failed' : outcome;
}

function isHeaderStatus(command: SyncMLCommand, sent: number): boolean {
  if (command.kind !== 'Status' || command.commandReference !== '0') return false;
  return (command.messageReference ?? sent) === sent;
}

export function learnFromHeader(session: ServerSession, { meta }: SyncMLHeader): void {
  session.peerMessageSize = meta?.maxMessageSize ?? session.peerMessageSize;
  session.peerObjectSize = meta?.maxObjectSize ?? session.peerObjectSize;
}

export function statusOfHeader(message: SyncMLMessage, { code, challenge }: Judgement): StatusCommand {
  const status = headerStatus(message, code);
  return challenge === undefined ? status : { ...status, challenge };
}

function headerStatus({ header }: SyncMLMessage, code: number): StatusCommand {
  return {
    kind: 'Status',
    commandID: UNNUMBERED,
    messageReference: header.messageID,
    commandReference: '0',
    command: 'SyncHdr',
    targetReferences: [header.target.uri],
    sourceReferences: [header.source.uri],
    code,
    items: [],
  };
}

export function serverHeader(session: ServerSession, { credential, userName }: Proof): SyncMLHeader {
  const { account, limits, procedures, sessionID, sent } = session;
  const source = { uri: account.serverID, ...(userName !== undefined && { name: userName }) };
  return {
    versionDTD: VERSION_DTD,
    versionProtocol: VERSION_PROTOCOL,
    sessionID,
    messageID: sent,
    target: { uri: account.deviceID },
    source,
    responseURI: procedures.responseURIOf(session),
    ...(credential !== undefined && { credential }),
    meta: { maxMessageSize: limits.messageSize, maxObjectSize: limits.objectSize },
  };
}

export function responseURIOf({ address, token }: ServerSession): string {
  return `${address}?session=${token}`;
}
