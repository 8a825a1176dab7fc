import { DEFAULT_NONCES } from '../../protocol/codec/syncml/digests';
import type { SyncMLNotification } from '../../protocol/model/syncml-notification';
import type { Nonces } from './account';

/** Package 0 at the server: what it says, and what it is signed with beside the password. @see DM_Notification 6 */

/** DM 1.2 has version 1.1 of the notification. @see DM_Notification 6.2.2.3 */
const NOTIFICATION_VERSION = 11;

/** There is nobody to ask at the device, so that it opens the session in the background. @see DM_Notification 6.2.2 */
export function packageZero(serverID: string, sessionID: number): SyncMLNotification {
  return { version: NOTIFICATION_VERSION, uiMode: 'background', initiator: 'server', sessionID, serverID };
}

/** A client that heard nothing of all that came before may have another nonce in mind. @see DM_Notification 6.1 */
export function nonceOfWakeUp(nonces: Nonces, isLast: boolean): Uint8Array {
  const [defaultNonce] = DEFAULT_NONCES;
  nonces.defaultNonce = isLast ? defaultNonce : undefined;
  return nonces.defaultNonce ?? nonces.server;
}
