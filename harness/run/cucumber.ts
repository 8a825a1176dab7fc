import { Writable } from 'node:stream';
import {
  type IRunConfiguration,
  type IRunEnvironment,
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { ConfigError, type Problem } from '../config/config-error';
import { packageRoot, runsCompiled } from '../config/package-root';
import { Pickles } from './pickles';
import type { PlannedScenario } from './planned-scenario';
import type { WorldParameters } from './world-parameters';

/** The steps of this package, loaded once: cucumber registers step files only once per process. */
export type StepLibrary = ISupportCodeLibrary;

export interface ScenarioRun {
  readonly steps: StepLibrary;
  readonly scenarios: readonly PlannedScenario[];
  readonly parameters: WorldParameters;
  readonly onMessage: (message: Envelope) => void;
  /** Stops the run after the scenario that is under way. */
  readonly signal?: AbortSignal;
}

/** Cucumber looks for step files at every run, and everywhere below features/ where it is told of none: this is quick. */
const NO_STEPS = { requirePaths: ['package.json'] };

/** No tag expression matches this one, so that feature files are read and nothing runs. */
const NOTHING = '@flowproof-none and not @flowproof-none';

/** Reads feature files without running them. Throws a ConfigError where one is not Gherkin. */
export async function readFeatures(root: string): Promise<readonly PlannedScenario[]> {
  const pickles = new Pickles();
  const problems: Problem[] = [];
  const { sources, ...rest } = await configuration();
  const all = { ...sources, paths: ['features/**/*.feature'], tagExpression: NOTHING };
  await runCucumber({ ...rest, sources: all, support: NO_STEPS }, silent(root), (message) => {
    pickles.take(message);
    if (message.parseError) problems.push(parseProblem(message.parseError));
  });
  if (problems.length > 0) throw new ConfigError('A feature file is not valid Gherkin', problems);
  return pickles.all();
}

export async function loadSteps(root: string = packageRoot): Promise<StepLibrary> {
  const { sources, support } = await configuration();
  const requirePaths = runsCompiled ? ['dist/steps/**/*.js'] : ['steps/**/!(*.test).ts'];
  const library = await loadSupport({ sources, support: { ...support, requirePaths } }, silent(root));
  return { ...library, originalCoordinates: { ...library.originalCoordinates, ...NO_STEPS } };
}

/** Runs scenarios one after the other. Answers false where `signal` cut the run short. */
export async function runScenarios(run: ScenarioRun, root: string = packageRoot): Promise<boolean> {
  if (run.scenarios.length === 0 || run.signal?.aborted) return run.scenarios.length === 0;
  const { sources, runtime, ...rest } = await configuration();
  const worldParameters: typeof runtime.worldParameters = JSON.parse(JSON.stringify(run.parameters));
  const chosen = {
    sources: { ...sources, paths: pathsOf(run.scenarios) },
    runtime: { ...runtime, worldParameters },
    support: run.steps,
  };
  try {
    await runCucumber({ ...rest, ...chosen }, silent(root), (message) => {
      if (message.testCaseStarted && run.signal?.aborted) throw new RunStopped();
      run.onMessage(message);
    });
    return true;
  } catch (error) {
    if (error instanceof RunStopped) return false;
    throw error;
  }
}

/** One path with lines for each file, as `a.feature:3:8`: cucumber searches the disk once for every path. */
function pathsOf(scenarios: readonly PlannedScenario[]): string[] {
  const lines = new Map<string, number[]>();
  for (const { file, line } of scenarios) {
    const known = lines.get(file) ?? [];
    known.push(line);
    lines.set(file, known);
  }
  return [...lines].map(([file, numbers]) => [file, ...numbers].join(':'));
}

/** Thrown out of the message callback, which is the one place where cucumber lets a run be stopped between scenarios. */
class RunStopped extends Error {}

let configured: Promise<IRunConfiguration> | undefined;

/** What is the same for every run, and takes as long to put together as a short scenario. */
function configuration(): Promise<IRunConfiguration> {
  configured ??= loadConfiguration({ file: false, provided: { format: ['rerun'] } }).then(
    ({ runConfiguration }) => runConfiguration,
  );
  return configured;
}

/** Cucumber prints nothing of its own: what people read comes from the results. */
function silent(cwd: string): IRunEnvironment {
  const sink = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  return { cwd, stdout: sink(), stderr: sink() };
}

function parseProblem(error: NonNullable<Envelope['parseError']>): Problem {
  const where = `${error.source.uri ?? 'a feature file'}:${error.source.location?.line ?? 1}`;
  return { where, path: '', message: error.message };
}
