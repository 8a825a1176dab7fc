import type { ResultsCommand, StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import type { Clock } from '../runtime/clock';
import type { Ids } from '../runtime/ids';
import type { Random } from '../runtime/random';
import type { Account } from './account';
import type { Authentication } from './authentication';
import type { OutgoingMessage, ReceivedMessage } from './envelope';
import type { IncomingObject } from './server-received-object';
import type { ServerSessionProcedures } from './server-session-procedures';
import type { ServerWork, SessionEnd } from './server-work';

/** What the server side of sessions needs of its surroundings. */
export interface ServerPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  /** Octets of a message as it will travel, at most. */
  sizeOf(message: SyncMLMessage): number;
}

export interface ServerLimits {
  /** Sessions at the same time, those that ended a moment ago among them. */
  readonly sessions: number;
  /** Messages that are taken in one session; the answer to the next one breaks it off. */
  readonly messages: number;
  /** Milliseconds after which a session is over in which nothing more is heard. */
  readonly idleTime: number;
  /** Octets of a message that this side takes: it says so in its headers. */
  readonly messageSize: number;
  /** Octets of one object that this side takes: it says so in its headers. @see DM_Protocol 2.2 */
  readonly objectSize: number;
}

/** One session as the server sees it. It knows messages as values, and not what its commands are for. */
export interface ServerSession {
  /** Nobody can guess it; the next message of the device carries it. */
  readonly token: string;
  /** Of the first message; all others have to repeat it. */
  readonly sessionID: string;
  readonly account: Account;
  /** What the device said of its DevInfo, by URI. @see DM_Protocol 2.3.3 */
  readonly deviceInformation: Map<string, string>;
  readonly authentication: Authentication;
  readonly work: ServerWork;
  readonly limits: ServerLimits;
  readonly ports: ServerPorts;
  /** Where the server takes messages. */
  readonly address: string;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: ServerSessionProcedures;

  /** MsgID of the last message of each side. */
  received: number;
  sent: number;
  /** Messages that were taken. */
  taken: number;
  /** The device has proved once who it is. */
  isProven: boolean;
  /** The last message that was taken, and its answer, in case that it comes again. */
  latest?: { readonly received: ReceivedMessage; readonly answer: Promise<OutgoingMessage> };
  /** How it ended. */
  over?: SessionEnd;
  /** What the next message says of the header of the one before. */
  headerStatus?: StatusCommand;
  /** The package of the server has been opened and not closed. @see DM_Protocol 2.1.2 */
  isPackageOpen: boolean;

  /** What is still to be said in the open package. */
  queue: readonly ServerDraft[];
  /** What the last message said, in case that it has to be said again. */
  said: readonly ServerDraft[];
  /** The commands of the open package, as the work gave them. */
  asked: readonly AskedCommand[];
  /** What a status or results refer to, by message and command. */
  readonly travelled: Map<string, ServerDraft>;
  /** Statuses and results that refer to nothing; they are passed over. */
  strays: number;
  /** The large object of the device of which not all has come. */
  object?: IncomingObject | undefined;
  /** Octets that the device takes. */
  peerMessageSize?: number | undefined;
  peerObjectSize?: number | undefined;
}

/** A command of the work with what the device has said of it so far. */
export interface AskedCommand {
  command: SyncMLCommand;
  readonly statuses: StatusCommand[];
  readonly results: ResultsCommand[];
}

/** A command that waits for a message with room for it, where it gets its identifier. */
export interface ServerDraft {
  readonly command: SyncMLCommand;
  /** Whose answer it brings; none for what the protocol itself has to say. */
  readonly asked?: AskedCommand;
  /** More of its object comes after it. */
  readonly isPart?: true;
  /** Some of its object came before it. */
  readonly isRest?: true;
}

/** What a command bears before it is in a message. */
export const UNNUMBERED = '';

export function referenceKey(messageID: number, commandID: string): string {
  return `${messageID}/${commandID}`;
}

/** The work is told once. */
export function endSession(session: ServerSession, how: SessionEnd): void {
  if (session.over !== undefined) return;
  session.over = how;
  const { asked, work } = session;
  session.asked = [];
  work.ended(how, asked);
}
