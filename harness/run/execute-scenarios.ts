import { realTime } from '../cast/real-time';
import type { ScenarioResult } from '../verdict/scenario-result';
import { ResultCollector } from './collect-results';
import { runScenarios } from './cucumber';
import { openMessageFile } from './message-file';
import type { RunPlan } from './plan-run';
import type { PlannedScenario } from './planned-scenario';
import type { RunOptions } from './run-options';
import type { Suite } from './suite';
import type { WorldParameters } from './world-parameters';

export interface Executed {
  /** In the order of the feature files, those that do not apply included. */
  readonly results: readonly ScenarioResult[];
  readonly interrupted: boolean;
}

/** Runs what a plan holds, except what an earlier part of the run has done, and keeps the message stream. */
export async function executeScenarios(plan: RunPlan, suite: Suite, options: RunOptions): Promise<Executed> {
  const found = new Map<string, ScenarioResult>();
  for (const result of [...plan.notApplicable, ...(options.earlier ?? [])])
    found.set(result.location, result);
  for (const result of plan.notApplicable) options.onScenario?.(result);
  const collector = new ResultCollector((result) => {
    found.set(result.location, result);
    options.onScenario?.(result);
  }, options.onStart);
  const remaining = plan.applicable.filter((scenario) => !found.has(scenario.location));
  const completed = await runRecorded(remaining, suite, options, collector);
  return { results: inOrder(plan.selected, found), interrupted: !completed };
}

async function runRecorded(
  scenarios: readonly PlannedScenario[],
  suite: Suite,
  options: RunOptions,
  collector: ResultCollector,
): Promise<boolean> {
  const { messagesFile, earlier, signal } = options;
  const file =
    messagesFile === undefined ? undefined : openMessageFile(messagesFile, earlier ? 'append' : 'new');
  try {
    return await runScenarios({
      steps: await suite.steps(),
      scenarios,
      parameters: worldParameters(options),
      onMessage: (message) => {
        file?.write(message);
        collector.take(message);
      },
      ...(signal && { signal }),
    });
  } finally {
    file?.close();
  }
}

/** The names a run makes: the same for the same seed in this process, and new for each run on a target that lasts. */
export function worldParameters({
  target,
  seed,
  fault,
}: Pick<RunOptions, 'target' | 'seed' | 'fault'>): WorldParameters {
  const run = target.link === 'in-process' ? seed.toString(36) : realTime.now().toString(36);
  return { target, seed, run, ...(fault !== undefined && { fault }) };
}

function inOrder(
  selected: readonly PlannedScenario[],
  found: ReadonlyMap<string, ScenarioResult>,
): readonly ScenarioResult[] {
  return selected.flatMap((scenario) => found.get(scenario.location) ?? []);
}
