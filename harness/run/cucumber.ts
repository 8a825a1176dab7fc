import { Writable } from 'node:stream';
import {
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

/** No tag expression matches this one, so that feature files are read and nothing runs. */
const NOTHING = '@flowproof-none and not @flowproof-none';

/** Reads feature files without running them. Throws a ConfigError where one is not Gherkin. */
export async function readFeatures(root: string): Promise<readonly PlannedScenario[]> {
  const pickles = new Pickles();
  const problems: Problem[] = [];
  const { runConfiguration } = await configure(root, { paths: ['features/**/*.feature'], tags: NOTHING });
  const noSteps = { requirePaths: ['package.json'] };
  await runCucumber({ ...runConfiguration, support: noSteps }, silent(root), (message) => {
    pickles.take(message);
    if (message.parseError) problems.push(parseProblem(message.parseError));
  });
  if (problems.length > 0) throw new ConfigError('A feature file is not valid Gherkin', problems);
  return pickles.all();
}

export async function loadSteps(root: string = packageRoot): Promise<StepLibrary> {
  const paths = runsCompiled ? ['dist/steps/**/*.js'] : ['steps/**/!(*.test).ts'];
  const { runConfiguration } = await configure(root, { paths: [], require: paths });
  return loadSupport({ sources: runConfiguration.sources, support: runConfiguration.support }, silent(root));
}

/** Runs scenarios one after the other. Answers false where `signal` cut the run short. */
export async function runScenarios(run: ScenarioRun, root: string = packageRoot): Promise<boolean> {
  if (run.scenarios.length === 0 || run.signal?.aborted) return run.scenarios.length === 0;
  const { runConfiguration } = await configure(root, { paths: pathsOf(run.scenarios) });
  const worldParameters: typeof runConfiguration.runtime.worldParameters = JSON.parse(
    JSON.stringify(run.parameters),
  );
  const runtime = { ...runConfiguration.runtime, worldParameters };
  try {
    await runCucumber({ ...runConfiguration, runtime, support: run.steps }, silent(root), (message) => {
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

function configure(root: string, provided: { paths: string[]; tags?: string; require?: string[] }) {
  return loadConfiguration({ file: false, provided: { ...provided, format: ['rerun'] } }, silent(root));
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
