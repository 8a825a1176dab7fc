import type { Resource } from '../cse/resource';

/** Keeps the resources of one CSE. Knows nothing of procedures; a put with a known resourceID replaces. */
export interface ResourceStore {
  get(resourceID: string): Resource | undefined;
  childNamed(parentID: string, resourceName: string): Resource | undefined;
  /** In the order of their creation; of one type where one is given, which costs nothing for the others. */
  childrenOf(parentID: string, resourceType?: number): readonly Resource[];
  all(): Iterable<Resource>;
  put(resource: Resource): void;
  /** Removes this one resource; its children are the caller's affair. */
  remove(resourceID: string): void;
}
