import type { Verdict } from './verdict';

/** What decides whether a run can be certified. */
export interface RunConditions {
  readonly counts: { readonly [verdict in Verdict]: number };
  readonly selectors: readonly string[];
  readonly hasKnownFailures: boolean;
  readonly interrupted: boolean;
  readonly fault?: string | undefined;
}

const OBSTRUCTING = ['ERROR', 'FAIL', 'UNEXPECTED_PASS', 'INCONCLUSIVE', 'BLOCKED', 'EXPECTED_FAIL'] as const;

/** Why a run is not certifiable, one sentence each; none where it is. @see docs/understand-a-failure.md */
export function certificationObstacles(run: RunConditions): readonly string[] {
  const verdicts = OBSTRUCTING.filter((verdict) => run.counts[verdict] > 0);
  const obstacles = verdicts.map(
    (verdict) => `${counted(run.counts[verdict], 'scenario')} ended with ${verdict}`,
  );
  if (run.counts.PASS + run.counts.WARN === 0) obstacles.push('no scenario passed');
  if (run.selectors.length > 0) obstacles.push(`only a part was selected: ${partOf(run.selectors)}`);
  if (run.hasKnownFailures) obstacles.push('a known-failures file was given');
  if (run.interrupted) obstacles.push('the run was cut off');
  if (run.fault !== undefined) obstacles.push(`the reference was deployed with the fault ${run.fault}`);
  return obstacles;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function partOf(selectors: readonly string[]): string {
  return selectors.length <= 5
    ? selectors.join(' ')
    : `${selectors.slice(0, 5).join(' ')} and ${selectors.length - 5} more`;
}
