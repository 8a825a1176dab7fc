import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Ae } from '../ae';
import type { Wish } from '../procedures';
import type { HeldSession } from './held-session';

/** @see SES 3 step 1 */
export function termination({ address }: HeldSession): Wish {
  return { operation: 'delete', to: address };
}

/** It is gone, now or before. @see SES 3 step 10 */
export function hasEnded({ responseStatusCode }: ResponsePrimitive): boolean {
  return responseStatusCode === RSC.DELETED || responseStatusCode === RSC.NOT_FOUND;
}

/** @see SES 3 steps 5 and 11 */
export function forgetSession({ sessions }: Ae, sessionID: string): void {
  sessions.held.delete(sessionID);
}
