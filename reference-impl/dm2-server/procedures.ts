import type { DM2Command } from '../../protocol/model/dm2-command';
import type { DM2Notification } from '../../protocol/model/dm2-notification';
import type { Initiation, ResponsePackage, SessionStart } from '../../protocol/model/dm2-package';
import type { PushReport } from '../../protocol/model/dm2-push';
import type { DeviceInspection, SessionState } from '../../protocol/model/dm2-session';
import type { ManageTrigger } from '../../protocol/model/dm2-trigger';
import type { Refusal } from '../../protocol/model/refusal';
import type { Challenge, DigestProof, ReceivedCredentials } from '../dm2/received-credentials';
import type { DeviceMessage, DevicePackage, RefusedReply, RoundPlace, ServerReply } from './device-message';
import type {
  DM2Server,
  ManagedDevice,
  ObjectMethod,
  PushAnswer,
  PushOrder,
  SentNotification,
} from './dm2-server';
import type { DeviceAccount, NotificationEntry, StoredObject } from './dm2-server-config';
import type { SentCommand, Session } from './session';

export type Identified = { readonly kind: 'identified'; readonly device: ManagedDevice } | RefusedReply;
export type Authenticated =
  | { readonly kind: 'authenticated'; readonly account: DeviceAccount }
  | RefusedReply;

/** What a package 3 is: results that are waited for, the same as before, or nothing that anybody waits for. */
export type FoundRound =
  | { readonly kind: 'waiting'; readonly session: Session }
  | { readonly kind: 'answered'; readonly session: Session; readonly reply: ServerReply }
  | RefusedReply;

export interface PlacedResults {
  readonly response: ResponsePackage;
  readonly place?: RoundPlace;
}

export interface ObjectQuestion {
  readonly name: string;
  readonly method: ObjectMethod;
  /** What is sent. */
  readonly object?: StoredObject;
}

/** Every decision of a DM 2.0 server, so that a composition can replace one. */
export interface DM2ServerProcedures {
  /** Identifies the device, then reads, then answers. @see dm2.md 3.7, B.1 step 3, B.2 step 5 */
  receiveMessage(server: DM2Server, message: DeviceMessage): Promise<ServerReply>;
  receivePackage(
    server: DM2Server,
    device: ManagedDevice,
    received: { readonly message: DevicePackage; readonly place?: RoundPlace },
  ): ServerReply;

  /** The device for which the credentials of a message speak. @see dm2.md 9 */
  identifyDevice(server: DM2Server, message: DeviceMessage): Identified;
  /** Whose credentials these are. */
  authenticate(server: DM2Server, credentials: ReceivedCredentials | undefined): Authenticated;
  accountProven(server: DM2Server, credentials: ReceivedCredentials): DeviceAccount | undefined;
  /** Whether a digest was made in this realm and for this message. @see RFC 7616 3.4.6 */
  isDigestForMessage(server: DM2Server, digest: DigestProof): boolean;
  /** Whether its nonce may be used, with this count. @see RFC 7616 3.3 */
  judgeNonce(server: DM2Server, digest: DigestProof): 'good' | 'stale' | 'used';
  isNonceAlive(server: DM2Server, madeAt: number): boolean;
  newNonce(server: DM2Server): string;
  /** One for each scheme that the server takes, the stronger first. */
  challengesFor(server: DM2Server, isStale: boolean): readonly Challenge[];
  speaksFor(account: DeviceAccount, deviceID: string): boolean;
  /** The same for a device of somebody else and for none. @see dm2.md 3.7 */
  refuseDevice(deviceID: string): Refusal;

  /** @see dm2.md 4.1, B.1 steps 3 to 5, B.2 steps 5 to 7 */
  openSession(server: DM2Server, device: ManagedDevice, initiation: Initiation): ServerReply;
  /** @see B.1 step 4, B.2 step 6 */
  createSession(server: DM2Server, device: ManagedDevice, initiation: Initiation): Session;
  newSessionID(server: DM2Server): string;
  /** What a start may be refused for; nothing, by default. @see X-DM2-13 */
  refuseStart(server: DM2Server, device: ManagedDevice, start: SessionStart): Refusal | undefined;
  notificationBehind(
    server: DM2Server,
    device: ManagedDevice,
    start: SessionStart,
  ): SentNotification | undefined;
  keepObjects(device: ManagedDevice, initiation: Initiation): void;

