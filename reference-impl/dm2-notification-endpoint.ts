import { mediaTypeOf } from '../protocol/codec/dm2/media-types';
import {
  decodeNotification,
  isNotificationAuthentic,
  NOTIFICATION_LENGTH,
} from '../protocol/codec/dm2/notification';
import { readBodyBytes } from '../protocol/codec/http-body';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { Place } from '../protocol/codec/place';
import { NOTIFICATION_MEDIA_TYPE } from '../protocol/tables/dm2/identifiers';
import type { ReceivedNotification } from './dm2-client/dm2-client';

const LIMITS = { ...DEFAULT_LIMITS, bytes: NOTIFICATION_LENGTH };

/**
 * Takes notifications of DM 2.0 by HTTP. All octets get the same answer, whether they are of any use or not, so that
 * nobody learns from it. @see dm2.md 7.4, 8.2
 */
export function dm2NotificationEndpoint(
  receive: (received: ReceivedNotification) => void,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return said(405, { Allow: 'POST' });
    if (mediaTypeOf(request.headers.get('Content-Type')) !== NOTIFICATION_MEDIA_TYPE) return said(415);
    const place = new Place('notification');
    const octets = place.outcome(await readBodyBytes(request, LIMITS, place));
    if (!octets.ok) return said(octets.fault.reason === 'too-large' ? 413 : 400);
    const notification = decodeNotification(octets.value);
    if (notification.ok)
      receive({
        notification: notification.value,
        isMadeWith: (secret) => isNotificationAuthentic(octets.value, secret),
      });
    return said(204);
  };
}

function said(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}
