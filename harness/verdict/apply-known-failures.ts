import type { ScenarioResult } from './scenario-result';

/** A failure that the vendor knows of: it still runs and is reported, and it must go on failing in the same way. */
export interface KnownFailure {
  readonly requirement: string;
  /** Name of the one scenario meant; absent for every scenario that claims the requirement. */
  readonly scenario?: string;
  /** Part of what is observed, so that another failure of the same scenario is not covered. */
  readonly observed: string;
  readonly reason: string;
  /** Seen in some runs only: a pass does not make the row stale. */
  readonly intermittent?: boolean;
}

/**
 * Turns failures that are known into EXPECTED_FAIL, also those that keep a scenario from starting, and passes into
 * UNEXPECTED_PASS where a known failure was seen nowhere any more.
 */
export function applyKnownFailures(
  scenarios: readonly ScenarioResult[],
  known: readonly KnownFailure[],
): readonly ScenarioResult[] {
  const stale = known.filter((row) => isStale(row, scenarios));
  return scenarios.map((scenario) => judge(scenario, known, stale));
}

function concerns(row: KnownFailure, scenario: ScenarioResult): boolean {
  const isNamed = row.scenario === undefined || row.scenario === scenario.name;
  return isNamed && scenario.requirements.includes(row.requirement);
}

function isStale(row: KnownFailure, scenarios: readonly ScenarioResult[]): boolean {
  if (row.intermittent) return false;
  const concerned = scenarios.filter((scenario) => concerns(row, scenario));
  return concerned.some(passes) && !concerned.some(deviates);
}

function judge(
  scenario: ScenarioResult,
  known: readonly KnownFailure[],
  stale: readonly KnownFailure[],
): ScenarioResult {
  if (deviates(scenario)) {
    const seen = observed(scenario);
    const row = known.find((candidate) => concerns(candidate, scenario) && seen.includes(candidate.observed));
    return row ? { ...scenario, verdict: 'EXPECTED_FAIL', reason: row.reason } : scenario;
  }
  const row = stale.find((candidate) => concerns(candidate, scenario));
  if (!passes(scenario) || row === undefined) return scenario;
  return { ...scenario, verdict: 'UNEXPECTED_PASS', reason: `listed as a known failure: ${row.reason}` };
}

/** The target did something else than the document demands: in the test, or already before the stimulus. */
function deviates({ verdict, deviation }: ScenarioResult): boolean {
  return verdict === 'FAIL' || (verdict === 'INCONCLUSIVE' && deviation !== undefined);
}

function passes(scenario: ScenarioResult): boolean {
  return scenario.verdict === 'PASS' || scenario.verdict === 'WARN';
}

function observed({ deviation, reason }: ScenarioResult): string {
  return deviation === undefined ? (reason ?? '') : `${deviation.what}: ${deviation.actual}`;
}
