import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { formatTimestamp } from '../../../protocol/model/timestamp';
import type { Cse } from '../cse';
import { timeToAnswer } from '../request/deliver';

/** What a hop keeps for its own answer of the time that it is given: a tenth, and a second at most. */
const SHARE = 10;
const MOST = 1_000;

/** Until when the Originator of a request waits, in milliseconds since the epoch. */
export function deadlineOf(cse: Cse, request: RequestPrimitive): number {
  return cse.ports.clock.now() + timeToAnswer(cse, request);
}

/**
 * The Result Expiration Timestamp of what is asked of the next one in the chain: absolute, and so much earlier that
 * each hop leaves the one before it time to hear of it.
 */
export function expirationBefore(cse: Cse, deadline: number): string {
  const left = Math.max(deadline - cse.ports.clock.now(), 0);
  return formatTimestamp(Math.floor(deadline - Math.min(left / SHARE, MOST)));
}
