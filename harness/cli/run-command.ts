import { loadKnownFailures } from '../config/load-known-failures';
import { signingKey } from '../report/bundle/signing-key';
import { writeReports } from '../report/write-reports';
import { faultsByScenario, readKillTable } from '../run/kill-table';
import { launchTarget } from '../run/launch';
import { planRun } from '../run/plan-run';
import { preflight } from '../run/preflight';
import {
  messagesFileOf,
  readEarlierResults,
  readRunRecord,
  removeRunRecord,
  startRunRecord,
} from '../run/run-record';
import { type RunOptions, runSuite } from '../run/run-suite';
import { loadSuite } from '../run/suite';
import { ExitCode } from '../verdict/exit-code';
import { chooseTarget } from './choose-target';
import { onInterruption } from './interruption';
import { printPreflight } from './preflight-lines';
import { createProgress } from './progress';
import { printHeader } from './run-header';
import { printSummary } from './run-summary';
import type { Terminal } from './terminal';

export interface RunCommandOptions {
  readonly target?: string;
  readonly seed: number;
  readonly reportDir: string;
  readonly resume: boolean;
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
  const record = options.resume
    ? readRunRecord(options.reportDir, target.name)
    : { target: target.name, seed: options.seed, selectors };
  const plan = planRun(suite, target, record.selectors);
  printHeader(plan, { target, seed: record.seed, suite }, terminal);

  const knownFile = options.knownFailures ?? target.knownFailures;
  const ids = suite.rows.map((row) => row.id);
  const known = knownFile === undefined ? undefined : loadKnownFailures(knownFile, ids);
  const earlier = options.resume ? readEarlierResults(options.reportDir) : undefined;

  const launched = target.launch && (await launchTarget(target, target.launch));
  const interruption = onInterruption(terminal);
  try {
    const reached = launched?.target ?? target;
    const checks = await preflight(reached);
    if (!checks.every((check) => check.ok)) {
      printPreflight(checks, terminal);
      return ExitCode.configuration;
    }
    if (!options.resume) startRunRecord(options.reportDir, record);
    return await runAndReport(
      {
        target: reached,
        selectors: record.selectors,
        seed: record.seed,
        suite,
        messagesFile: messagesFileOf(options.reportDir),
        faultsOf: faultsByScenario(readKillTable()),
        signal: interruption.signal,
        ...(earlier && { earlier }),
        ...(known && { knownFailures: known }),
      },
      plan.selected.length - (earlier?.length ?? 0),
      { options, terminal },
    );
  } finally {
    interruption.dispose();
    await launched?.stop();
  }
}

async function runAndReport(
  run: RunOptions,
  total: number,
  { options, terminal }: { readonly options: RunCommandOptions; readonly terminal: Terminal },
): Promise<number> {
  const key = signingKey(process.env);
  const progress = createProgress(terminal);
  progress.begin(total);
  const result = await runSuite({
    ...run,
    onStart: (scenario) => progress.start(scenario),
    onScenario: (scenario) => progress.finish(scenario),
  }).finally(() => progress.end());
  await writeReports(result, options.reportDir, key);
  if (!result.interrupted) removeRunRecord(options.reportDir);
  printSummary({ run: result, reportDir: options.reportDir, targetFile: options.target }, terminal);
  return result.exitCode;
}
