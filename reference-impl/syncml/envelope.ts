import type { NonceSecret } from '../../protocol/codec/syncml/digests';
import type { SyncMLMessage } from '../../protocol/model/syncml-message';
import type { SyncMLNotification } from '../../protocol/model/syncml-notification';

/**
 * Messages as a role takes and gives them: values, and what HTTP carries beside them. A role sees no octets, so whoever
 * has them answers questions about them.
 */

/** A message that came in. */
export interface ReceivedMessage {
  readonly message: SyncMLMessage;
  readonly mac?: ReceivedMAC;
}

/** What the header `x-syncml-hmac` said of the body. @see DM_Security 5.1.4.2 */
export interface ReceivedMAC {
  readonly userName: string;
  /** Whether the body as it travelled was signed with this secret. */
  isMadeWith(secret: NonceSecret): boolean;
}

/** A message that goes out. */
export interface OutgoingMessage {
  readonly message: SyncMLMessage;
  /** The body is signed with it. */
  readonly mac?: NonceSecret;
}

/** A package 0 that came in. @see DM_Notification 6.2 */
export interface ReceivedNotification {
  readonly notification: SyncMLNotification;
  /** Whether its digest was made with this password of the server and this nonce. */
  isMadeWith(secret: Omit<NonceSecret, 'name'>): boolean;
}

/** Sends one message and answers what came back; rejects where no message of SyncML came back. */
export type TransmitMessage = (to: string, message: OutgoingMessage) => Promise<ReceivedMessage>;

/** Delivers a package 0; answers false where the carrier said that it was not delivered. */
export type DeliverNotification = (
  to: string,
  notification: SyncMLNotification,
  secret: Omit<NonceSecret, 'name'>,
) => Promise<boolean>;
