import type { RootDatabase } from 'lmdb';
import { StoreError } from './store-error';

/** Version of what the tables hold and how. */
const FORMAT = 1;
const ABOUT = 'flowproof-store';

interface About {
  readonly format: number;
  readonly owner: string;
}

/**
 * Makes sure that an LMDB environment is ours alone: no other process has it open, and it is new or was written for
 * this owner in a format that we know. Only then is anything written to it.
 */
export function claimLmdb(root: RootDatabase<string, string>, file: string, owner: string): void {
  const text = root.get(ABOUT);
  refuseOtherProcesses(root, file);
  if (text === undefined) {
    if (root.getKeysCount({ limit: 1 }) > 0) throw foreign(file);
    root.putSync(ABOUT, JSON.stringify({ format: FORMAT, owner } satisfies About));
    return;
  }
  const about = readAbout(text);
  if (about === undefined) throw foreign(file);
  if (about.format > FORMAT) {
    const problem = `the store has format ${about.format}, and this version knows ${FORMAT} at most`;
    throw new StoreError(file, problem, 'use the newer version of flowproof that wrote it, or another file');
  }
  if (about.owner !== owner) {
    const problem = `the store belongs to ${about.owner}, not to ${owner}`;
    throw new StoreError(file, problem, 'configure the CSE as it was, or name another file');
  }
}

/**
 * Whoever has read in an environment holds a slot in its table of readers until the process ends, however it ends.
 * The caller has read, so of two processes that come at the same time at least one sees the other.
 */
function refuseOtherProcesses(root: RootDatabase<string, string>, file: string): void {
  root.readerCheck();
  const other = readersOf(root.readerList()).find((pid) => pid !== process.pid);
  if (other === undefined) return;
  const problem = `process ${other} has the store open`;
  throw new StoreError(file, problem, 'stop that process first, or name another file');
}

/** A heading, then a line `pid thread transaction` for each slot. */
function readersOf(list: string): readonly number[] {
  return [...list.matchAll(/^\s*(\d+)\s/gm)].map(([, pid]) => Number(pid));
}

function readAbout(text: string): About | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('format' in value && 'owner' in value)) {
      return undefined;
    }
    const { format, owner } = value;
    return typeof format === 'number' && typeof owner === 'string' ? { format, owner } : undefined;
  } catch {
    return undefined;
  }
}

function foreign(file: string): StoreError {
  return new StoreError(file, 'this database was not written by flowproof', 'name another file');
}
