import { realTime } from '../cast/real-time';
import type { Target } from '../config/target';
import { controlRun } from '../run/control-run';
import { worldParameters } from '../run/execute-scenarios';
import { planRun } from '../run/plan-run';
import type { PlannedScenario } from '../run/planned-scenario';
import { summarise } from '../run/run-suite';
import type { Suite } from '../run/suite';
import type { RunResult } from '../verdict/run-result';
import type { ScenarioResult, TriedLaw } from '../verdict/scenario-result';
import { abilitiesOf, type Law } from './law';
import { createStoryPlayer, lawAsScenario, type StoryPlayer } from './play-story';
import { scenarioText } from './scenario-text';
import { type LawTrial, tryLaw } from './try-law';

export interface LawsRun {
  readonly target: Target;
  readonly suite: Suite;
  readonly laws: readonly Law[];
  /** Stories of each law. */
  readonly runs: number;
  readonly seed: number;
  /** Of the story that is played instead; for one law only. */
  readonly path?: string;
  /** Deploys the reference with a named fault. */
  readonly fault?: string;
  /** Ends the run after the story that is under way. */
  readonly signal?: AbortSignal;
  readonly onLaw?: (result: ScenarioResult) => void;
}

/** Which laws a target is tried on. */
export interface LawsPlan {
  readonly applicable: readonly Law[];
  /** Results of those that do not concern the target. */
  readonly notApplicable: readonly ScenarioResult[];
}

/** By roles and ICS, as scenarios are. Throws a ConfigError for ICS items that the target leaves open. */
export function planLaws(suite: Suite, target: Target, laws: readonly Law[]): LawsPlan {
  const scenarios = laws.map(lawAsScenario);
  const { applicable, notApplicable } = planRun({ ...suite, scenarios }, target, []);
  const applies = new Set(applicable.map(({ name }) => name));
  return { applicable: laws.filter(({ says }) => applies.has(says)), notApplicable };
}

/** Tries each law in as many stories as asked for. Knows neither console nor report. */
export async function runLaws(run: LawsRun): Promise<RunResult> {
  const startedAt = realTime.now();
  const { suite, signal } = run;
  const { applicable, notApplicable } = planLaws(suite, run.target, run.laws);
  const results = notApplicable.map((result) => leftOut(result, run));
  for (const result of results) run.onLaw?.(result);
  const player = createStoryPlayer(suite, worldParameters(run));
  try {
    for (const law of applicable) {
      if (signal?.aborted) break;
      const result = await judge(law, player, run);
      results.push(result);
      run.onLaw?.(result);
    }
  } finally {
    player.close();
  }
  const selectors = ['--properties', ...run.laws.map(({ name }) => name)];
  const interrupted = signal?.aborted ?? false;
  return summarise(results, { options: { ...run, selectors }, suite, startedAt, interrupted });
}

async function judge(law: Law, player: StoryPlayer, run: LawsRun): Promise<ScenarioResult> {
  const { target, runs, seed, path, signal } = run;
  const startedAt = realTime.now();
  const trial = await tryLaw(law, abilitiesOf(target), (story) => player.play(law, story), {
    runs,
    seed,
    ...(path !== undefined && { path }),
    ...(signal && { signal }),
    now: () => realTime.now(),
  });
  const controlled = await withControl(law, trial, player, run);
  const durationMilliseconds = Math.round(realTime.now() - startedAt);
  const shown = requirementsShown(law, trial);
  return {
    ...controlled,
    ...reportedAs(law),
    ...shown,
    durationMilliseconds,
    law: triedLaw(law, trial, runs),
  };
}

/** A trial that was cut off before its first story says nothing of the law. */
async function withControl(
  law: Law,
  { worst, counterexample }: LawTrial,
  player: StoryPlayer,
  { suite, seed, target }: LawsRun,
): Promise<ScenarioResult> {
  if (worst === undefined) throw new Error(`${law.name}: no story was played; does the path belong to it?`);
  if (counterexample === undefined || target.link === 'in-process') return worst;
  const scenario: PlannedScenario = player.write(law, counterexample.story);
  const [result] = await controlRun([worst], [scenario], { suite, seed, roles: target.roles });
  return result ?? worst;
}

/** A law that is broken does not break all of its requirements: the step that failed says which. */
function requirementsShown(
  { requirements }: Law,
  { worst, counterexample }: LawTrial,
): Pick<ScenarioResult, 'requirements'> {
  const failed = worst?.steps.findIndex(({ status }) => status === 'failed') ?? -1;
  return { requirements: counterexample?.story[failed]?.shows ?? requirements };
}

function leftOut(result: ScenarioResult, { laws, runs }: LawsRun): ScenarioResult {
  const law = laws.find(({ says }) => says === result.name);
  return law === undefined ? result : { ...result, law: { name: law.name, runs, played: 0 } };
}

function reportedAs(law: Law): Pick<ScenarioResult, 'location' | 'name' | 'feature'> {
  const { location, name, feature } = lawAsScenario(law);
  return { location, name, feature };
}

function triedLaw(law: Law, { played, counterexample }: LawTrial, runs: number): TriedLaw {
  const { name } = law;
  if (counterexample === undefined) return { name, runs, played };
  const { path, story, isSmallest } = counterexample;
  return { name, runs, played, path, scenario: scenarioText(law, story), isSmallest };
}
