import { VERDICTS, type Verdict } from './verdict';

/** The worst of several verdicts, or `undefined` of none. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict | undefined {
  return VERDICTS.find((candidate) => verdicts.includes(candidate));
}

/** How often each verdict occurs. */
export function countVerdicts(verdicts: readonly Verdict[]): { readonly [verdict in Verdict]: number } {
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    ERROR: count('ERROR'),
    FAIL: count('FAIL'),
    UNEXPECTED_PASS: count('UNEXPECTED_PASS'),
    INCONCLUSIVE: count('INCONCLUSIVE'),
    BLOCKED: count('BLOCKED'),
    EXPECTED_FAIL: count('EXPECTED_FAIL'),
    WARN: count('WARN'),
    PASS: count('PASS'),
    NOT_APPLICABLE: count('NOT_APPLICABLE'),
  };
}
