import { memoryStorage } from '../../reference-impl/store/memory-storage';
import type { Storage } from '../../reference-impl/store/storage';

export interface CountingStorage extends Storage {
  /** Resources that were handed out so far, each time they were. */
  readonly read: () => number;
}

/** Storage in memory that counts what is read from it: work that no busy machine can blur. */
export function countingStorage(): CountingStorage {
  const storage = memoryStorage();
  const { resources } = storage;
  let read = 0;
  return {
    ...storage,
    resources: {
      ...resources,
      get(resourceID) {
        read += 1;
        return resources.get(resourceID);
      },
      childNamed(parentID, resourceName) {
        read += 1;
        return resources.childNamed(parentID, resourceName);
      },
      childrenOf(parentID, resourceType) {
        const found = resources.childrenOf(parentID, resourceType);
        read += found.length;
        return found;
      },
      *all() {
        for (const resource of resources.all()) {
          read += 1;
          yield resource;
        }
      },
    },
    read: () => read,
  };
}
