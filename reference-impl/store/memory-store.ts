import type { Resource } from '../cse/resource';
import type { ResourceStore } from './resource-store';

/** Resources in memory, children in the order of their creation. */
export function memoryStore(): ResourceStore {
  const byID = new Map<string, Resource>();
  const children = new Map<string, Map<string, string>>();
  /** Identifiers of the children of a parent that are of one type, by `typeKey`. */
  const childrenOfType = new Map<string, Set<string>>();

  const forget = (resource: Resource): void => {
    const siblings = children.get(resource.parentID);
    siblings?.delete(resource.resourceName);
    if (siblings?.size === 0) children.delete(resource.parentID);
    const key = typeKey(resource.parentID, resource.resourceType);
    const alike = childrenOfType.get(key);
    alike?.delete(resource.resourceID);
    if (alike?.size === 0) childrenOfType.delete(key);
  };

  return {
    get: (resourceID) => byID.get(resourceID),
    childNamed(parentID, resourceName) {
      const resourceID = children.get(parentID)?.get(resourceName);
      return resourceID === undefined ? undefined : byID.get(resourceID);
    },
    childrenOf(parentID, resourceType) {
      const known =
        resourceType === undefined
          ? children.get(parentID)
          : childrenOfType.get(typeKey(parentID, resourceType));
      const found: Resource[] = [];
      for (const resourceID of known?.values() ?? []) {
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
      const key = typeKey(resource.parentID, resource.resourceType);
      const alike = childrenOfType.get(key) ?? new Set<string>();
      alike.add(resource.resourceID);
      childrenOfType.set(key, alike);
    },
    remove(resourceID) {
      const resource = byID.get(resourceID);
      if (resource === undefined) return;
      forget(resource);
      byID.delete(resourceID);
    },
  };
}

function typeKey(parentID: string, resourceType: number): string {
  return `${resourceType} ${parentID}`;
}

/** Whether both are the same child of the same parent, and of one type. */
export function samePlace(one: Resource, other: Resource): boolean {
  return (
    one.parentID === other.parentID &&
    one.resourceName === other.resourceName &&
    one.resourceType === other.resourceType
  );
}
