import type { Target } from '../config/target';
import type { ScenarioResult } from '../verdict/scenario-result';
import { ResultCollector } from './collect-results';
import { runScenarios } from './cucumber';
import { type KillTable, outlineOf } from './kill-table';
import type { PlannedScenario } from './planned-scenario';
import type { Suite } from './suite';

/** The fault matrix: the suite tested against deliberately faulty references. */
export interface FaultMatrix {
  /** Scenarios that caught each fault. */
  readonly kills: KillTable;
  /** Scenarios that do not pass on the reference without any fault: nothing they say counts. */
  readonly unsound: readonly ScenarioResult[];
  /** Faults that no scenario caught. */
  readonly survivors: readonly string[];
  /** Scenarios of which no row caught a fault. */
  readonly unproven: readonly PlannedScenario[];
}

export interface MatrixOptions {
  readonly suite: Suite;
  readonly reference: Target;
  readonly scenarios: readonly PlannedScenario[];
  readonly faults: readonly string[];
  readonly seed: number;
  /** Scenarios to try for a fault; all of them where it answers none. */
  readonly candidates?: (fault: string) => readonly string[];
  readonly onFault?: (fault: string, caughtBy: readonly string[]) => void;
}

/** Runs the scenarios on the sound reference, then on each faulty one. */
export async function runFaultMatrix(options: MatrixOptions): Promise<FaultMatrix> {
  const baseline = await resultsOf(options, options.scenarios);
  const sound = new Set(baseline.filter(isPassed).map((result) => result.location));
  const soundScenarios = options.scenarios.filter((scenario) => sound.has(scenario.location));
  const kills = new Map<string, readonly string[]>();
  for (const fault of options.faults) {
    const caughtBy = await killersOf(fault, options, soundScenarios);
    kills.set(fault, caughtBy);
    options.onFault?.(fault, caughtBy);
  }
  const killers = new Set([...kills.values()].flat());
  const proven = new Set(soundScenarios.filter(({ name }) => killers.has(name)).map(outlineOf));
  return {
    kills,
    unsound: baseline.filter((result) => !isPassed(result)),
    survivors: options.faults.filter((fault) => kills.get(fault)?.length === 0),
    unproven: firstOfEachOutline(soundScenarios).filter((scenario) => !proven.has(outlineOf(scenario))),
  };
}

async function killersOf(
  fault: string,
  options: MatrixOptions,
  scenarios: readonly PlannedScenario[],
): Promise<readonly string[]> {
  const names = options.candidates?.(fault) ?? [];
  const tried =
    names.length === 0 ? scenarios : scenarios.filter((scenario) => names.includes(scenario.name));
  const results = await resultsOf(options, tried, fault);
  return results
    .filter((result) => result.verdict === 'FAIL' || result.verdict === 'WARN')
    .map(({ name }) => name);
}

async function resultsOf(
  { suite, reference, seed }: MatrixOptions,
  scenarios: readonly PlannedScenario[],
  fault?: string,
): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  const collector = new ResultCollector((result) => results.push(result));
  await runScenarios({
    steps: await suite.steps(),
    scenarios,
    parameters: { target: reference, seed, run: 'selftest', ...(fault !== undefined && { fault }) },
    onMessage: (message) => collector.take(message),
  });
  return results;
}

/** A warning on the sound reference would hide what a fault does. */
function isPassed({ verdict }: ScenarioResult): boolean {
  return verdict === 'PASS';
}

export function firstOfEachOutline(scenarios: readonly PlannedScenario[]): readonly PlannedScenario[] {
  const first = new Map<string, PlannedScenario>();
  for (const scenario of scenarios)
    if (!first.has(outlineOf(scenario))) first.set(outlineOf(scenario), scenario);
  return [...first.values()];
}
