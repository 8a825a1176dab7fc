import { memoryRecords } from './memory-records';
import { memoryStore } from './memory-store';
import type { Storage } from './storage';

/** Storage that ends with its process. */
export function memoryStorage(): Storage {
  return { resources: memoryStore(), records: memoryRecords(), commit: () => {}, close: async () => {} };
}
