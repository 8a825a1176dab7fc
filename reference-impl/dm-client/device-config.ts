import type { DeviceIdentity } from '../management-tree/device-information';
import type { NodeDescription } from '../management-tree/node-description';
import type { Account } from '../syncml/account';
import type { ClientSideLimits } from '../syncml/client-side';

/** What a deployment of the reference device is told. Durations are milliseconds. */
export interface DeviceConfig {
  /** A URN: Source of its messages, and `./DevInfo/DevId`. */
  readonly deviceID: string;
  /** What else `./DevInfo` says of it. */
  readonly identity: DeviceIdentity;
  readonly detail: DeviceDetail;
  /** Its servers, each with the account that both of them know. An event without a server is for the first one. */
  readonly servers: readonly Account[];
  /** In which it writes; it reads both. */
  readonly serialization: 'xml' | 'wbxml';
  /** An interior node right below the root in which its servers may do what they like. */
  readonly testRoot: string;
  /** What `./Operations` can carry out. */
  readonly operations: readonly DeviceOperation[];
  /** Further nodes right below the root. */
  readonly nodes: { readonly [name: string]: NodeDescription };
  readonly limits: DeviceLimits;
}

/** @see DM_StdObj 7.1.3.3 */
export interface DeviceDetail {
  readonly deviceType: string;
  readonly originalEquipmentManufacturer: string;
  readonly firmwareVersion: string;
  readonly softwareVersion: string;
  readonly hardwareVersion: string;
}

/** A node that can be executed. @see DM_RepPro 4.1.6.6 */
export interface DeviceOperation {
  readonly name: string;
  /** 0: done before the Exec is answered. Otherwise an alert tells of the end. */
  readonly duration: number;
}

export interface DeviceLimits {
  readonly asDevice: ClientSideLimits;
  /** Attempts to tell one alert after the first, and what lies between them. */
  readonly alertRepeats: number;
  readonly alertInterval: number;
  /** Alerts that are being told; what comes on top is dropped. */
  readonly waitingAlerts: number;
}
