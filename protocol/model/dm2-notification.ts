import type { ConnectionType } from '../tables/dm2/notification-options';

/** Package 0: the server asks the device to open a session. @see dm2.md 7 */
export interface DM2Notification {
  readonly serverID: string;
  readonly preferredConnection?: ConnectionType;
  /** 0 to 65535. */
  readonly notificationID?: number;
  /** When it was made, in seconds since 1970. */
  readonly timestamp?: number;
  /** The client is to list its management objects. */
  readonly requestsObjects: boolean;
}

/** What the account of the device keeps for notifications of one server: Auth/Noti/Secret and Auth/Noti/Data. */
export interface NotificationSecret {
  readonly secret: Uint8Array;
  readonly data: Uint8Array;
}
