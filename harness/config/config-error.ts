/** One thing that is wrong with what the user gave. */
export interface Problem {
  /** Where: `my-cse.yaml:12`, or a place that has no line. */
  readonly where: string;
  /** Which value: `cse.url`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong and what was expected, in one sentence. */
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly advice?: string;
}

/** Something the user gave cannot be used. Lists every problem at once; its message is meant for people. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly Problem[];

  constructor(summary: string, problems: readonly Problem[]) {
    super([summary, ...problems.map(describeProblem)].join('\n'));
    this.problems = problems;
  }
}

function describeProblem(problem: Problem): string {
  const subject = problem.path === '' ? problem.where : `${problem.where}  ${problem.path}`;
  const advice = problem.advice === undefined ? '' : `\n      ${problem.advice}`;
  return `  - ${subject}: ${problem.message}${advice}`;
}
