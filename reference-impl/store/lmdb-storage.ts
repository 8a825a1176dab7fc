import { resolve } from 'node:path';
import { LmdbFile, type LmdbFileOptions } from './lmdb-file';
import { lmdbRecords } from './lmdb-records';
import { lmdbStore } from './lmdb-store';
import type { Storage } from './storage';

/** Opens, or makes, the store in a file. Throws a StoreError that tells people why it cannot. */
export async function openLmdbStorage(options: LmdbFileOptions): Promise<Storage> {
  const file = new LmdbFile({ ...options, file: resolve(options.file) });
  try {
    return {
      resources: lmdbStore(file),
      records: lmdbRecords(file),
      commit: () => file.commit(),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}
