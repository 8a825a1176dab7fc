import type { AlertCommand, SyncMLCommand } from '../../protocol/model/syncml-command';

/** An alert that a client has to tell; who tells it numbers it. @see DM_Protocol 2.3.7 */
export type PendingAlert = Omit<AlertCommand, 'kind' | 'commandID'>;

/** A command that waits for a message with room for it, where it gets its identifier. */
export interface Draft {
  readonly command: SyncMLCommand;
  /** What the status of this command settles. */
  readonly alert?: PendingAlert;
  /** A part of a large object that is not the first one. */
  readonly isContinued?: true;
}

/** What a command bears before it is in a message. */
export const NOT_NUMBERED = '';
