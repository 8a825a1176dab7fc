import { LinkFailure } from '../links/link';
import { Deviation, type DeviationDetail, Inconclusive } from './deviation';
import type { Verdict } from './verdict';

/** How a scenario ended, as the hooks of steps/ see it. */
export interface ScenarioEnd {
  /** What a step threw, where one did. */
  readonly error?: unknown;
  /** Where it threw: before the stimulus (`Given`), or from the stimulus on. */
  readonly phase: 'preamble' | 'test';
  /** SHOULDs that the target did not follow. */
  readonly warnings: readonly DeviationDetail[];
}

export interface Classified {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly deviation?: DeviationDetail;
}

/**
 * The verdict of one scenario. It knows how the scenario ended and nothing of why it was run: ICS, known failures and
 * the control run are judged elsewhere.
 * @see docs/understand-a-failure.md
 */
export function classify(end: ScenarioEnd): Classified {
  if (end.error !== undefined && end.error !== null) return classifyError(end.error, end.phase);
  const [warning] = end.warnings;
  if (warning === undefined) return { verdict: 'PASS' };
  return { verdict: 'WARN', reason: describeDeviation(warning) };
}

function classifyError(error: unknown, phase: ScenarioEnd['phase']): Classified {
  if (error instanceof Inconclusive) return { verdict: 'INCONCLUSIVE', reason: error.message };
  const deviation = deviationOf(error);
  if (deviation === undefined) return { verdict: 'ERROR', reason: describeUnexpected(error) };
  if (phase === 'test') return { verdict: 'FAIL', deviation };
  return {
    verdict: 'INCONCLUSIVE',
    reason: `before the stimulus: ${describeDeviation(deviation)}`,
    deviation,
  };
}

/** A missing answer is a deviation like any other. @see docs/understand-a-failure.md */
function deviationOf(error: unknown): DeviationDetail | undefined {
  if (error instanceof Deviation) return error.detail;
  if (error instanceof LinkFailure) {
    return { what: `the message to ${error.address}`, expected: 'an answer', actual: error.message };
  }
  return undefined;
}

export function describeDeviation(detail: DeviationDetail): string {
  return `${detail.what}: expected ${detail.expected}, got ${detail.actual}`;
}

function describeUnexpected(error: unknown): string {
  if (!(error instanceof Error)) return `a step threw ${String(error)}`;
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
}
