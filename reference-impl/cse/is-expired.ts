import { parseTimestamp } from '../../protocol/model/timestamp';
import type { Cse } from './cse';
import type { Resource } from './resource';

/** A resource whose expirationTime has passed exists no more. @see TS-0001 9.6.1.3.2 */
export function isExpired(cse: Cse, resource: Resource): boolean {
  const expirationTime = resource.attributes.expirationTime;
  if (typeof expirationTime !== 'string') return false;
  const end = parseTimestamp(expirationTime);
  return end !== undefined && end <= cse.ports.clock.now();
}
