import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from './cse';
import type { Resource } from './resource';

/**
 * Takes a resource and all its descendants out of the store, runs the hooks of their types and tells the
 * subscribers. It knows nothing of privileges. @see TS-0004 7.3.3.8
 */
export function removeTree(cse: Cse, root: Resource): void {
  const parent = cse.store.get(root.parentID);
  const removed = takeOut(cse, root);
  for (const resource of removed) {
    cse.procedures.resourceTypeProcedures(resource.resourceType)?.deleted?.(cse, resource);
  }
  for (const resource of removed) {
    const subscriptions = removed.filter(
      (other) => other.resourceType === ResourceType.subscription && other.parentID === resource.resourceID,
    );
    if (subscriptions.length > 0) {
      void cse.procedures.notifySubscribers(cse, { type: 'delete', subject: resource, subscriptions });
    }
  }
  if (parent !== undefined) {
    void cse.procedures.notifySubscribers(cse, { type: 'childDelete', subject: parent, child: root });
  }
}

/** Children first. */
function takeOut(cse: Cse, resource: Resource): readonly Resource[] {
  const removed = cse.store.childrenOf(resource.resourceID).flatMap((child) => takeOut(cse, child));
  cse.store.remove(resource.resourceID);
  return [...removed, resource];
}
