import type { Refusal } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { Cse } from '../cse';
import { checkNotificationTargets } from './notification-targets';
import { checkResultPersistence } from './request-lifetime';

/** What must be in order for a request to be accepted for later. @see TS-0004 7.3.2.2 */
export function checkNonBlockingRequest(cse: Cse, request: RequestPrimitive): Refusal | undefined {
  return checkNotificationTargets(cse, request) ?? checkResultPersistence(cse, request);
}
