import { realTime } from '../cast/real-time';
import { packageVersion } from '../config/package-root';
import type { Target } from '../config/target';
import { addressOf } from '../config/target-address';
import { applyKnownFailures } from '../verdict/apply-known-failures';
import { applyLevels } from '../verdict/apply-levels';
import { blockConsequences } from '../verdict/block-consequences';
import { certificationObstacles } from '../verdict/certifiable';
import { exitCodeOf } from '../verdict/exit-code';
import { requirementResults } from '../verdict/requirement-verdict';
import type { RunResult } from '../verdict/run-result';
import type { ScenarioResult } from '../verdict/scenario-result';
import { countVerdicts } from '../verdict/worst-verdict';
import { controlRun } from './control-run';
import { executeScenarios } from './execute-scenarios';
import { planRun } from './plan-run';
import type { PlannedScenario } from './planned-scenario';
import type { RunOptions } from './run-options';
import { loadSuite, type Suite } from './suite';

/**
 * Runs the selected scenarios against a target, one after the other, and judges them. It knows neither console nor
 * report. Throws a ConfigError for selectors that name nothing and for ICS items that nobody declared.
 */
export async function runSuite(options: RunOptions): Promise<RunResult> {
  const startedAt = realTime.now();
  const suite = options.suite ?? (await loadSuite());
  const plan = planRun(suite, options.target, options.selectors);
  const executed = await executeScenarios(plan, suite, options);
  const results = await replayFailures(executed.results, plan.applicable, suite, options);
  const levelled = applyLevels(results, suite.rows);
  const judged = blockConsequences(applyKnownFailures(levelled, options.knownFailures ?? []));
  return summarise(judged, { options, suite, startedAt, interrupted: executed.interrupted });
}

/** Also after an interruption, since it takes no time worth mentioning. The reference itself, with a fault or without, needs no control run: it would be the same run. */
async function replayFailures(
  results: readonly ScenarioResult[],
  scenarios: readonly PlannedScenario[],
  suite: Suite,
  options: RunOptions,
): Promise<readonly ScenarioResult[]> {
  if (options.target.link === 'in-process') return results;
  return controlRun(results, scenarios, { suite, seed: options.seed, roles: options.target.roles });
}

/** What a finished run was and how it went. */
interface RunCircumstances {
  readonly options: RunOptions;
  readonly suite: Suite;
  readonly startedAt: number;
  readonly interrupted: boolean;
}

/** The value that all reports are made of. */
export function summarise(scenarios: readonly ScenarioResult[], run: RunCircumstances): RunResult {
  const { options, suite, startedAt, interrupted } = run;
  const { target, selectors, seed, fault } = options;
  const counts = countVerdicts(scenarios.map((scenario) => scenario.verdict));
  const hasKnownFailures = options.knownFailures !== undefined;
  const obstacles = certificationObstacles({ counts, selectors, hasKnownFailures, interrupted, fault });
  return {
    tool: { name: 'flowproof', version: packageVersion },
    target: describeTarget(target),
    seed,
    startedAt: new Date(startedAt).toISOString(),
    durationMilliseconds: realTime.now() - startedAt,
    selectors,
    ics: target.ics,
    scenarios,
    requirements: requirementResults(suite.rows, scenarios, options.faultsOf),
    counts,
    certifiable: obstacles.length === 0,
    obstacles,
    exitCode: exitCodeOf(counts, interrupted),
    interrupted,
  };
}

function describeTarget(target: Target): RunResult['target'] {
  const kind = target.link === 'in-process' ? 'reference' : 'external';
  const url = addressOf(target);
  const { file } = target;
  return {
    name: target.name,
    kind,
    link: target.link,
    ...(url !== undefined && { address: url }),
    ...(file !== undefined && { file }),
  };
}
