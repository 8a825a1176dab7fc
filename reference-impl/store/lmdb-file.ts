import type { Database, RootDatabase } from 'lmdb';
import { checkStoreFile } from './check-store-file';
import { claimLmdb } from './claim-lmdb';
import { reasonOf, StoreError } from './store-error';

export interface LmdbFileOptions {
  readonly file: string;
  /** Whose data the file holds; a file of another owner is refused. */
  readonly owner: string;
  /** Upper bound of all values together. */
  readonly maximumBytes?: number;
}

/** A value is text under a number; numbers are given in ascending order. */
export interface Slot {
  readonly number: number;
  readonly text: string;
}

interface Write {
  readonly table: string;
  readonly slot: number;
  /** Absent: the slot becomes free. */
  readonly text?: string;
}

const MAXIMUM_BYTES = 512 * 1024 * 1024;
const MOST_TABLES = 4;

/** LMDB is loaded when a store is opened, not by everyone who only could open one. */
function loadLmdb(): typeof import('lmdb') {
  return require('lmdb');
}

/** Files that this process has open: LMDB tells other processes apart, but not two users within one. */
const openFiles = new Set<string>();

/**
 * One LMDB environment in one file. Writes wait until a commit, which takes all of them in one transaction that is on
 * the disk when it returns; what nobody commits is committed at the end of the event turn. It knows nothing of the
 * meaning of a text.
 */
export class LmdbFile {
  readonly #file: string;
  readonly #root: RootDatabase<string, string>;
  readonly #tables = new Map<string, Database<string, number>>();
  readonly #waiting = new Map<string, Write>();
  readonly #maximumBytes: number;
  #bytes = 0;
  #willCommit = false;
  #open = true;

  constructor({ file, owner, maximumBytes = MAXIMUM_BYTES }: LmdbFileOptions) {
    if (openFiles.has(file)) {
      throw new StoreError(file, 'this process has the store open already', 'close it there first');
    }
    checkStoreFile(file);
    this.#file = file;
    this.#maximumBytes = maximumBytes;
    this.#root = openRoot(file);
    try {
      claimLmdb(this.#root, file, owner);
    } catch (error) {
      void this.#root.close();
      throw error;
    }
    openFiles.add(file);
  }

  /** All slots of a table, in the order of their numbers. */
  slotsOf(table: string): readonly Slot[] {
    const slots: Slot[] = [];
    for (const { key: number, value: text } of this.#table(table).getRange()) {
      slots.push({ number, text });
      this.#bytes += bytesOf(text);
    }
    return slots;
  }

  /** Throws, and changes nothing, where the store would grow beyond its bound. */
  write(table: string, { number, text }: Slot, previousBytes: number): void {
    const growth = bytesOf(text) - previousBytes;
    if (growth > 0 && this.#bytes + growth > this.#maximumBytes) {
      const problem = `the store is full: it takes ${this.#maximumBytes} bytes`;
      throw new StoreError(this.#file, problem, 'delete what is not needed any more');
    }
    this.#bytes += growth;
    this.#enqueue({ table, slot: number, text });
  }

  free(table: string, number: number, previousBytes: number): void {
    this.#bytes -= previousBytes;
    this.#enqueue({ table, slot: number });
  }

  commit(): void {
    if (this.#waiting.size === 0) return;
    if (!this.#open) throw new StoreError(this.#file, 'the store is closed', 'open it again');
    try {
      this.#root.transactionSync(() => {
        for (const write of this.#waiting.values()) this.#carryOut(write);
      });
    } catch (error) {
      const advice = 'nothing of it is lost as long as this process lives; see that the disk has room';
      throw new StoreError(this.#file, `the store cannot be written (${reasonOf(error)})`, advice);
    }
    this.#waiting.clear();
  }

  /** Closes in any case; throws where the last writes could not be kept. */
  async close(): Promise<void> {
    if (!this.#open) return;
    try {
      this.commit();
    } finally {
      this.#open = false;
      await this.#root.close();
      openFiles.delete(this.#file);
    }
  }

  damaged(where: string): StoreError {
    return new StoreError(this.#file, `the store is damaged: ${where}`, 'restore it from a copy');
  }

  #carryOut({ table, slot, text }: Write): void {
    if (text === undefined) this.#table(table).removeSync(slot);
    else this.#table(table).putSync(slot, text);
  }

  #table(name: string): Database<string, number> {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const opened = this.#root.openDB<string, number>(name, { encoding: 'string' });
    this.#tables.set(name, opened);
    return opened;
  }

  /** Of several writes to one slot the last one counts. */
  #enqueue(write: Write): void {
    this.#waiting.set(`${write.table} ${write.slot}`, write);
    if (this.#willCommit) return;
    this.#willCommit = true;
    setImmediate(() => this.#commitUnasked());
  }

  #commitUnasked(): void {
    this.#willCommit = false;
    try {
      this.commit();
    } catch {
      // The writes go on waiting; the next one who asks for a commit is told.
    }
  }
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

function openRoot(file: string): RootDatabase<string, string> {
  try {
    return loadLmdb().open<string, string>({
      path: file,
      noSubdir: true,
      encoding: 'string',
      maxDbs: MOST_TABLES,
    });
  } catch (error) {
    const advice = 'name another file, or restore this one from a copy';
    throw new StoreError(file, `the store cannot be opened (${reasonOf(error)})`, advice);
  }
}
