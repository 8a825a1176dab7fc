/** A file that cannot be used as a store, or no longer. Its message is meant for people. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly file: string;
  /** What is wrong and what was expected. */
  readonly problem: string;
  readonly advice: string;

  constructor(file: string, problem: string, advice: string) {
    super(`${file}: ${problem}; ${advice}`);
    this.file = file;
    this.problem = problem;
    this.advice = advice;
  }
}

/** What the system said, in few words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
