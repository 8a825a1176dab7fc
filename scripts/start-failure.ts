/** Why ACME could not be had, in words for the person who asked for it, and the exit code that says it to a program. */
export class StartFailure extends Error {
  static readonly EXIT_CODE = 70;
  static readonly INDEX_UNREACHABLE_EXIT_CODE = 69;

  override readonly name = 'StartFailure';
  readonly exitCode: number;

  constructor(message: string, exitCode = StartFailure.EXIT_CODE) {
    super(message);
    this.exitCode = exitCode;
  }
}
