import type { Attributes } from '../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { parseTimestamp } from '../../../protocol/model/timestamp';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';

/** An expirationTime is a time to come. @see TS-0004 7.3.3.5 */
export function checkExpirationTime(cse: Cse, attributes: Attributes): Refusal | undefined {
  const given = attributes.expirationTime;
  if (given === undefined) return undefined;
  const end = typeof given === 'string' ? parseTimestamp(given) : undefined;
  if (end !== undefined && end > cse.ports.clock.now()) return undefined;
  return refuse(RSC.BAD_REQUEST, 'expirationTime is no time to come.', 'TS-0004 7.3.3.5');
}
