import { decodeNotification, isNotificationAuthentic } from '../../protocol/codec/dm2/notification';
import type { DM2Notification } from '../../protocol/model/dm2-notification';
import { CONNECTION_TYPES } from '../../protocol/tables/dm2/notification-options';
import type { FlowproofWorld } from '../world';
import type { Packet } from './packets';
import { playOf } from './play';

/** How far the clocks of server and tester may differ, in seconds. */
const TOLERATED_SKEW = 5;

/** What a part of a notification is, in words. @see dm2.md 7 */
export function notificationPart(
  world: FlowproofWorld,
  { octets }: Packet,
  part: string,
): string | undefined {
  const [high = 0, low = 0] = octets;
  const { stage } = playOf(world).scene;
  switch (part) {
    case 'VER':
      return String(high >> 4);
    case 'RESERVED':
      return String(low & 0x7f);
    case 'SHA256-DIGEST':
      return isNotificationAuthentic(octets, stage.account.notification) ? 'right' : 'wrong';
    default: {
      const read = decodeNotification(octets);
      const now = stage.time.now() / 1000;
      return read.ok ? optionText(read.value, part, now) : `no notification (${read.fault.detail})`;
    }
  }
}

function optionText(notification: DM2Notification, part: string, now: number): string | undefined {
  const { serverID, preferredConnection, notificationID, timestamp, requestsObjects } = notification;
  switch (part) {
    case 'SERVER-ID':
      return serverID;
    case 'NOTIFICATION-ID':
      return notificationID?.toString();
    case 'PREFERRED-CON-TYPE':
      return preferredConnection && String(CONNECTION_TYPES.indexOf(preferredConnection));
    case 'REQ-MOS':
      return requestsObjects ? 'there' : undefined;
    case 'TIMESTAMP':
      return timestamp !== undefined && Math.abs(timestamp - now) <= TOLERATED_SKEW
        ? 'now'
        : timestamp?.toString();
    default:
      throw new Error(`"${part}" is no part of a notification that a table can name`);
  }
}
