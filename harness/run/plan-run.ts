import { ConfigError } from '../config/config-error';
import type { Target } from '../config/target';
import { applicability } from '../verdict/applicability';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { PlannedScenario } from './planned-scenario';
import { resultWithoutRun } from './scenario-outcome';
import { selectScenarios } from './select-scenarios';
import type { Suite } from './suite';

/** What a run will do, before it starts. */
export interface RunPlan {
  /** In the order of the feature files. */
  readonly selected: readonly PlannedScenario[];
  readonly applicable: readonly PlannedScenario[];
  /** Results of the scenarios that do not concern the target. */
  readonly notApplicable: readonly ScenarioResult[];
}

/** Throws a ConfigError for selectors that name nothing and for ICS items that the target leaves open. */
export function planRun(suite: Suite, target: Target, selectors: readonly string[]): RunPlan {
  const selected = selectScenarios(suite.scenarios, selectors);
  const rows = new Map(suite.rows.map((row) => [row.id, row]));
  const applicable: PlannedScenario[] = [];
  const notApplicable: ScenarioResult[] = [];
  const undeclared = new Map<string, PlannedScenario[]>();
  for (const scenario of selected) {
    const applies = applicability(scenario.tags, target, rows);
    if (applies.verdict === 'applicable') applicable.push(scenario);
    if (applies.verdict === 'NOT_APPLICABLE') {
      notApplicable.push(resultWithoutRun(scenario, 'NOT_APPLICABLE', applies.reason));
    }
    if (applies.verdict === 'ERROR') {
      for (const item of applies.undeclared)
        undeclared.set(item, [...(undeclared.get(item) ?? []), scenario]);
    }
  }
  if (undeclared.size > 0) throw undeclaredItems(target, undeclared);
  return { selected, applicable, notApplicable };
}

function undeclaredItems(
  target: Target,
  undeclared: ReadonlyMap<string, readonly PlannedScenario[]>,
): ConfigError {
  const problems = [...undeclared].map(([item, scenarios]) => ({
    where: target.name,
    path: `ics.${item}`,
    message: `is declared neither true nor false; ${scenarios.length} selected scenario(s) depend on it`,
  }));
  const summary = 'The target leaves ICS items open: declare each as true or false in the target file';
  return new ConfigError(summary, problems);
}
