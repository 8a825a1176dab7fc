import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { parseAbsRelTimestamp } from '../../../protocol/model/timestamp';
import type { Cse } from '../cse';

/** When the result of a request expires, in milliseconds since the epoch. @see SOM 6.4.1 Result Expiration Timestamp */
export function resultDeadline(cse: Cse, request: RequestPrimitive): number {
  const now = cse.ports.clock.now();
  const given = request.resultExpirationTimestamp;
  const deadline = given === undefined ? undefined : parseAbsRelTimestamp(given, now);
  return deadline ?? now + cse.config.resultExpiration;
}
