/** How one side of device management proves who it is to the other. @see DM_Security 5.1.3 */
export type AuthenticationType = 'basic' | 'md5' | 'hmac';

export interface Authenticator {
  readonly type: AuthenticationType;
  readonly name: string;
  readonly password: string;
}

/** What a device and its server know of each other; one of them is the target, the other a tester. @see DM_StdObj 7.1.3.1 */
export interface TesterAccount {
  readonly serverID: string;
  /** Where the server takes SyncML messages: `http://127.0.0.1:8082/dm`. */
  readonly serverAddress: string;
  readonly deviceID: string;
  /** Where the device takes package 0: `http://127.0.0.1:8083/notification`. Some are told to open a session in other ways. */
  readonly notificationAddress?: string;
  /** With it the device proves who it is. */
  readonly client: Authenticator;
  /** With it the server proves who it is, and signs package 0. */
  readonly server: Authenticator;
  /**
   * As the tester learned them last. They outlive the scenario where the target does, so whoever gets a new one puts
   * it here. Empty at first: the target then challenges, or is asked to resynchronize.
   */
  readonly nonces: TesterNonces;
}

export interface TesterNonces {
  /** For credentials of the device. */
  client: Uint8Array;
  /** For credentials of the server. */
  server: Uint8Array;
}
