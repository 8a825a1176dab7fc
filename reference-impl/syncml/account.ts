/** How one side proves who it is to the other. @see DM_Security 5.1.3 */
export type AuthenticationType = 'basic' | 'md5' | 'hmac';

/** What one side is known by, at both ends. */
export interface Authenticator {
  readonly type: AuthenticationType;
  readonly name: string;
  readonly password: string;
}

/**
 * What a device and a server know of each other, at both ends the same. @see DM_StdObj 7.1.3.1
 * The nonces move from message to message, so they are kept beside it.
 */
export interface Account {
  /** Name of the server: Source of its messages, and the name in package 0. */
  readonly serverID: string;
  /** Where the server takes messages: the first Target of the device. */
  readonly serverAddress: string;
  /** Name of the device: Source of its messages, a URN as a rule. */
  readonly deviceID: string;
  /** With it the device proves who it is. */
  readonly client: Authenticator;
  /** With it the server proves who it is, and signs package 0. */
  readonly server: Authenticator;
}

/** The nonces of an account that outlive a session, as they stand; both ends keep their own. @see DM_Security 5.1.3.4 */
export interface Nonces {
  /** For credentials of the device. */
  client: Uint8Array;
  /** For credentials of the server. */
  server: Uint8Array;
  /**
   * Where a package 0 was made or taken with the default nonce: the one it was. Each side may prove itself with it once.
   * @see DM_Notification 6.1, Nonce Resynchronization
   */
  defaultNonce?: Uint8Array | undefined;
}
