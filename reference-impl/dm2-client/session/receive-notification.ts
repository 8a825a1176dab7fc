import type { DM2Notification } from '../../../protocol/model/dm2-notification';
import type { DM2Client, KnownServer, ReceivedNotification, SessionCause } from '../dm2-client';

/** Package 0 opens a session, or is dropped without a word. @see DM2 B.2 step 3, dm2.md 7.4 */
export function receiveNotification(client: DM2Client, received: ReceivedNotification): void {
  const { procedures } = client;
  const { notification } = received;
  const server = procedures.serverOfNotification(client, notification);
  if (server === undefined || !procedures.isNotificationAuthentic(server, received)) return;
  if (!procedures.isNotificationTimely(client, notification)) return;
  if (!procedures.isNotificationNew(client, server, notification)) return;
  procedures.openSession(client, server, procedures.causeOfNotification(server, notification));
}

export function serverOfNotification(
  { servers }: DM2Client,
  { serverID }: DM2Notification,
): KnownServer | undefined {
  return servers.get(serverID);
}

/** Never where the account has nothing to check the digest with. */
export function isNotificationAuthentic({ account }: KnownServer, received: ReceivedNotification): boolean {
  return account.notification !== undefined && received.isMadeWith(account.notification);
}

const SECOND = 1_000;

/** Neither too old, nor too far ahead of the clock. */
export function isNotificationTimely({ ports, config }: DM2Client, { timestamp }: DM2Notification): boolean {
  if (timestamp === undefined) return false;
  const age = ports.clock.now() - timestamp * SECOND;
  return age <= config.limits.maximumAge && -age <= config.limits.maximumSkew;
}

/** Whether its number was not taken lately. It counts as taken from now on. */
export function isNotificationNew(
  { ports, config }: DM2Client,
  { notified }: KnownServer,
  { notificationID }: DM2Notification,
): boolean {
  const now = ports.clock.now();
  for (const [number, until] of notified) if (until <= now) notified.delete(number);
  if (notificationID === undefined || notified.has(notificationID)) return false;
  notified.set(notificationID, now + config.limits.maximumAge + config.limits.maximumSkew);
  return true;
}

export function causeOfNotification(
  { account }: KnownServer,
  { notificationID, requestsObjects }: DM2Notification,
): SessionCause {
  return {
    reason: 'server-initiated',
    to: account.serverURI,
    requestsObjects,
    ...(notificationID !== undefined && { notificationID }),
  };
}
