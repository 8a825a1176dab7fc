import { readBodyBytes } from '../protocol/codec/http-body';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { Place } from '../protocol/codec/place';
import { decodeNotification, isNotificationFrom } from '../protocol/codec/syncml/notification';
import { type Decoded, decoded } from '../protocol/model/decoded';
import { NOTIFICATION_MEDIA_TYPE } from '../protocol/tables/syncml/identifiers';
import type { ReceivedNotification } from './syncml/envelope';

/** Nothing that one datagram can hold is longer. */
const LIMITS = { ...DEFAULT_LIMITS, bytes: 65_535 };

/** What it returns may take its time; the answer does not wait for it. */
type Wake = (received: ReceivedNotification) => unknown;

/**
 * Takes package 0 by HTTP. Every notification gets the same answer at once, so that it tells nobody which digest was
 * right. @see DM_Notification 6.2, docs/profiles/gateway-fan-out.md
 */
export function notificationEndpoint(wake: Wake): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return said(405, { Allow: 'POST' });
    const essence = request.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
    if (essence !== NOTIFICATION_MEDIA_TYPE) return said(415);
    const read = await readNotification(request);
    if (!read.ok) return said(read.fault.reason === 'too-large' ? 413 : 400);
    Promise.resolve(read.value)
      .then(wake)
      .catch(() => undefined);
    return said(202);
  };
}

async function readNotification(request: Request): Promise<Decoded<ReceivedNotification>> {
  const place = new Place('notification');
  const octets = place.outcome(await readBodyBytes(request, LIMITS, place));
  if (!octets.ok) return octets;
  const notification = decodeNotification(octets.value);
  if (!notification.ok) return notification;
  const name = notification.value.serverID;
  return decoded({
    notification: notification.value,
    isMadeWith: (secret) => isNotificationFrom(octets.value, { ...secret, name }),
  });
}

function said(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}
