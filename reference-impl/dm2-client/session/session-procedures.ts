import type { DM2Command } from '../../../protocol/model/dm2-command';
import type { DM2Notification } from '../../../protocol/model/dm2-notification';
import type {
  CommandResult,
  Initiation,
  RequestPackage,
  ResponsePackage,
  SessionStart,
  SupportedObject,
} from '../../../protocol/model/dm2-package';
import type { Challenge, Credentials } from '../credentials';
import type {
  DM2Client,
  KnownServer,
  ReceivedNotification,
  Session,
  SessionCause,
  SessionEnd,
} from '../dm2-client';
import type { ClientPackage, ServerReply } from '../dm2-client-ports';
import type { Step } from './packages';
import type { InternalEvent } from './take-event';

/** What makes the client open a session, and how it talks in one. */
export interface SessionProcedures {
  /** @see DM2 B.2 step 3, dm2.md 7.4 */
  receiveNotification(client: DM2Client, received: ReceivedNotification): void;
  serverOfNotification(client: DM2Client, notification: DM2Notification): KnownServer | undefined;
  /** @see dm2.md 7.3 */
  isNotificationAuthentic(server: KnownServer, received: ReceivedNotification): boolean;
  isNotificationTimely(client: DM2Client, notification: DM2Notification): boolean;
  isNotificationNew(client: DM2Client, server: KnownServer, notification: DM2Notification): boolean;
  causeOfNotification(server: KnownServer, notification: DM2Notification): SessionCause;

  /** False where nothing can come of it. @see DM2 B.1 step 1 */
  takeEvent(client: DM2Client, event: InternalEvent): boolean;
  serverOfEvent(client: DM2Client, event: InternalEvent): KnownServer | undefined;
  causeOfEvent(server: KnownServer, event: InternalEvent): SessionCause;

  /** Now or later; false where neither. @see dm2.md 4.5 */
  openSession(client: DM2Client, server: KnownServer, cause: SessionCause): boolean;
  mayOpenNow(server: KnownServer): boolean;
  remember(client: DM2Client, server: KnownServer, cause: SessionCause): boolean;
  runSession(session: Session): Promise<SessionEnd>;
  /** @see dm2.md 11 (maximumRounds) */
  mayGoOn(session: Session, request: RequestPackage): boolean;

  /** Package 1. @see DM2 B.1 step 2, B.2 step 4, dm2.md 3.2 */
  composeInitiation(session: Session): Initiation;
  startOf(cause: SessionCause): SessionStart;
  alertsToTell(session: Session): Initiation['alerts'];
  listsObjects(session: Session): boolean;
  supportedObjects(session: Session): readonly SupportedObject[];
  /** What follows from the answer to package 1. @see dm2.md 3.5 */
  noteContact(session: Session, initiation: Initiation, reply: ServerReply): void;

  /** What of package 2 is done. @see dm2.md 3.3 */
  commandsToPerform(request: RequestPackage): readonly DM2Command[];
  isEnd(request: RequestPackage): boolean;
  /** Package 3. @see DM2 B.1 step 7, B.2 step 9, dm2.md 3.4 */
  composeResponse(session: Session, results: readonly CommandResult[]): ResponsePackage;
  /** Where it goes. @see dm2.md 4.1, 4.2 */
  moveOn(session: Session, step: Step): void;

  /** One package with its repetitions. @see dm2.md 4.3 */
  exchange(session: Session, message: ClientPackage): Promise<ServerReply>;
  isWorthRepeating(session: Session, reply: ServerReply, repeats: number): boolean;
  /** One package, once more where the server asks for credentials. @see dm2.md 3.7 */
  sendWithCredentials(session: Session, message: ClientPackage): Promise<ServerReply>;
  /** @see dm2.md 9 */
  credentialsFor(session: Session): Credentials | undefined;
  mayShowCredentials(session: Session, url: URL): boolean;
  mayUseBasic(url: URL): boolean;
  noteChallenges(session: Session, challenges: readonly Challenge[]): void;
  chooseChallenge(challenges: readonly Challenge[]): Challenge | undefined;
}
