import type { DM2Notification } from '../../protocol/model/dm2-notification';
import type { PushReport } from '../../protocol/model/dm2-push';
import { answerInTime, pause } from '../dm2/answer-in-time';
import type { DM2Server, ManagedDevice, PushAnswer, PushOrder, SentNotification } from './dm2-server';
import type { NotificationEntry } from './dm2-server-config';
import { keepNewest } from './keep-newest';
import type { NotificationWish } from './procedures';

/**
 * Has the push service notify a device, and asks again where it says nothing. A failure costs nothing but time: the
 * commands wait on until the device comes. @see dm2.md 8, B.2 step 1
 */
export async function notifyDevice(
  server: DM2Server,
  device: ManagedDevice,
  wish: NotificationWish,
): Promise<void> {
  const { procedures, config, notifications, ports } = server;
  if (device.notification === undefined) return;
  const notification = procedures.notificationFor(server, device.notification, wish);
  const order = procedures.pushOrderFor(server, device.notification, notification);
  const sent: SentNotification = { device, order, state: 'asking' };
  notifications.set(order.reportToken, sent);
  keepNewest(notifications, config.limits.rememberedNotifications);
  for (let repeats = 0; sent.state === 'asking'; repeats += 1) {
    const answer = await procedures.askPushService(server, sent);
    const isAgain = procedures.isWorthAskingAgain(answer) && repeats < config.limits.pushRequestRepeats;
    if (!isAgain) settle(sent, answer);
    else await pause(ports.clock, config.limits.pushRequestInterval);
  }
}

/** A report, or the device itself, may have been faster. */
function settle(sent: SentNotification, { kind }: PushAnswer): void {
  if (sent.state === 'asking') sent.state = kind === 'taken' ? 'taken' : 'not-taken';
}

export function notificationFor(
  server: DM2Server,
  { preferredConnection }: NotificationEntry,
  { requestsObjects }: NotificationWish,
): DM2Notification {
  return {
    serverID: server.config.serverID,
    ...(preferredConnection && { preferredConnection }),
    notificationID: server.procedures.newNotificationID(server),
    timestamp: secondsNow(server),
    requestsObjects,
  };
}

/** Devices drop one that they have seen lately. @see dm2.md 7.4 */
export function newNotificationID(server: DM2Server): number {
  server.lastNotificationID = (server.lastNotificationID + 1) % 0x10000;
  return server.lastNotificationID;
}

export function pushOrderFor(
  server: DM2Server,
  { address, secret, data }: NotificationEntry,
  notification: DM2Notification,
): PushOrder {
  const { config, ports } = server;
  return {
    pushID: ports.ids.next('push-'),
    deviceAddress: address,
    notification,
    secret: { secret, data },
    deliverBefore: secondsNow(server) + Math.floor(config.limits.notificationLife / 1000),
    reportToken: ports.ids.next('r-'),
  };
}

function secondsNow({ ports }: DM2Server): number {
  return Math.floor(ports.clock.now() / 1000);
}

export function askPushService(
  { ports, config }: DM2Server,
  { order }: SentNotification,
): Promise<PushAnswer> {
  const limit = { milliseconds: config.limits.responseTimeout, otherwise: { kind: 'silent' } as const };
  return answerInTime<PushAnswer>(ports.clock, limit, (signal) => ports.push(order, signal));
}

const PASSING = [408, 429];

/** With the same PushID, so that it is delivered once. @see dm2.md 8.1 */
export function isWorthAskingAgain(answer: PushAnswer): boolean {
  if (answer.kind !== 'refused') return answer.kind === 'silent';
  return answer.status >= 500 || PASSING.includes(answer.status);
}

/** @see dm2.md 8.3 */
export function takeReport(
  { notifications }: DM2Server,
  token: string,
  { pushID, outcome }: PushReport,
): boolean {
  const sent = notifications.get(token);
  if (sent === undefined || sent.order.pushID !== pushID) return false;
  sent.state = outcome;
  return true;
}
