import type { AlertCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import type { SyncMLNotification } from '../../protocol/model/syncml-notification';
import type { Nonces } from '../syncml/account';
import type { AuthenticationProcedures } from '../syncml/authentication';
import type { ServerSessionProcedures } from '../syncml/server-session-procedures';
import type { AnsweredCommand } from '../syncml/server-work';
import type { FanOutJob, FanOutRequest, ResultReport } from './fan-out-job';
import type { ManagedGateway, ManagementServer } from './management-server';

/** Packages in turn: the server hands out commands and gets what became of them. */
export type Conversation = Generator<readonly SyncMLCommand[], void, readonly AnsweredCommand[]>;

/** Everything that a server decides: it has gateways fan out, and talks with them. */
export interface ManagementServerProcedures {
  readonly fanOut: FanOutServerProcedures;
  readonly sessions: ServerSessionProcedures & AuthenticationProcedures;
}

/** Every decision of a server that has gateways fan out, so that a composition can replace one. */
export interface FanOutServerProcedures {
  /** Takes a request and wakes the gateway for it; false where that cannot be. */
  requestFanOut(server: ManagementServer, request: FanOutRequest): boolean;
  /** With it the alert is told from those of other fan-outs. @see DM_RepPro 4.1.6.6 */
  newCorrelator(server: ManagementServer): string;
  /** Notifies a gateway until it connects. @see DM_Notification 6.2 */
  wakeGateway(server: ManagementServer, gateway: ManagedGateway): void;
  notificationFor(server: ManagementServer, gateway: ManagedGateway): SyncMLNotification;
  /** What package 0 is signed with, beside the password. @see DM_Notification 6.1 */
  nonceOfWakeUp(nonces: Nonces, isLast: boolean): Uint8Array;

  /** Everything that one session is for. @see GFO steps 2, 3 and 7 */
  converse(server: ManagementServer, gateway: ManagedGateway): Conversation;
  nextReport(gateway: ManagedGateway): ResultReport | undefined;
  /** One at a time, since the fan-outs of a gateway share its nodes. @see GFO step 2 */
  nextJob(gateway: ManagedGateway): FanOutJob | undefined;
  /** @see GFO steps 2 and 3 */
  orderFanOut(server: ManagementServer, job: FanOutJob): Conversation;
  /** Sets both nodes. @see GFO step 2 */
  settingOf(server: ManagementServer, job: FanOutJob): readonly SyncMLCommand[];
  /** For nodes that are not there yet. @see GFO step 2 */
  additionOf(setting: SyncMLCommand): SyncMLCommand;
  isSet(answer: AnsweredCommand): boolean;
  isAbsent(answer: AnsweredCommand): boolean;
  /** The Exec. @see GFO step 3 */
  startOf(server: ManagementServer, job: FanOutJob): SyncMLCommand;
  isStarted(answer: AnsweredCommand): boolean;

  /** The status of an alert of a gateway; what it tells of is kept. @see GFO step 7, DM_Protocol 2.3.7 */
  receiveAlert(server: ManagementServer, gateway: ManagedGateway, alert: AlertCommand): number;
  isAboutResults(item: Item): boolean;
  /** Where the results are, in the form in which a Get asks for them. @see GFO step 7 */
  resultAddressOf(item: Item): string | undefined;

  /** Looks at the results. @see GFO step 7 */
  askForResults(server: ManagementServer, gateway: ManagedGateway, report: ResultReport): Conversation;
  questionAbout(uri: string): SyncMLCommand;
  /** The nodes that hold the pair of one device. @see GFO step 6 */
  pairBelow(uri: string): readonly [deviceID: string, response: string];
  jobOf(gateway: ManagedGateway, report: ResultReport): FanOutJob | undefined;
}
