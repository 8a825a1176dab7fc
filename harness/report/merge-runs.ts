import type { RequirementRow } from '../verdict/catalogue';
import { certificationObstacles } from '../verdict/certifiable';
import { exitCodeOf } from '../verdict/exit-code';
import { requirementResults } from '../verdict/requirement-verdict';
import type { RequirementResult, RunResult } from '../verdict/run-result';
import type { ScenarioResult } from '../verdict/scenario-result';
import { VERDICTS } from '../verdict/verdict';
import { countVerdicts } from '../verdict/worst-verdict';

export type MergedRuns =
  | { readonly kind: 'merged'; readonly run: RunResult }
  /** Sentences that say what keeps the runs apart. */
  | { readonly kind: 'incompatible'; readonly reasons: readonly string[] };

/**
 * Makes one run of several parts of it. A scenario that ran in several parts keeps its worst result, so that merging
 * never hides a failure. Durations add up: they are time spent, not time passed.
 */
export function mergeRuns(runs: readonly RunResult[]): MergedRuns {
  const first = runs[0];
  if (first === undefined) return { kind: 'incompatible', reasons: ['there is no run to merge'] };
  const reasons = runs.slice(1).flatMap((run, index) => differences(first, run, index + 2));
  if (reasons.length > 0) return { kind: 'incompatible', reasons };
  return { kind: 'merged', run: merged(first, runs) };
}

function merged(first: RunResult, runs: readonly RunResult[]): RunResult {
  const scenarios = worstOfEach(runs.flatMap((run) => run.scenarios));
  const counts = countVerdicts(scenarios.map(({ verdict }) => verdict));
  const selectors = runs.some((run) => run.selectors.length === 0)
    ? []
    : distinct(runs.flatMap((run) => run.selectors));
  const interrupted = runs.some((run) => run.interrupted);
  const remaining = certificationObstacles({ counts, selectors, interrupted, hasKnownFailures: false });
  const obstacles = distinct([...remaining, ...runs.flatMap(obstaclesOfItsOwn)]);
  return {
    ...first,
    startedAt: runs.map((run) => run.startedAt).sort()[0] ?? first.startedAt,
    durationMilliseconds: runs.reduce((sum, run) => sum + run.durationMilliseconds, 0),
    selectors,
    scenarios,
    requirements: mergedRequirements(runs, scenarios),
    counts,
    certifiable: obstacles.length === 0,
    obstacles,
    exitCode: exitCodeOf(counts, interrupted),
    interrupted,
  };
}

function differences(first: RunResult, other: RunResult, number: number): readonly string[] {
  const compared: readonly (readonly [string, string, string])[] = [
    ['tool', `${first.tool.name} ${first.tool.version}`, `${other.tool.name} ${other.tool.version}`],
    ['target', first.target.name, other.target.name],
    ['kind of target', first.target.kind, other.target.kind],
    ['link', first.target.link, other.target.link],
    ['seed', String(first.seed), String(other.seed)],
    ['declared items', declared(first), declared(other)],
  ];
  return compared
    .filter(([, expected, actual]) => expected !== actual)
    .map(
      ([what, expected, actual]) =>
        `run ${number} has another ${what} than run 1: ${actual} instead of ${expected}`,
    );
}

function declared({ ics }: RunResult): string {
  const items = Object.entries(ics).sort(([one], [other]) => (one < other ? -1 : 1));
  return items.map(([item, supported]) => `${item}=${supported}`).join(' ');
}

function worstOfEach(scenarios: readonly ScenarioResult[]): readonly ScenarioResult[] {
  const worst = new Map<string, ScenarioResult>();
  for (const scenario of scenarios) {
    const known = worst.get(scenario.location);
    if (known === undefined || rank(scenario) < rank(known)) worst.set(scenario.location, scenario);
  }
  return [...worst.values()];
}

function rank({ verdict }: ScenarioResult): number {
  return VERDICTS.indexOf(verdict);
}

function mergedRequirements(
  runs: readonly RunResult[],
  scenarios: readonly ScenarioResult[],
): readonly RequirementResult[] {
  const rows = new Map<string, RequirementRow>();
  const faults = new Map<string, readonly string[]>();
  for (const { row, faults: caughtBy } of runs.flatMap((run) => run.requirements)) {
    if (!rows.has(row.id)) rows.set(row.id, row);
    faults.set(row.id, distinct([...(faults.get(row.id) ?? []), ...caughtBy]));
  }
  const results = requirementResults([...rows.values()], scenarios);
  return results.map((result) => ({ ...result, faults: faults.get(result.row.id) ?? [] }));
}

/** What stands against a run for reasons that merging cannot remove: known failures, a deliberate fault. */
function obstaclesOfItsOwn(run: RunResult): readonly string[] {
  const { counts, selectors, interrupted } = run;
  const explained = certificationObstacles({ counts, selectors, interrupted, hasKnownFailures: false });
  return run.obstacles.filter((obstacle) => !explained.includes(obstacle));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
