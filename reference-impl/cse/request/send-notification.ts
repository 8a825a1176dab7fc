import type { Notification } from '../../../protocol/model/notification';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse } from '../cse';
import { releaseToward } from '../release-toward';

/** Sends one notification in the name of this CSE, to a resource or a URL. Never rejects. @see TS-0004 7.5.1.2.2 */
export function sendNotification(
  cse: Cse,
  to: string,
  notification: Notification,
  resultExpirationTimestamp?: string,
): Promise<ResponsePrimitive> {
  return cse.send({
    operation: 'notify',
    to,
    from: cse.config.cseID,
    requestIdentifier: cse.ports.ids.next('ntf-'),
    releaseVersionIndicator: releaseToward(cse, to),
    ...(resultExpirationTimestamp !== undefined && { resultExpirationTimestamp }),
    content: { kind: 'notification', notification },
  });
}
