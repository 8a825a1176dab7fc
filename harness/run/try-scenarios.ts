import type { Target } from '../config/target';
import type { ScenarioResult } from '../verdict/scenario-result';
import { ResultCollector } from './collect-results';
import { runScenarios } from './cucumber';
import type { PlannedScenario } from './planned-scenario';
import type { Suite } from './suite';

/** Runs scenarios on the reference, sound or with a fault. */
export type TryScenarios = (
  scenarios: readonly PlannedScenario[],
  fault?: string,
) => Promise<readonly ScenarioResult[]>;

export function tryOnReference(suite: Suite, reference: Target, seed: number): TryScenarios {
  return async (scenarios, fault) => {
    const results: ScenarioResult[] = [];
    const collector = new ResultCollector((result) => results.push(result));
    await runScenarios({
      steps: await suite.steps(),
      scenarios,
      parameters: { target: reference, seed, run: 'selftest', ...(fault !== undefined && { fault }) },
      onMessage: (message) => collector.take(message),
    });
    return results;
  };
}
