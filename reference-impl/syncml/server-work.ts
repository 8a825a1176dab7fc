import type {
  AlertCommand,
  ResultsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../protocol/model/syncml-command';

/**
 * What the server side of a session is for: it hands out commands package by package and gets what became of them.
 * The session numbers the commands; whoever works here knows no messages, no credentials and no chunks.
 */
export interface ServerWork {
  /** An alert of the device, told once; answers its status, which covers all of its items. */
  alerted(alert: AlertCommand): Promise<number>;
  /**
   * The commands of the next package, empty when there is nothing left to do: the session ends. Called when the device
   * has closed its package. `answers` is empty at first.
   */
  next(answers: readonly AnsweredCommand[]): Promise<readonly SyncMLCommand[]>;
  /**
   * The session is over, however it ended; called exactly once. `answers` are those to a package that the device did not
   * close, as far as they came.
   */
  ended(how: SessionEnd, answers: readonly AnsweredCommand[]): void;
}

/** What the device said of one command of the package before. */
export interface AnsweredCommand {
  /** As `next` gave it; the identifiers of its commands are those that it travelled with. */
  readonly command: SyncMLCommand;
  /** Those of the commands inside of an Atomic or Sequence are among them. Empty where the device left them out. */
  readonly statuses: readonly StatusCommand[];
  /** Large objects put together. */
  readonly results: readonly ResultsCommand[];
}

export type SessionEnd = 'finished' | 'aborted' | 'timed-out' | 'not-authenticated';
