import type {
  AlertCommand,
  ItemsCommand,
  ResultsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import type { SyncMLHeader, SyncMLMessage } from '../../protocol/model/syncml-message';
import type { Judgement, Proof, ProofOutcome } from './authentication';
import type { OutgoingMessage, ReceivedMessage } from './envelope';
import type { Packed, Room } from './server-packing';
import type { CommandWithItems, IncomingObject, Taken } from './server-received-object';
import type { ServerDraft, ServerSession } from './server-session-state';

/** A header that the server does not take, and what it would take. */
export interface HeaderRefusal {
  readonly code: number;
  readonly supported?: string;
}

/**
 * The decisions of the server side of a session by name, so that a composition can replace one of them.
 * Each calls the others through `session.procedures` only. @see DM_Protocol 2
 */
export interface ServerSessionProcedures {
  /** @see DM_RepPro 4.1.1.24, 4.1.1.25 */
  versionRefusal(header: SyncMLHeader): HeaderRefusal | undefined;
  /** The status for a device without an account. */
  codeForUnknownDevice(): number;
  /** The status for a message of no session, or that is not the next of its session. */
  codeForMessageOutOfTurn(): number;
  isRepetition(before: ReceivedMessage, received: ReceivedMessage): boolean;
  /** Whether a message is the next of its session. @see DM_RepPro 4.1.1.12 */
  isInTurn(session: ServerSession, header: SyncMLHeader): boolean;
  /** The answer to a message that no session takes: nothing in it was carried out. */
  refuseOutside(message: SyncMLMessage, refusal: HeaderRefusal, serverID: string): OutgoingMessage;

  /** Takes one message and answers it. */
  answerMessage(session: ServerSession, received: ReceivedMessage): Promise<OutgoingMessage>;
  /** What the device made of the header before. */
  headerOutcome(session: ServerSession, message: SyncMLMessage): HeaderOutcome;
  learnFromHeader(session: ServerSession, header: SyncMLHeader): void;
  statusOfHeader(message: SyncMLMessage, judgement: Judgement): StatusCommand;
  /** Statuses only: nothing in the message is carried out. @see DM_Protocol 2.4.1 */
  refuseMessage(session: ServerSession, message: SyncMLMessage, judgement: Judgement): OutgoingMessage;
  statusesOfRefusal(message: SyncMLMessage, code: number): readonly StatusCommand[];
  /** Everything that a device said, in order; answers the statuses for it. */
  takeCommands(session: ServerSession, message: SyncMLMessage): Promise<readonly StatusCommand[]>;
  /** Commands that nobody can refer to. @see DM_RepPro 4.1.5.1 */
  withoutIdentifier(message: SyncMLMessage): ReadonlySet<SyncMLCommand>;
  takeCommand(session: ServerSession, command: SyncMLCommand): Promise<number | undefined>;
  codeOfAlert(session: ServerSession, alert: AlertCommand): Promise<number>;
  /** Why an event or generic alert cannot be taken. @see DM_Protocol 2.3.7 */
  alertFault(alert: AlertCommand): number | undefined;
  codeOfReplace(session: ServerSession, replace: ItemsCommand): number;
  /** The status of what a device may not send. @see DM_RepPro 4.1.6 */
  codeOfForbidden(command: SyncMLCommand): number;
  takeStatus(session: ServerSession, status: StatusCommand): void;
  takeResults(session: ServerSession, results: ResultsCommand): void;
  /** A command that is whole, or the status of a part. @see DM_Protocol 2.2 */
  takeObject(session: ServerSession, command: CommandWithItems): Taken;
  /** The complaint about a large object whose end did not come. @see DM_Protocol 2.2 */
  endOfDataMissing(object: IncomingObject): AlertCommand;
  /** The device breaks the session off. @see DM_Protocol 2.3.1 */
  isAbort(message: SyncMLMessage): boolean;

  /** What comes after the statuses: more of the open package, a question for the next message, or the next package. */
  proceed(session: ServerSession, message: SyncMLMessage): Promise<OutgoingMessage>;
  /** Says again what the device did not take, since it did not know who said it. @see DM_Protocol 2.4.1 */
  repeatAfterChallenge(session: ServerSession): void;
  /** @see DM_Protocol 2.1.2 */
  nextMessageAlert(): AlertCommand;
  /** The next package; false where there is nothing left to do. @see DM_Protocol 2.3.4, 2.3.6 */
  openPackage(session: ServerSession): Promise<boolean>;
  /** Whether the device takes no object, or no message, of this size. @see DM_Protocol 2.1.1, 2.2 */
  isTooLargeForDevice(session: ServerSession, command: SyncMLCommand): boolean;
  /** @see DM_Protocol 2.3.1 */
  abortAlert(): AlertCommand;

  /** A message of what is in the queue, as far as there is room. */
  sendFromQueue(session: ServerSession, mayClose: boolean): OutgoingMessage;
  serverHeader(session: ServerSession, proof: Proof): SyncMLHeader;
  /** @see DM_RepPro 4.1.1.17 */
  responseURIOf(session: ServerSession): string;
  packQueue(queue: readonly ServerDraft[], room: Room): Packed;
  /** The first part of a large object and what is left of it. @see DM_Protocol 2.2 */
  divide(draft: ServerDraft, item: Item, room: Room): readonly [ServerDraft, ServerDraft] | undefined;
}

/** `none`: it said nothing. `failed`: it could not do anything with the message. */
export type HeaderOutcome = ProofOutcome | 'none' | 'failed';
