import type { LmdbFile } from './lmdb-file';
import { LmdbTable } from './lmdb-table';
import { memoryRecords } from './memory-records';
import type { RecordStore } from './record-store';
import { readRecord, type StoredRecord } from './stored-values';

/** Records in an LMDB file: read from memory, written to both. A put that the file refuses changes neither. */
export function lmdbRecords(file: LmdbFile): RecordStore {
  const memory = memoryRecords();
  const table = new LmdbTable<StoredRecord>(file, 'records', ({ kind, key }) => identity(kind, key));
  for (const { kind, key, value } of table.load(readRecord)) memory.put(kind, key, value);

  return {
    ...memory,
    put(kind, key, value) {
      table.put({ kind, key, value });
      memory.put(kind, key, value);
    },
    remove(kind, key) {
      table.remove(identity(kind, key));
      memory.remove(kind, key);
    },
  };
}

/** No two pairs have it in common, whatever characters they hold. */
function identity(kind: string, key: string): string {
  return JSON.stringify([kind, key]);
}
