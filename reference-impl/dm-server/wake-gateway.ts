import { DEFAULT_NONCES } from '../../protocol/codec/syncml/digests';
import type { SyncMLNotification } from '../../protocol/model/syncml-notification';
import { keepWaking } from '../fan-out/waking';
import type { Nonces } from '../syncml/account';
import type { ManagedGateway, ManagementServer } from './management-server';

/**
 * Package 0, and again, until the gateway has connected; one that never does is not told of what it was to do. A gateway in
 * a session may hear of it there, and is left alone for a while. @see DM_Notification 6.1, 6.2
 */
export function wakeGateway(server: ManagementServer, gateway: ManagedGateway): void {
  if (gateway.openSessions === 0) gateway.waking?.hurry();
  if (gateway.waking !== undefined) return;
  const { notificationRepeats, notificationInterval } = server.config.limits;
  const notification = server.procedures.notificationFor(server, gateway);
  gateway.waking = keepWaking(server.ports.clock, {
    repeats: notificationRepeats,
    interval: notificationInterval,
    isPostponed: gateway.openSessions > 0,
    notify: (isLast) => notify(server, gateway, { notification, isLast }),
    whenOver: () => giveUp(gateway),
  });
}

function notify(
  { procedures, ports }: ManagementServer,
  gateway: ManagedGateway,
  { notification, isLast }: { readonly notification: SyncMLNotification; readonly isLast: boolean },
): void {
  const nonce = procedures.nonceOfWakeUp(gateway.nonces, isLast);
  const { password } = gateway.account.server;
  ports.deliver(gateway.notificationAddress, notification, { password, nonce }).catch(() => false);
}

function giveUp(gateway: ManagedGateway): void {
  gateway.waking = undefined;
  gateway.reports.length = 0;
  for (const job of gateway.jobs) if (job.state === 'waiting') job.state = 'abandoned';
}

/** @see DM_Notification 6.2.2 */
export function notificationFor(
  { ports }: ManagementServer,
  { account }: ManagedGateway,
): SyncMLNotification {
  return {
    version: NOTIFICATION_VERSION,
    uiMode: 'background',
    initiator: 'server',
    sessionID: 1 + ports.random.below(0xffff),
    serverID: account.serverID,
  };
}

/** DM 1.2 has version 1.1 of the notification. @see DM_Notification 6.2.2.3 */
const NOTIFICATION_VERSION = 11;

/** A gateway that heard nothing of all that came before may have another nonce in mind. @see DM_Notification 6.1 */
export function nonceOfWakeUp(nonces: Nonces, isLast: boolean): Uint8Array {
  const [defaultNonce] = DEFAULT_NONCES;
  if (!isLast || defaultNonce === undefined) return nonces.server;
  nonces.defaultNonce = defaultNonce;
  return defaultNonce;
}
