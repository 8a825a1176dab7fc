import { loadKnownFailures } from '../config/load-known-failures';
import { planRun, type RunPlan } from '../run/plan-run';
import type { RunOptions } from '../run/run-options';
import { readEarlierResults, startRunRecord } from '../run/run-record';
import { loadSuite, type Suite } from '../run/suite';
import { chooseTarget } from './choose-target';
import { createProgress } from './progress';
import { type RecordOptions, recordOf } from './record-of';
import { reportRun } from './report-run';
import { printHeader } from './run-header';
import { printSummary } from './run-summary';
import type { Terminal } from './terminal';
import { whileReached } from './while-reached';

export interface RunCommandOptions extends RecordOptions {
  readonly target?: string;
  readonly knownFailures?: string;
}

/** `flowproof run`: the suite against a target, reports written, exit code by the verdict. */
export async function runCommand(
  selectors: readonly string[],
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const suite = await loadSuite();
  const target = chooseTarget(options.target, suite);
  const record = recordOf(selectors, options, target.name);
  const plan = planRun(suite, target, record.selectors);
  const knownFailures = chooseKnownFailures(options.knownFailures ?? target.knownFailures, suite);
  printHeader(plan, { target, seed: record.seed, suite }, terminal);
  return whileReached(target, terminal, (reached, signal) => {
    const earlier = options.resume ? { earlier: readEarlierResults(options.reportDir) } : {};
    if (!options.resume) startRunRecord(options.reportDir, record);
    const { seed, selectors } = record;
    const run = { target: reached, selectors, seed, suite, signal, ...earlier, ...knownFailures };
    return runAndReport(run, { options, terminal, plan });
  });
}

function chooseKnownFailures(file: string | undefined, suite: Suite): Pick<RunOptions, 'knownFailures'> {
  if (file === undefined) return {};
  const requirements = suite.rows.map((row) => row.id);
  const scenarios = suite.scenarios.map((scenario) => scenario.name);
  return { knownFailures: loadKnownFailures(file, { requirements, scenarios }) };
}

interface Surroundings {
  readonly options: RunCommandOptions;
  readonly terminal: Terminal;
  readonly plan: RunPlan;
}

async function runAndReport(run: RunOptions, { options, terminal, plan }: Surroundings): Promise<number> {
  const progress = createProgress(terminal);
  progress.begin(plan.selected.length - (run.earlier?.length ?? 0));
  const observed: RunOptions = {
    ...run,
    onStart: (scenario) => progress.start(scenario),
    onScenario: (scenario) => progress.finish(scenario),
  };
  const result = await reportRun(observed, options.reportDir).finally(() => progress.end());
  printSummary({ run: result, reportDir: options.reportDir }, terminal);
  return result.exitCode;
}
