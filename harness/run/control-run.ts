import { join } from 'node:path';
import { loadTarget } from '../config/load-target';
import { packageRoot } from '../config/package-root';
import type { Target } from '../config/target';
import type { ScenarioResult } from '../verdict/scenario-result';
import { ResultCollector } from './collect-results';
import { runScenarios } from './cucumber';
import type { PlannedScenario } from './planned-scenario';
import type { Suite } from './suite';

/** The built-in reference, in this process. */
export function referenceTarget(suite: Suite): Target {
  const file = join(packageRoot, 'fixtures/targets/reference.yaml');
  return loadTarget(file, { environment: {}, icsItems: suite.icsItems });
}

/**
 * Replays every FAIL on the reference. Where the reference fails too, the harness is at fault, not the target.
 * @see docs/understand-a-failure.md
 */
export async function controlRun(
  results: readonly ScenarioResult[],
  scenarios: readonly PlannedScenario[],
  run: { readonly suite: Suite; readonly seed: number; readonly roles: readonly string[] },
): Promise<readonly ScenarioResult[]> {
  const failed = new Set(
    results.filter((result) => result.verdict === 'FAIL').map((result) => result.location),
  );
  if (failed.size === 0) return results;
  const replayed = new Map<string, ScenarioResult>();
  const collector = new ResultCollector((result) => replayed.set(result.location, result));
  await runScenarios({
    steps: await run.suite.steps(),
    scenarios: scenarios.filter((scenario) => failed.has(scenario.location)),
    parameters: { target: inRoles(referenceTarget(run.suite), run.roles), seed: run.seed, run: 'control' },
    onMessage: (message) => collector.take(message),
  });
  return results.map((result) => (failed.has(result.location) ? withControl(result, replayed) : result));
}

/** A scenario for several roles is replayed in the one in which it was run. */
function inRoles(reference: Target, roles: readonly string[]): Target {
  return { ...reference, roles: reference.roles.filter((role) => roles.includes(role)) };
}

function withControl(result: ScenarioResult, replayed: ReadonlyMap<string, ScenarioResult>): ScenarioResult {
  const control = replayed.get(result.location);
  // In this process the reference cannot be asked everything: TLS needs sockets. That is no failure of it.
  if (control === undefined || control.verdict === 'INCONCLUSIVE') return { ...result, control: 'not-run' };
  if (control.verdict === 'PASS' || control.verdict === 'WARN') return { ...result, control: 'passes' };
  const said = control.deviation?.actual ?? control.reason ?? control.verdict;
  const reason = `the reference does not pass this scenario either (${said}), so the harness is at fault`;
  return { ...result, verdict: 'ERROR', control: 'fails', reason };
}
