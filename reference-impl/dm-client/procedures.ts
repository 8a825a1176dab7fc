import type { Item } from '../../protocol/model/syncml-item';
import type { Execution } from '../management-tree/node-description';
import type { TreeProcedures } from '../management-tree/procedures';
import type { PendingAlert } from '../syncml/client-draft';
import type { ClientParty } from '../syncml/client-party';
import type { ClientSideProcedures } from '../syncml/client-side';
import type { ReceivedNotification } from '../syncml/envelope';
import type { Device } from './device';
import type { DeviceOperation } from './device-config';
import type { DeviceEvent, EventAlert } from './device-event';

/** Everything that a device decides: what happens to it, its tree, and its side of a session. */
export interface DeviceProcedures {
  readonly device: DeviceOwnProcedures;
  readonly tree: TreeProcedures;
  readonly asDevice: ClientSideProcedures;
}

/** One Exec on an operation of the device. */
export interface Operating {
  readonly operation: DeviceOperation;
  readonly execution: Execution;
}

/** What a device does beside sessions and tree by name, so that a composition can replace one. */
export interface DeviceOwnProcedures {
  /** Opens the session that a package 0 asks for. @see DM_Notification 6.1 */
  receiveNotification(device: Device, received: ReceivedNotification): void;
  /** Opens a session of its own accord; false where it cannot. @see DM_Protocol 2.3.3 */
  takeEvent(device: Device, event: DeviceEvent): boolean;
  serverOfEvent(device: Device, event: DeviceEvent): ClientParty | undefined;
  /** @see DM_Protocol 2.3.7.1 */
  alertOfEvent(alert: EventAlert): PendingAlert;
  /** The nodes of DevInfo for package 1, an item each. @see DM_Protocol 2.3.3 */
  deviceInformationItems(device: Device): readonly Item[];

  /** The status of an Exec. @see DM_RepPro 4.1.6.6 */
  carryOutOperation(device: Device, operating: Operating): number;
  /** Tells the server that ordered it of its end, with the correlator of the Exec. @see DM_RepPro 4.1.6.2 */
  alertOfOperation(operating: Operating): PendingAlert;

  /** Tells an alert until the server has taken it, or it is no use any more. @see DM_Protocol 2.3.7 */
  tellUntilTaken(device: Device, party: ClientParty, alert: PendingAlert): Promise<void>;
  /** Whether to tell it again, by the status that it got; none where it got no answer. */
  isWorthRepeating(status: number | undefined): boolean;
}
