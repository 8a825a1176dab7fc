import type { RecordStore, RecordValue } from './record-store';

/** Records in memory. */
export function memoryRecords(): RecordStore {
  const kinds = new Map<string, Map<string, RecordValue>>();

  return {
    get: (kind, key) => kinds.get(kind)?.get(key),
    put(kind, key, value) {
      const records = kinds.get(kind) ?? new Map<string, RecordValue>();
      kinds.set(kind, records.set(key, value));
    },
    remove(kind, key) {
      const records = kinds.get(kind);
      records?.delete(key);
      if (records?.size === 0) kinds.delete(kind);
    },
    all: (kind) => [...(kinds.get(kind) ?? [])].sort(byKey),
  };
}

/** By code units: the same order everywhere, whatever the language of the machine. */
function byKey([one]: readonly [string, RecordValue], [other]: readonly [string, RecordValue]): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
