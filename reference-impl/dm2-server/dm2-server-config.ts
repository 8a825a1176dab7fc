import type { NotificationSecret } from '../../protocol/model/dm2-notification';
import type { ConnectionType } from '../../protocol/tables/dm2/notification-options';

/** What a deployment of the reference DM 2.0 server is told. Durations are milliseconds. @see dm2.md 11 */
export interface DM2ServerConfig {
  /** Name under which the accounts of its devices have it. */
  readonly serverID: string;
  /** In which its credentials count. */
  readonly realm: string;
  readonly accounts: readonly DeviceAccount[];
  readonly devices: readonly DeviceEntry[];
  /** Without one no device is notified. */
  readonly pushService?: PushServiceEntry;
  /** In front of the names of its own objects, as the devices write it; nothing is handed out where absent. */
  readonly objectRoot?: string;
  /** What its repository has from the start, by name. */
  readonly objects: { readonly [name: string]: StoredObject };
  /** Media types that repositories take. @see dm2.md 3.1 */
  readonly objectTypes: readonly string[];
  readonly limits: DM2ServerLimits;
}

/** Credentials, and the devices for which they speak. @see dm2.md 9 */
export interface DeviceAccount {
  readonly user: string;
  readonly password: string;
  readonly deviceIDs: readonly string[];
}

export interface DeviceEntry {
  readonly deviceID: string;
  /** Absent for a device that comes only of its own accord. */
  readonly notification?: NotificationEntry;
}

export interface NotificationEntry extends NotificationSecret {
  /** Where the device takes notifications. */
  readonly address: string;
  readonly preferredConnection?: ConnectionType;
}

export interface PushServiceEntry {
  readonly address: string;
  readonly user?: string;
  readonly password?: string;
}

export interface StoredObject {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface DM2ServerLimits {
  /** Silence of a device after which its session is over, and how long the last answer is kept. @see dm2.md 4.3, 4.4 */
  readonly idleLimit: number;
  readonly commandsPerPackage: number;
  /** Commands that wait for one device. */
  readonly awaitingCommands: number;
  /** Sessions that are remembered for one device; the oldest goes first. */
  readonly rememberedSessions: number;
  /** How long a nonce may be used. */
  readonly nonceLife: number;
  /** Nonces that are remembered; the oldest goes first. */
  readonly nonces: number;
  /** How long the device has to obey a notification. */
  readonly notificationLife: number;
  /** Notifications that are remembered; the oldest goes first. */
  readonly rememberedNotifications: number;
  /** How often a push service that does not answer is asked again. */
  readonly pushRequestRepeats: number;
  readonly pushRequestInterval: number;
  /** How long no answer of the push service is none. */
  readonly responseTimeout: number;
  /** Objects in its own repository, and octets of one. */
  readonly objects: number;
  readonly objectSize: number;
}
