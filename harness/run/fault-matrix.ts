import type { ScenarioResult } from '../verdict/scenario-result';
import { outlineOf } from './kill-table';
import type { PlannedScenario } from './planned-scenario';
import type { TryScenarios } from './try-scenarios';

/** The fault matrix: the suite tested against deliberately faulty references. */
export interface FaultMatrix {
  /** Scenarios that caught each fault. */
  readonly killers: ReadonlyMap<string, readonly PlannedScenario[]>;
  /** Scenarios that do not pass on the reference without any fault: nothing they say counts. */
  readonly unsound: readonly ScenarioResult[];
  /** Faults that no scenario caught. */
  readonly survivors: readonly string[];
  /** Faults that only scenarios caught which they do not name. */
  readonly strangers: readonly string[];
  /** Scenarios that do not catch a fault which names them. */
  readonly missed: readonly MissedCatch[];
  /** Scenarios of which no row caught a fault. */
  readonly unproven: readonly PlannedScenario[];
}

interface MissedCatch {
  readonly fault: string;
  /** As the fault names it. */
  readonly scenario: string;
}

/** What the matrix asks of a fault: its name, and the names of the scenarios that fail under it. */
interface NamedFault {
  readonly name: string;
  readonly catches: readonly string[];
}

export interface MatrixOptions {
  readonly scenarios: readonly PlannedScenario[];
  readonly faults: readonly NamedFault[];
  readonly tryScenarios: TryScenarios;
  /** Tries every scenario on every fault instead of those that the fault names. */
  readonly all: boolean;
  readonly onFault?: (fault: string, caughtBy: readonly PlannedScenario[]) => void;
}

/** Runs the scenarios on the sound reference, then on each faulty one: those that it names, and the rest if it survives. */
export async function runFaultMatrix(options: MatrixOptions): Promise<FaultMatrix> {
  const { sound, unsound } = await runSoundly(options);
  const caught = new Map<string, readonly PlannedScenario[]>();
  const missed: MissedCatch[] = [];
  const strangers: string[] = [];
  const proven = new Set<string>();
  for (const fault of options.faults) {
    const named = options.all ? sound : scenariosThatCatch([fault], sound);
    let killers = await killersOf(fault, options, named);
    missed.push(...missedCatches(fault, sound, killers));
    if (killers.length === 0) {
      killers = await killersOf(fault, options, without(sound, named));
      if (killers.length > 0) strangers.push(fault.name);
    }
    caught.set(fault.name, killers);
    for (const killer of killers) proven.add(outlineOf(killer));
    options.onFault?.(fault.name, killers);
  }
  return {
    killers: caught,
    unsound,
    survivors: options.faults.map(({ name }) => name).filter((name) => caught.get(name)?.length === 0),
    strangers,
    missed,
    unproven: firstOfEachOutline(sound).filter((scenario) => !proven.has(outlineOf(scenario))),
  };
}

/** The results of those that pass are not kept: their evidence is large, and nobody asks for it. */
async function runSoundly({ scenarios, tryScenarios }: MatrixOptions) {
  const results = await tryScenarios(scenarios);
  const passed = new Set(results.filter(isPassed).map(({ location }) => location));
  return {
    sound: scenarios.filter(({ location }) => passed.has(location)),
    unsound: results.filter((result) => !isPassed(result)),
  };
}

async function killersOf(
  fault: NamedFault,
  { tryScenarios }: MatrixOptions,
  tried: readonly PlannedScenario[],
): Promise<readonly PlannedScenario[]> {
  if (tried.length === 0) return [];
  const results = await tryScenarios(tried, fault.name);
  const caught = new Set(results.filter(isDeviation).map(({ location }) => location));
  return tried.filter(({ location }) => caught.has(location));
}

function without(
  scenarios: readonly PlannedScenario[],
  others: readonly PlannedScenario[],
): readonly PlannedScenario[] {
  const left = new Set(others);
  return scenarios.filter((scenario) => !left.has(scenario));
}

/** A scenario that does not concern the reference, or fails on it anyway, says nothing of a fault. */
function missedCatches(
  { name: fault, catches }: NamedFault,
  sound: readonly PlannedScenario[],
  killers: readonly PlannedScenario[],
): readonly MissedCatch[] {
  const missed = catches.filter(
    (name) => sound.some((one) => isNamed(one, name)) && !killers.some((one) => isNamed(one, name)),
  );
  return missed.map((scenario) => ({ fault, scenario }));
}

/** The scenarios that faults name; of an outline all rows. */
export function scenariosThatCatch(
  faults: readonly NamedFault[],
  scenarios: readonly PlannedScenario[],
): readonly PlannedScenario[] {
  const names = new Set(faults.flatMap(({ catches }) => catches));
  return scenarios.filter(({ title, name }) => names.has(title) || names.has(name));
}

export function firstOfEachOutline(scenarios: readonly PlannedScenario[]): readonly PlannedScenario[] {
  const first = new Map<string, PlannedScenario>();
  for (const scenario of scenarios)
    if (!first.has(outlineOf(scenario))) first.set(outlineOf(scenario), scenario);
  return [...first.values()];
}

/** An outline is named as it is written, or by one of its rows. */
function isNamed(scenario: PlannedScenario, name: string): boolean {
  return scenario.title === name || scenario.name === name;
}

/** A warning on the sound reference would hide what a fault does. */
function isPassed({ verdict }: ScenarioResult): boolean {
  return verdict === 'PASS';
}

function isDeviation({ verdict }: ScenarioResult): boolean {
  return verdict === 'FAIL' || verdict === 'WARN';
}
