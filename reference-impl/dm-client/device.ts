import type { ManagementTree } from '../management-tree/tree';
import type { ClientSide } from '../syncml/client-side';
import type { DeviceConfig } from './device-config';
import type { DeviceOwnProcedures } from './procedures';

/** What every procedure of the device works with. It knows values, and neither octets nor addresses of its own. */
export interface Device {
  readonly config: DeviceConfig;
  readonly tree: ManagementTree;
  /** Its servers, and the sessions with them. */
  readonly side: ClientSide;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: DeviceOwnProcedures;
  /** Alerts that are being told. */
  telling: number;
}
