import type { Collection } from './collection';
import { missingMembers } from './keep-results';
import type { Wish } from './procedures';

/**
 * A retrieve of what the CSE has so far, of the members that are missing only once others have reported; never the
 * operation again, which would be carried out twice. `undefined` where the CSE did not say where. @see IGO 2.2 note 2
 */
export function inquiry(collection: Collection): Wish | undefined {
  const { requestAddress, results } = collection;
  if (requestAddress === undefined) return undefined;
  const narrowed = results.size === 0 ? {} : { groupRequestTargetMembers: missingMembers(collection) };
  return { operation: 'retrieve', to: requestAddress, ...narrowed };
}
