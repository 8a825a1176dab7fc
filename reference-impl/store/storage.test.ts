import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { openLmdbStorage } from './lmdb-storage';
import { memoryStorage } from './memory-storage';
import { storageContract } from './storage.contract';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-storage-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;

storageContract('memory', async () => memoryStorage());
storageContract('LMDB', () => {
  files += 1;
  return openLmdbStorage({ file: join(folder, `${files}.db`), owner: '/cse1/cb1' });
});
