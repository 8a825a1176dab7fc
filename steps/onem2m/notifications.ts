import type { Notification } from '../../protocol/model/notification';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';

/** The notifications in a request, aggregated ones taken apart; a verification request is none. */
export function notificationsIn(request: RequestPrimitive): readonly Notification[] {
  const { content } = request;
  if (content?.kind === 'notification')
    return content.notification.verificationRequest ? [] : [content.notification];
  return content?.kind === 'aggregatedNotification' ? content.notifications : [];
}

export function isAggregated(request: RequestPrimitive): boolean {
  return request.content?.kind === 'aggregatedNotification';
}
