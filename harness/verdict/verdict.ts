/** What a requirement or a scenario got in a run, worst first. @see docs/understand-a-failure.md */
export const VERDICTS = [
  'ERROR',
  'FAIL',
  'UNEXPECTED_PASS',
  'INCONCLUSIVE',
  'BLOCKED',
  'EXPECTED_FAIL',
  'WARN',
  'PASS',
  'NOT_APPLICABLE',
] as const;

export type Verdict = (typeof VERDICTS)[number];
