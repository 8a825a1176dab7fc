/** Package 0: the trigger with which a server asks a device to open a session. @see DM_Notification 6.2 */
export interface SyncMLNotification {
  /** Ten times the version: 11 in DM 1.2. */
  readonly version: number;
  readonly uiMode: 'unspecified' | 'background' | 'informative' | 'user-interaction';
  /** Whose wish the session is. */
  readonly initiator: 'user' | 'server';
  /** 1 to 65535; the device repeats it as the session identifier, in hexadecimal. */
  readonly sessionID: number;
  readonly serverID: string;
  readonly vendorData?: Uint8Array;
}

/** The session identifier as the device repeats it in its header: hexadecimal digits. @see DM_Notification 6.2.2.10 */
export function sessionIDText(sessionID: number): string {
  return sessionID.toString(16).toUpperCase();
}
