import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { allCommands } from '../../protocol/model/syncml-identifiers';
import type { SyncMLHeader } from '../../protocol/model/syncml-message';
import type { OutgoingMessage } from './envelope';
import { numbered } from './numbered-command';
import type { Room } from './server-packing';
import { referenceKey, type ServerDraft, type ServerSession } from './server-session-state';

/** Messages of the server: header, status of the header, and as much of the queue as the device takes at once. */

/** No identifier in a message is longer. */
const LONGEST_COMMAND_ID = '9999';

/** @see DM_Protocol 2.1.2: Final is in the last message of a package only */
export function sendFromQueue(session: ServerSession, mayClose: boolean): OutgoingMessage {
  const { authentication, procedures } = session;
  session.sent += 1;
  const proof = authentication.procedures.proofOf(authentication);
  const header = procedures.serverHeader(session, proof);
  const { packed, left } = procedures.packQueue(session.queue, roomIn(session, header));
  const commands = numberedDrafts(session, packed);
  const final = mayClose && left.length === 0;
  session.queue = left;
  if (final) session.isPackageOpen = false;
  return { message: { header, commands, final }, ...(proof.mac !== undefined && { mac: proof.mac }) };
}

function numberedDrafts(session: ServerSession, drafts: readonly ServerDraft[]): SyncMLCommand[] {
  let last = 0;
  const next = (): string => {
    last += 1;
    return String(last);
  };
  const { headerStatus } = session;
  const first = headerStatus === undefined ? [] : [numbered(headerStatus, next)];
  session.said = drafts.map((draft) => ({ ...draft, command: numbered(draft.command, next) }));
  for (const draft of session.said) noteTravelling(session, draft);
  return [...first, ...session.said.map(({ command }) => command)];
}

function noteTravelling(session: ServerSession, draft: ServerDraft): void {
  const { command, asked } = draft;
  if (command.kind === 'Status') return;
  for (const { commandID } of allCommands([command]))
    session.travelled.set(referenceKey(session.sent, commandID), draft);
  if (asked !== undefined) asked.command = { ...numberedLike(asked.command, command) };
}

/** The command as the work gave it, which is whole, with the identifiers that it travelled with. */
function numberedLike(command: SyncMLCommand, travelled: SyncMLCommand): SyncMLCommand {
  const identifiers = [...allCommands([travelled])].map(({ commandID }) => commandID);
  return numbered(command, () => identifiers.shift() ?? '');
}

/** What the next message will have room for, as far as its header can be foreseen. */
export function nextRoom(session: ServerSession): Room {
  const { authentication, procedures } = session;
  return roomIn(session, procedures.serverHeader(session, authentication.procedures.proofOf(authentication)));
}

function roomIn(session: ServerSession, header: SyncMLHeader): Room {
  const { headerStatus, peerMessageSize, ports, procedures } = session;
  const { divide } = procedures;
  if (peerMessageSize === undefined) return { octets: Number.POSITIVE_INFINITY, sizeOf: () => 0, divide };
  const empty = ports.sizeOf({ header, commands: [], final: true });
  const sizeOf = (command: SyncMLCommand): number => {
    const commands = [numbered(command, () => LONGEST_COMMAND_ID)];
    return ports.sizeOf({ header, commands, final: true }) - empty;
  };
  const taken = headerStatus === undefined ? 0 : sizeOf(headerStatus);
  return { octets: peerMessageSize - empty - taken, sizeOf, divide };
}
