import type { NotificationSecret } from '../../../protocol/model/dm2-notification';

/** What a device and its server know of each other; one of them may be the target. @see dm2.md 11 */
export interface DM2Account {
  readonly serverID: string;
  readonly deviceID: string;
  /** Credentials that speak for the device. */
  readonly user: string;
  readonly password: string;
  readonly notification: NotificationSecret;
}

/** Nodes of a client under test that scenarios speak of. Addresses are ClientURIs. */
export interface DM2Nodes {
  /** MOID of the object whose instances are the lamps. */
  readonly testObject: string;
  readonly operation?: string;
  readonly failingOperation?: string;
  readonly foreignObject?: string;
}
