import type { Verdict } from './verdict';

/** What a process of this package ends with. @see docs/understand-a-failure.md */
export const ExitCode = {
  conformant: 0,
  fail: 1,
  inconclusive: 2,
  configuration: 3,
  harnessError: 4,
  staleBaseline: 5,
  nothingRan: 6,
  verificationFailed: 7,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The worst verdict decides. A run that was cut off or in which nothing was judged never ends with 0. */
export function exitCodeOf(
  counts: { readonly [verdict in Verdict]: number },
  interrupted: boolean,
): ExitCode {
  if (counts.ERROR > 0) return ExitCode.harnessError;
  if (counts.FAIL > 0) return ExitCode.fail;
  if (counts.UNEXPECTED_PASS > 0) return ExitCode.staleBaseline;
  if (counts.INCONCLUSIVE + counts.BLOCKED > 0) return ExitCode.inconclusive;
  if (counts.PASS + counts.WARN + counts.EXPECTED_FAIL === 0) return ExitCode.nothingRan;
  return interrupted ? ExitCode.inconclusive : ExitCode.conformant;
}
