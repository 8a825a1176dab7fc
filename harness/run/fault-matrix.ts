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
  /** Scenarios that a fault says catch it, and that do not. */
  readonly missed: readonly MissedCatch[];
  /** Scenarios of which no row caught a fault. */
  readonly unproven: readonly PlannedScenario[];
}

export interface MissedCatch {
  readonly fault: string;
  /** As the fault names it. */
  readonly scenario: string;
  readonly why: 'it passes' | 'there is no such scenario';
}

/** What the matrix asks of a fault: its name, and the names of the scenarios that fail under it. */
export interface MatrixFault {
  readonly name: string;
  readonly catches: readonly string[];
}

export interface MatrixOptions {
  readonly suite: Suite;
  readonly reference: Target;
  readonly scenarios: readonly PlannedScenario[];
  readonly faults: readonly MatrixFault[];
  readonly seed: number;
  /** Tries every scenario on every fault instead of those that the fault names. */
  readonly full: boolean;
  readonly onFault?: (fault: string, caughtBy: readonly string[]) => void;
}

/** Runs the scenarios on the sound reference, then on each faulty one. */
export async function runFaultMatrix(options: MatrixOptions): Promise<FaultMatrix> {
  const baseline = await resultsOf(options, options.scenarios);
  const sound = new Set(baseline.filter(isPassed).map((result) => result.location));
  const soundScenarios = options.scenarios.filter((scenario) => sound.has(scenario.location));
  const kills = new Map<string, readonly string[]>();
  const missed: MissedCatch[] = [];
  const proven = new Set<string>();
  for (const fault of options.faults) {
    const killers = await killersOf(fault, options, soundScenarios);
    const caughtBy = killers.map(({ name }) => name);
    kills.set(fault.name, caughtBy);
    missed.push(...missedCatches(fault, options, { sound: soundScenarios, killers }));
    for (const killer of killers) proven.add(outlineOf(killer));
    options.onFault?.(fault.name, caughtBy);
  }
  return {
    kills,
    unsound: baseline.filter((result) => !isPassed(result)),
    survivors: options.faults.map(({ name }) => name).filter((name) => kills.get(name)?.length === 0),
    missed,
    unproven: firstOfEachOutline(soundScenarios).filter((scenario) => !proven.has(outlineOf(scenario))),
  };
}

async function killersOf(
  fault: MatrixFault,
  options: MatrixOptions,
  scenarios: readonly PlannedScenario[],
): Promise<readonly PlannedScenario[]> {
  const tried = options.full
    ? scenarios
    : scenarios.filter((scenario) => fault.catches.some((name) => isNamed(scenario, name)));
  const results = await resultsOf(options, tried, fault.name);
  const caught = new Set(results.filter(isDeviation).map(({ location }) => location));
  return tried.filter(({ location }) => caught.has(location));
}

/** Scenarios that do not concern the reference, or fail on it anyway, say nothing of a fault. */
function missedCatches(
  { name: fault, catches }: MatrixFault,
  { suite }: MatrixOptions,
  tried: { readonly sound: readonly PlannedScenario[]; readonly killers: readonly PlannedScenario[] },
): readonly MissedCatch[] {
  return catches.flatMap((name): MissedCatch[] => {
    const hasName = (scenario: PlannedScenario): boolean => isNamed(scenario, name);
    if (!suite.scenarios.some(hasName)) {
      return [{ fault, scenario: name, why: 'there is no such scenario' }];
    }
    const passes = tried.sound.some(hasName) && !tried.killers.some(hasName);
    return passes ? [{ fault, scenario: name, why: 'it passes' }] : [];
  });
}

/** An outline is named as it is written, or by one of its rows. */
function isNamed(scenario: PlannedScenario, name: string): boolean {
  return scenario.title === name || scenario.name === name;
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

function isDeviation({ verdict }: ScenarioResult): boolean {
  return verdict === 'FAIL' || verdict === 'WARN';
}

export function firstOfEachOutline(scenarios: readonly PlannedScenario[]): readonly PlannedScenario[] {
  const first = new Map<string, PlannedScenario>();
  for (const scenario of scenarios)
    if (!first.has(outlineOf(scenario))) first.set(outlineOf(scenario), scenario);
  return [...first.values()];
}
