import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../../reference-impl/cse/cse';
import type { Resource } from '../../reference-impl/cse/resource';

/** The CSE as if its sessions had other policies. It knows nothing of what policies say. */
export function policiesSeen(cse: Cse, change: (policies: readonly Resource[]) => readonly Resource[]): Cse {
  const childrenOf: Cse['store']['childrenOf'] = (parentID, resourceType) => {
    const children = cse.store.childrenOf(parentID, resourceType);
    return resourceType === ResourceType.sessionPolicy ? change(children) : children;
  };
  return { ...cse, store: { ...cse.store, childrenOf } };
}
