import type { Challenge, Item, Meta } from './syncml-item';

/** The commands of SyncML DM 1.2, in the standard's terms. @see DM_RepPro 4.1.6 */
interface Identified {
  /** Empty where a peer left it out; a writer refuses that. */
  readonly commandID: string;
}

export interface ItemsCommand extends Identified {
  readonly kind: 'Add' | 'Copy' | 'Delete' | 'Get' | 'Replace';
  /** Holds for every item that does not say otherwise. */
  readonly meta?: Meta;
  readonly items: readonly Item[];
}

export interface ExecCommand extends Identified {
  readonly kind: 'Exec';
  readonly meta?: Meta;
  /** Comes back in the alert that tells the result later. */
  readonly correlator?: string;
  readonly items: readonly Item[];
}

export interface AlertCommand extends Identified {
  readonly kind: 'Alert';
  readonly code?: number;
  readonly correlator?: string;
  readonly items: readonly Item[];
}

export interface GroupCommand extends Identified {
  readonly kind: 'Atomic' | 'Sequence';
  readonly meta?: Meta;
  readonly commands: readonly SyncMLCommand[];
}

export interface StatusCommand extends Identified {
  readonly kind: 'Status';
  readonly messageReference?: number;
  /** `0` is the header. */
  readonly commandReference: string;
  /** The name of the command that it answers, `SyncHdr` for the header. */
  readonly command: string;
  readonly targetReferences: readonly string[];
  readonly sourceReferences: readonly string[];
  readonly challenge?: Challenge;
  readonly code: number;
  readonly items: readonly Item[];
}

export interface ResultsCommand extends Identified {
  readonly kind: 'Results';
  /** 1 where it is absent. */
  readonly messageReference?: number;
  readonly commandReference: string;
  readonly meta?: Meta;
  readonly targetReference?: string;
  readonly sourceReference?: string;
  readonly items: readonly Item[];
}

/** A command of data synchronization: it is read so that it can be refused with a status. @see DM_RepPro 4.1.6 */
export interface CommandNotInDM extends Identified {
  readonly kind: 'NotInDM';
  readonly command: 'Map' | 'Put' | 'Search' | 'Sync' | 'Move';
}

export type SyncMLCommand =
  | ItemsCommand
  | ExecCommand
  | AlertCommand
  | GroupCommand
  | StatusCommand
  | ResultsCommand
  | CommandNotInDM;
