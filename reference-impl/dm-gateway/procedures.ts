import type { Refusal } from '../../protocol/model/refusal';
import type { AlertCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { SyncMLNotification } from '../../protocol/model/syncml-notification';
import type { TreeProcedures } from '../management-tree/procedures';
import type { Nonces } from '../syncml/account';
import type { AuthenticationProcedures } from '../syncml/authentication';
import type { PendingAlert } from '../syncml/client-draft';
import type { ClientSideProcedures } from '../syncml/client-side';
import type { ServerSessionProcedures } from '../syncml/server-session-procedures';
import type { AnsweredCommand } from '../syncml/server-work';
import type { DmGateway } from './dm-gateway';
import type { DeviceTask, FanOutOrder, FanOutRun } from './fan-out-run';
import type { KnownDevice } from './known-device';

/** A device that has opened a session, as far as the fan-out is concerned. */
export interface ConnectedDevice {
  readonly deviceID: string;
  /** As the header has it. */
  readonly sessionID: string;
}

/** One package 0. */
export interface WakeUp {
  readonly notification: SyncMLNotification;
  /** Nothing more is tried if the device does not connect now. */
  readonly isLast: boolean;
}

/** Everything that a gateway decides: it fans out, is a device of its servers, and the server of its devices. */
export interface GatewayProcedures {
  readonly fanOut: FanOutProcedures;
  readonly tree: TreeProcedures;
  readonly asDevice: ClientSideProcedures;
  readonly asServer: ServerSessionProcedures & AuthenticationProcedures;
}

/** Every decision of a fan-out by name, so that a composition can replace one. */
export interface FanOutProcedures {
  /** Answers the status of the Exec. @see GFO step 3 */
  startFanOut(gateway: DmGateway, order: FanOutOrder): number;
  /** The status of an Exec that is carried out. @see DM_RepPro 4.1.6.6 */
  statusOfAcceptance(): number;
  /** @see GFO step 2 */
  commandsToFanOut(gateway: DmGateway): readonly SyncMLCommand[] | Refusal;
  /** Whether a gateway may send this to a device in the name of its server. */
  mayBeFannedOut(command: SyncMLCommand): boolean;
  /** Identifiers of the devices of the group that is referred to, each once. @see GFO steps 2 and 4 */
  membersOfTargetGroup(gateway: DmGateway): readonly string[] | Refusal;
  /** Where the group is, from what the node holds. @see GFO step 2 */
  groupReferredTo(gateway: DmGateway): string | Refusal;
  /** @see GFO step 1 */
  membersOf(gateway: DmGateway, groupURI: string): readonly string[];
  /** The devices that the gateway knows, by their identifiers. @see GFO step 1 */
  knownDevices(gateway: DmGateway): ReadonlyMap<string, KnownDevice>;
  /** The account of a device that connects. */
  deviceNamed(gateway: DmGateway, deviceID: string): KnownDevice | undefined;
  /** Makes the node that holds the results of one Start, and answers where. @see GFO step 6 */
  makeResultsNode(gateway: DmGateway, devices: number): string | Refusal;
  /** Removes the oldest results where there are too many; false where there is no room even so. */
  makeRoomForResults(gateway: DmGateway, devices: number): boolean;
  /** When devices stop being waited for. */
  deadlineOf(gateway: DmGateway): number;
  /** Of the session that package 0 asks for. @see DM_Notification 6.2.2.10 */
  newSessionID(gateway: DmGateway): number;

  /** Everything after Start, in order. @see GFO steps 4 to 7 */
  carryOutRun(gateway: DmGateway, run: FanOutRun): Promise<void>;
  /** Resolves once the device has answered. @see GFO step 4 */
  askDevice(gateway: DmGateway, task: DeviceTask): Promise<void>;
  /** Sends package 0, for the first time or again. @see GFO step 4, DM_Notification 6.2 */
  wakeDevice(gateway: DmGateway, device: KnownDevice, wakeUp: WakeUp): Promise<boolean>;
  /** What package 0 is signed with, beside the password. @see DM_Notification 6.1 */
  nonceOfWakeUp(nonces: Nonces, isLast: boolean): Uint8Array;
  notificationFor(gateway: DmGateway, task: DeviceTask): SyncMLNotification;
  /** What a session is for; none where the device has nothing to do. @see GFO step 4 */
  taskOf(gateway: DmGateway, device: ConnectedDevice): DeviceTask | undefined;
  /** @see GFO step 4 */
  commandsFor(gateway: DmGateway, task: DeviceTask): readonly SyncMLCommand[];
  /** The status of an item of an alert that is no part of the protocol itself. @see DM_RepPro 4.1.6.2 */
  statusOfDeviceAlert(alert: AlertCommand): number;
  /** Keeps what a device said; what it said before counts. @see GFO step 5 */
  keepAnswers(task: DeviceTask, answers: readonly AnsweredCommand[]): void;
  /** Whether a device that stopped answering is still waited for. */
  isStillAwaited(task: DeviceTask): boolean;

  /** Stores the result of a device that has answered, or has had its time; once. @see GFO step 6 */
  settleTask(gateway: DmGateway, task: DeviceTask): void;
  /** What goes into DeResult. @see GFO step 6 */
  resultOf(gateway: DmGateway, task: DeviceTask): readonly SyncMLCommand[];
  /** The code for commands that a device did not answer. */
  statusOfSilence(task: DeviceTask): number;
  /** Adds the pair of DeviceID and DeResult. @see GFO step 6 */
  storeResult(gateway: DmGateway, task: DeviceTask, result: readonly SyncMLCommand[]): void;

  /** Tells the server, again where it does not answer; answers whether it did. @see GFO step 7 */
  reportRun(gateway: DmGateway, run: FanOutRun): Promise<boolean>;
  /** @see GFO step 7 */
  addresseeOf(run: FanOutRun): string;
  /** @see GFO step 7, DM_Protocol 2.3.7.1 */
  alertOf(gateway: DmGateway, run: FanOutRun): PendingAlert;
  /** The type of the alert. @see OMNA DM alert types */
  alertType(): string;
  /** Comes back so that the server knows which Exec it is about. @see DM_RepPro 4.1.6.2 */
  correlatorOf(run: FanOutRun): string | undefined;
  /** Where the server finds the results, as the alert says it. @see GFO step 7 */
  resultsAddressOf(run: FanOutRun): string;
  /** Whether the server has taken the alert, by its status. */
  isAlertTaken(status: number | undefined): boolean;
}
