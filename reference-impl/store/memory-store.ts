import type { Resource } from '../cse/resource';
import type { ResourceStore } from './resource-store';

/** Resources in memory, children in the order of their creation. */
export function memoryStore(): ResourceStore {
  const byID = new Map<string, Resource>();
  const children = new Map<string, Map<string, string>>();

  const forget = (resource: Resource): void => {
    const siblings = children.get(resource.parentID);
    siblings?.delete(resource.resourceName);
    if (siblings?.size === 0) children.delete(resource.parentID);
  };

  return {
    get: (resourceID) => byID.get(resourceID),
    childNamed(parentID, resourceName) {
      const resourceID = children.get(parentID)?.get(resourceName);
      return resourceID === undefined ? undefined : byID.get(resourceID);
    },
    childrenOf(parentID) {
      const found: Resource[] = [];
      for (const resourceID of children.get(parentID)?.values() ?? []) {
        const child = byID.get(resourceID);
        if (child !== undefined) found.push(child);
      }
      return found;
    },
    all: () => byID.values(),
    put(resource) {
      const previous = byID.get(resource.resourceID);
      if (previous !== undefined && !samePlace(previous, resource)) {
        forget(previous);
        byID.delete(resource.resourceID);
      }
      byID.set(resource.resourceID, resource);
      const siblings = children.get(resource.parentID) ?? new Map<string, string>();
      siblings.set(resource.resourceName, resource.resourceID);
      children.set(resource.parentID, siblings);
    },
    remove(resourceID) {
      const resource = byID.get(resourceID);
      if (resource === undefined) return;
      forget(resource);
      byID.delete(resourceID);
    },
  };
}

/** Whether both are the same child of the same parent. */
export function samePlace(one: Resource, other: Resource): boolean {
  return one.parentID === other.parentID && one.resourceName === other.resourceName;
}
