import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Challenge, Item, Location } from '../../protocol/model/syncml-item';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import type { CommandPerformer } from '../management-tree/performed';
import type { Clock } from '../runtime/clock';
import type { Account } from './account';
import type { Authentication } from './authentication';
import type { Draft, PendingAlert } from './client-draft';
import type { ObjectKeeper } from './client-received-object';
import type { ClientSessionProcedures } from './client-session-procedures';
import type { TransmitMessage } from './envelope';
import type { SessionEnd } from './server-work';

/** What the client side of a session needs of its surroundings. */
export interface ClientPorts {
  readonly clock: Clock;
  readonly transmit: TransmitMessage;
  /** Octets of a message as it will travel; none where it cannot be written. */
  sizeOf(message: SyncMLMessage): number | undefined;
}

export interface ClientLimits {
  /** Octets of a message that this side takes, and makes where the server says nothing. */
  readonly messageSize: number;
  /** Octets of one object that this side takes. */
  readonly objectSize: number;
  /** Messages that it sends in one session; the last of them breaks the session off. */
  readonly messages: number;
  /** Milliseconds in which the server has to answer a message. */
  readonly answerTime: number;
}

/**
 * `unreachable`: nothing of SyncML came back. `refused`: the server did not want the session. `broken`: what the server
 * sent is no message of this session.
 */
export type ClientSessionEnd = SessionEnd | 'unreachable' | 'refused' | 'broken';

/** One session as the client sees it. It knows messages as values, and not what the nodes of the tree mean. */
export interface ClientSession extends ObjectKeeper {
  readonly account: Account;
  readonly sessionID: string;
  /** Whose wish the session is: it answers a package 0, or an event of the device. @see DM_Protocol 2.3.3 */
  readonly initiator: 'server' | 'client';
  /** Source and value of each node of DevInfo. */
  readonly deviceInformation: readonly Item[];
  readonly alerts: readonly PendingAlert[];
  readonly performer: CommandPerformer;
  readonly limits: ClientLimits;
  readonly ports: ClientPorts;
  readonly authentication: Authentication;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: ClientSessionProcedures;

  /** Where the next message goes. */
  to: string;
  /** MsgID of the last message of each side. */
  sent: number;
  received: number;
  /** The server has closed its package, so that the client may close the one that answers it. @see DM_Protocol 2.1.2 */
  isServerClosed: boolean;
  /** The client has closed its package: what comes next is of the server's next one. */
  isClosed: boolean;
  /** The server has proved itself at least once. */
  wasTrusted: boolean;
  /** What the status for the header of the last message of the server will be. */
  answer?: HeaderAnswer | undefined;
  /** What the last message held beside the status of the header, in case that it has to be said again. */
  said: readonly Draft[];
  queue: readonly Draft[];
  /** What waits until a server that stopped to prove itself does so again. */
  held: readonly Draft[];
  /** Octets that the server takes. */
  peerMessageSize?: number | undefined;
  peerObjectSize?: number | undefined;
  /** Alerts that were sent, by message and command. */
  readonly told: Map<string, PendingAlert>;
  readonly alertStatuses: Map<PendingAlert, number[]>;
  /** The last nonce for its credentials that the server has certainly got. */
  toldNonce: Uint8Array;
  isAbortWanted: boolean;
  /** How the session ends once the next message is sent, whatever comes back. */
  lastWord?: ClientSessionEnd | undefined;
}

export interface HeaderAnswer {
  readonly messageReference: number;
  readonly target: Location;
  readonly source: Location;
  readonly code: number;
  readonly challenge?: Challenge;
}

/** The commands of the server that get a status: a status or results of it get none. @see DM_RepPro 4.1.6.12 */
export function answerable({ commands }: SyncMLMessage): readonly SyncMLCommand[] {
  return commands.filter(({ kind }) => kind !== 'Status' && kind !== 'Results');
}
