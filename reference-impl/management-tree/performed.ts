import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';

/**
 * What became of one command at a management tree: a status for it, or one for each item where they differ, and what a
 * Get found. Statuses of an Atomic or Sequence stand before those of the commands inside of it.
 */
export interface Performed {
  readonly command: SyncMLCommand;
  readonly statuses: readonly PerformedStatus[];
  /** What a Get found, in the order of its items; each becomes an item of Results. */
  readonly found: readonly Item[];
}

export interface PerformedStatus {
  readonly code: number;
  /** The item it is about, where items of one command have different codes. */
  readonly item?: Item;
  /** Such as the node at which the creation of parents failed. */
  readonly details?: readonly Item[];
}

/** Carries out commands of a server; the order of what it answers is the order of the commands, groups first. */
export interface CommandPerformer {
  /** `by` is the server identifier, which access control lists name. */
  perform(commands: readonly SyncMLCommand[], by: string): Promise<readonly Performed[]>;
}
