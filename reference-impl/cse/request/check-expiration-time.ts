import type { Attributes } from '../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { parseTimestamp } from '../../../protocol/model/timestamp';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';

/** An expirationTime is a time to come. @see TS-0004 7.3.3.5 */
export function checkExpirationTime(cse: Cse, attributes: Attributes): Refusal | undefined {
  const given = attributes.expirationTime;
  if (given === undefined) return undefined;
  const end = typeof given === 'string' ? parseTimestamp(given) : undefined;
  if (end !== undefined && end > cse.ports.clock.now()) return undefined;
  return refuse(RSC.BAD_REQUEST, 'expirationTime is no time to come.', 'TS-0004 7.3.3.5');
}

/** A new expirationTime is not earlier than that of any child. @see TS-0004 7.3.3.4 */
export function checkOutlivesChildren(
  cse: Cse,
  parent: Resource,
  attributes: Attributes,
): Refusal | undefined {
  const end = timeOf(attributes);
  if (end === undefined) return undefined;
  const survivor = cse.store
    .childrenOf(parent.resourceID)
    .find((child) => (timeOf(child.attributes) ?? end) > end);
  if (survivor === undefined) return undefined;
  return refuse(RSC.BAD_REQUEST, `${survivor.resourceName} would outlive its parent.`, 'TS-0004 7.3.3.4');
}

function timeOf({ expirationTime }: Attributes): number | undefined {
  return typeof expirationTime === 'string' ? parseTimestamp(expirationTime) : undefined;
}
