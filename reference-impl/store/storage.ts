import type { RecordStore } from './record-store';
import type { ResourceStore } from './resource-store';

/**
 * All that one role keeps: its resources, and beside them what it has promised and not yet done. Reading finds every
 * put at once; what a commit has taken in is found after the process was killed, too.
 */
export interface Storage {
  readonly resources: ResourceStore;
  readonly records: RecordStore;
  /** Keeps all that was put and removed since the last commit, or nothing of it and throws. */
  commit(): void;
  close(): Promise<void>;
}
