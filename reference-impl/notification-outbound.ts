import { encodeNotification } from '../protocol/codec/syncml/notification';
import { NOTIFICATION_MEDIA_TYPE } from '../protocol/tables/syncml/identifiers';
import type { Transmit } from './http-outbound';
import type { DeliverNotification } from './syncml/envelope';

/**
 * Delivers package 0 by HTTP. Whether anybody acts on it cannot be heard; only that the carrier did not take it, or that
 * it could not be written, can. @see DM_Notification 6.3
 */
export function notificationOutbound(transmit: Transmit): DeliverNotification {
  return async (to, notification, secret) => {
    try {
      const body = encodeNotification(notification, secret);
      const headers = { 'Content-Type': NOTIFICATION_MEDIA_TYPE };
      const response = await transmit(new Request(to, { method: 'POST', headers, body }));
      response.body?.cancel().catch(() => undefined);
      return response.ok;
    } catch {
      return false;
    }
  };
}
