import type { SyncMLNotification } from '../../protocol/model/syncml-notification';
import { keepWaking } from '../fan-out/waking';
import { packageZero } from '../syncml/server-wake-up';
import { anySessionID } from '../syncml/session-identifier';
import type { ManagedGateway, ManagementServer } from './management-server';

/**
 * Package 0, and again, until the gateway has connected; one that never does is not told of what it was to do. In the middle
 * of a session the gateway may hear of it there, and is left alone for the moment, since the nonces that package 0 depends
 * on are changing. @see DM_Notification 6.1, 6.2
 */
export function wakeGateway(server: ManagementServer, gateway: ManagedGateway): void {
  const { notificationRepeats, notificationInterval, settleTime } = server.config.limits;
  const { clock } = server.ports;
  const notification = server.procedures.notificationFor(server, gateway);
  gateway.callOffWaking?.();
  gateway.callOffWaking = keepWaking(clock, {
    repeats: notificationRepeats,
    interval: notificationInterval,
    quietIn: () => gateway.lastSign + settleTime - clock.now(),
    isWanted: () => hasWork(gateway),
    notify: (isLast) => notify(server, gateway, { notification, isLast }),
    whenOver: () => giveUp(gateway),
  });
}

/** Whether there is something to say to a gateway. */
export function hasWork({ jobs, reports }: ManagedGateway): boolean {
  return reports.length > 0 || jobs.some(({ state }) => state === 'waiting');
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
  gateway.callOffWaking = undefined;
  gateway.reports.length = 0;
  for (const job of gateway.jobs) if (job.state === 'waiting') job.state = 'abandoned';
}

export function notificationFor(
  { ports }: ManagementServer,
  { account }: ManagedGateway,
): SyncMLNotification {
  return packageZero(account.serverID, anySessionID(ports.random));
}