  /** Results, and the next package for them. @see B.1 steps 8 and 9, B.2 steps 10 and 11 */
  continueSession(server: DM2Server, device: ManagedDevice, results: PlacedResults): ServerReply;
  findRound(server: DM2Server, device: ManagedDevice, place: RoundPlace | undefined): FoundRound;
  /** @see dm2.md 4.3 */
  isAnswerKept(server: DM2Server, session: Session): boolean;
  refuseResults(session: Session, response: ResponsePackage): Refusal | undefined;
  /** @see B.1 step 8, B.2 step 10 */
  takeResults(session: Session, response: ResponsePackage): void;
  takeAlerts(session: Session, response: ResponsePackage): void;

  /** Commands, or the end. @see dm2.md 4.1 */
  nextPackage(server: DM2Server, session: Session): ServerReply;
  /** They wait no longer. */
  nextCommands(server: DM2Server, device: ManagedDevice): readonly DM2Command[];
  sendCommands(server: DM2Server, session: Session, commands: readonly DM2Command[]): ServerReply;
  placeOfResults(session: Session): RoundPlace | undefined;
  objectTypesFor(server: DM2Server, commands: readonly DM2Command[]): readonly string[] | undefined;
  /** @see B.1 step 9, B.2 step 11 */
  finishSession(server: DM2Server, session: Session): ServerReply;

  /** @see dm2.md 4.4, 4.5 */
  endSession(server: DM2Server, session: Session, state: Exclude<SessionState, 'open'>): void;
  /** Ends it when nothing is heard of the device for too long. @see dm2.md 4.4 */
  awaitDevice(server: DM2Server, session: Session): void;
  /** What becomes of commands that were not reported. @see dm2.md 4.4 */
  takeBack(server: DM2Server, session: Session): void;
  isSentAgain(sent: SentCommand): boolean;
  /** In front of those that wait already. */
  putBack(device: ManagedDevice, commands: readonly DM2Command[]): void;

  /** Commands for a device; why not, where that cannot be. @see dm2.md 10 */
  manageDevice(server: DM2Server, order: ManageTrigger): Refusal | undefined;
  refuseOrder(server: DM2Server, order: ManageTrigger): Refusal | undefined;
  addCommands(device: ManagedDevice, commands: readonly DM2Command[]): void;

  /** Has the device notified. @see B.2 step 1 */
  notifyDevice(server: DM2Server, device: ManagedDevice, wish: NotificationWish): Promise<void>;
  notificationFor(server: DM2Server, entry: NotificationEntry, wish: NotificationWish): DM2Notification;
  newNotificationID(server: DM2Server): number;
  pushOrderFor(server: DM2Server, entry: NotificationEntry, notification: DM2Notification): PushOrder;
  askPushService(server: DM2Server, sent: SentNotification): Promise<PushAnswer>;
  isWorthAskingAgain(answer: PushAnswer): boolean;
  /** Answers whether there was such a notification. @see dm2.md 8.3 */
  takeReport(server: DM2Server, token: string, report: PushReport): boolean;

  /** @see dm2.md 4.6 */
  inspectDevice(server: DM2Server, deviceID: string): DeviceInspection | undefined;

  /** Lets devices do with the server's own objects what commands tell them. */
  grantObjects(server: DM2Server, commands: readonly DM2Command[]): void;
  isGranted(server: DM2Server, question: ObjectQuestion): boolean;
  /** The object that was asked for or kept; why not, where it cannot be had. */
  answerObject(server: DM2Server, question: ObjectQuestion): StoredObject | Refusal;
}

export interface NotificationWish {
  /** The device is to list its management objects. */
  readonly requestsObjects: boolean;
}
