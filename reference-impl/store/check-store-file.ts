import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonOf, StoreError } from './store-error';

/** The first meta page: its header, then the magic number and the version of the data format. */
const MAGIC_AT = 24;
const MAGIC = Buffer.from([0xde, 0xc0, 0xef, 0xbe, 0x02, 0x00, 0x00, 0x00]);
/** Every size of page is a multiple of this one. */
const SMALLEST_PAGE = 4096;

const OTHER_FILE = 'name another file, or one that does not exist yet';

/**
 * Refuses a file that is no store before LMDB maps it into memory: foreign or broken bytes there end the whole process.
 * It reads the head of the file only, and knows nothing of what a store holds.
 */
export function checkStoreFile(file: string): void {
  const size = sizeOf(file);
  checkAccess(file, size === undefined ? dirname(file) : file);
  if (size === undefined || size === 0) return;
  if (!headOf(file).equals(MAGIC)) {
    throw new StoreError(file, 'this file holds something else than a store, and stays as it is', OTHER_FILE);
  }
  if (size % SMALLEST_PAGE !== 0 || size < 2 * SMALLEST_PAGE) {
    throw new StoreError(
      file,
      `the store is cut off after ${size} bytes`,
      'restore it from a copy, or name another file',
    );
  }
}

function sizeOf(file: string): number | undefined {
  const found = lookAt(file);
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new StoreError(file, 'a file was expected here, and this is none', OTHER_FILE);
  return found.size;
}

function lookAt(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw new StoreError(file, `the store cannot be looked at (${reasonOf(error)})`, OTHER_FILE);
  }
}

function checkAccess(file: string, path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    const advice = `it needs a folder that exists, and the right to read and write ${path}`;
    throw new StoreError(file, `the store cannot be read and written (${reasonOf(error)})`, advice);
  }
}

function headOf(file: string): Buffer {
  const head = Buffer.alloc(MAGIC.length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head, 0, head.length, MAGIC_AT);
    return head;
  } finally {
    closeSync(descriptor);
  }
}
