import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEvent } from '../../../protocol/model/session-event';
import type { Cse } from '../cse';
import { sendNotification } from '../request/send-notification';
import { expirationBefore } from './deadline';
import type { Telling } from './session-procedures';

/** Tells an endpoint of its session, where it wants to be told. Never rejects. @see SES 1 step 12, 2 step 18, 3 step 4 */
export function tellEndpoint(
  cse: Cse,
  to: string,
  event: SessionEvent,
  { subscription, deadline }: Telling = {},
): Promise<ResponsePrimitive> {
  const notification = {
    event: { representation: { kind: 'sessionEvent', event } as const },
    ...(subscription !== undefined && { subscriptionReference: subscription }),
  };
  const expiration = deadline === undefined ? undefined : expirationBefore(cse, deadline);
  return sendNotification(cse, to, notification, expiration);
}
