import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { removeTree } from '../remove-tree';
import type { Resource } from '../resource';
import { ownResource } from './session-resource';

/** Its name, wherever it is. @see SES 1 step 3 */
export const SESSIONS = 'sessions';

/** The `sessions` child of an <AE> or of the <CSEBase>. */
export function collectionOf(cse: Cse, parent: Resource): Resource | undefined {
  const child = cse.store.childNamed(parent.resourceID, SESSIONS);
  return child?.resourceType === ResourceType.sessions ? child : undefined;
}

/** Whoever says that it can do sessions has a collection of them; whoever does not has none. */
export function keepCollection(cse: Cse, parent: Resource): void {
  const collection = collectionOf(cse, parent);
  const wanted = cse.config.serviceSessions && cse.procedures.hasSessionCapability(parent);
  if (!wanted && collection !== undefined) removeTree(cse, collection);
  const taken = cse.store.childNamed(parent.resourceID, SESSIONS) !== undefined;
  if (!wanted || taken) return;
  const own = {
    resourceType: ResourceType.sessions,
    resourceID: `sns-${parent.resourceID}`,
    resourceName: SESSIONS,
    createdBy: parent.createdBy,
  };
  cse.store.put(ownResource(cse, parent, own, {}));
}
