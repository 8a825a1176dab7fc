import type { Resource } from '../cse/resource';
import type { LmdbFile } from './lmdb-file';
import { LmdbTable } from './lmdb-table';
import { memoryStore, samePlace } from './memory-store';
import type { ResourceStore } from './resource-store';
import { readResource } from './stored-values';

/** Resources in an LMDB file: read from memory, written to both. A put that the file refuses changes neither. */
export function lmdbStore(file: LmdbFile): ResourceStore {
  const memory = memoryStore();
  const table = new LmdbTable<Resource>(file, 'resources', ({ resourceID }) => resourceID);
  for (const resource of table.load(readResource)) memory.put(resource);

  return {
    ...memory,
    put(resource) {
      const previous = memory.get(resource.resourceID);
      table.put(resource, previous !== undefined && !samePlace(previous, resource));
      memory.put(resource);
    },
    remove(resourceID) {
      table.remove(resourceID);
      memory.remove(resourceID);
    },
  };
}
