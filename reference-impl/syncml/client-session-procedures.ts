import type {
  AlertCommand,
  ItemsCommand,
  ResultsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import type { SyncMLHeader, SyncMLMessage } from '../../protocol/model/syncml-message';
import type { Performed } from '../management-tree/performed';
import type { Judgement, Proof, ProofOutcome } from './authentication';
import type { Draft } from './client-draft';
import type { Packed, Room } from './client-packing';
import type { Taken } from './client-received-object';
import type { ClientSession, ClientSessionEnd } from './client-session-state';
import type { OutgoingMessage, ReceivedMessage } from './envelope';

/** How the session ended, or nothing where it goes on. */
export type Onward = ClientSessionEnd | undefined;

export interface Untrusted {
  readonly judgement: Judgement;
  readonly outcome: ProofOutcome;
}

/**
 * The decisions of the client side of a session by name, so that a composition can replace one of them.
 * Each calls the others through `session.procedures` only. @see DM_Protocol 2
 */
export interface ClientSessionProcedures {
  /** Package 1. @see DM_Protocol 2.3.3 */
  firstPackage(session: ClientSession): readonly Draft[];
  /** 1200 or 1201. */
  sessionAlert(session: ClientSession): AlertCommand;
  deviceInformation(session: ClientSession): ItemsCommand;
  pendingAlerts(session: ClientSession): readonly Draft[];

  /** Takes from the queue what fits and makes a message of it. */
  composeMessage(session: ClientSession): OutgoingMessage;
  clientHeader(session: ClientSession, proof: Proof): SyncMLHeader;
  nextMessageID(session: ClientSession): number;
  packDrafts(drafts: readonly Draft[], room: Room): Packed;
  /** Asks for more where the server has not closed its package. @see DM_Protocol 2.1.2 */
  questionForMore(session: ClientSession): AlertCommand | undefined;
  /** Whether the package of the client ends with this message. @see DM_Protocol 2.1.2 */
  closesPackage(session: ClientSession): boolean;
  /** The status of the header of the server's message; none in the first message. */
  statusOfServerHeader(session: ClientSession): StatusCommand | undefined;

  /** Takes a message of the server. */
  receiveAnswer(session: ClientSession, received: ReceivedMessage): Promise<Onward>;
  /** Whether a message is the next of this session. */
  belongsToSession(session: ClientSession, message: SyncMLMessage): boolean;
  /** Where the next message goes, and how large it may be. @see DM_RepPro 4.1.1.17 */
  learnFromServerHeader(session: ClientSession, header: SyncMLHeader): void;
  /** What the server made of the header of the client's message; `unwanted`: it refuses the session. */
  outcomeOfOwnHeader(session: ClientSession, message: SyncMLMessage): ProofOutcome | 'unwanted';
  /** Goes on with a server that has proved itself. */
  proceedTrusted(session: ClientSession, message: SyncMLMessage, outcome: ProofOutcome): Promise<Onward>;
  /** Goes on with one that has not. @see DM_Protocol 2.4.1, DM_Security 5.1.3.3 */
  proceedUntrusted(session: ClientSession, message: SyncMLMessage, judged: Untrusted): Onward;
  /** What is said again after a challenge. @see DM_Protocol 2.4.1 */
  repeatedAfterChallenge(session: ClientSession): readonly Draft[];
  settleAlerts(session: ClientSession, message: SyncMLMessage): void;
  /** The server breaks the session off. @see DM_Protocol 2.3.1 */
  isBrokenOff(message: SyncMLMessage): boolean;
  /** Nothing is left to be said: the session ends without an answer. @see DM_Protocol 2.3.6 */
  isSessionOver(session: ClientSession, message: SyncMLMessage): boolean;

  /** What a message of a server that proved itself gets: everything carried out, in order. */
  answerCommands(session: ClientSession, message: SyncMLMessage): Promise<readonly Draft[]>;
  /** What a message of a server that did not gets: nothing is carried out. @see DM_Protocol 2.4.1 */
  refuseCommands(session: ClientSession, message: SyncMLMessage, code: number): readonly Draft[];
  /** Whether each command of a message has an identifier of its own. @see DM_RepPro 4.1.5.1 */
  areIdentifiersSound(message: SyncMLMessage): boolean;
  answerAlert(session: ClientSession, alert: AlertCommand): number;
  performCommand(session: ClientSession, command: SyncMLCommand): Promise<readonly Performed[]>;
  /** An item as it is, or a part of a large object. @see DM_Protocol 2.2 */
  takePart(session: ClientSession, command: ItemsCommand, item: Item): Taken;
  /** The complaint about a large object whose end did not come. @see DM_Protocol 2.2 */
  missingEndOfData(session: ClientSession, command: SyncMLCommand): AlertCommand | undefined;
  /** The statuses of a command, then what it found. @see DM_RepPro 4.1.6.12 */
  answerOf(session: ClientSession, performed: Performed, messageReference: number): readonly Draft[];
  statusesOfCommand(performed: Performed, messageReference: number): readonly StatusCommand[];
  resultsOfCommand(performed: Performed, messageReference: number): ResultsCommand | undefined;
  /** What found objects larger than the server takes become. @see DM_Protocol 2.2 */
  withinObjectSize(session: ClientSession, performed: Performed): Performed;
  /** The alert with which the client breaks the session off. @see DM_Protocol 2.3.1 */
  breakOffAlert(session: ClientSession): AlertCommand;
  /** Whether a pending alert was taken. @see DM_Protocol 2.3.7.1 */
  isAlertConfirmed(statuses: readonly number[]): boolean;
}
