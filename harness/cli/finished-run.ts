import type { RunResult } from '../verdict/run-result';

/** A run that is over, and what the command line knows of it. */
export interface FinishedRun {
  readonly run: RunResult;
  readonly reportDir: string;
}
