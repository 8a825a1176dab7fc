import type { RequirementResult } from '../verdict/run-result';

/** How a verdict is shown to people. Never by colour alone: each has a sign and a word. */
export interface VerdictWords {
  readonly label: string;
  readonly sign: string;
  readonly meaning: string;
}

export type ShownVerdict = RequirementResult['verdict'];

export const VERDICT_WORDS: { readonly [verdict in ShownVerdict]: VerdictWords } = {
  ERROR: {
    label: 'Error',
    sign: '!',
    meaning: 'The harness is at fault; this says nothing about the target.',
  },
  FAIL: { label: 'Fail', sign: '✗', meaning: 'The target did something else than the document demands.' },
  UNEXPECTED_PASS: {
    label: 'Unexpected pass',
    sign: '△',
    meaning: 'Listed as a known failure, and it passes now.',
  },
  INCONCLUSIVE: { label: 'Inconclusive', sign: '?', meaning: 'The target was never put to the test.' },
  BLOCKED: { label: 'Blocked', sign: '⊘', meaning: 'A cause elsewhere prevented the test.' },
  EXPECTED_FAIL: { label: 'Expected fail', sign: '≈', meaning: 'Fails as the list of known failures says.' },
  WARN: { label: 'Warning', sign: '▲', meaning: 'A recommendation (should) is not followed.' },
  PASS: { label: 'Pass', sign: '✓', meaning: 'The target did what the document demands.' },
  NOT_APPLICABLE: {
    label: 'Not applicable',
    sign: '–',
    meaning: 'Ruled out by what the target declares, or not observable.',
  },
  NOT_TESTED: { label: 'Not tested', sign: '○', meaning: 'No scenario of this run tested it.' },
};

const TESTED: ReadonlySet<ShownVerdict> = new Set([
  'PASS',
  'WARN',
  'FAIL',
  'EXPECTED_FAIL',
  'UNEXPECTED_PASS',
]);

/** The target was put to the test, whatever came of it. */
export function isTested(verdict: ShownVerdict): boolean {
  return TESTED.has(verdict);
}
