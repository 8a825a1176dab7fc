import { ConfigError } from '../config/config-error';
import { abilitiesOf } from '../laws/law';
import { LAWS } from '../laws/laws';
import { planLaws, runLaws } from '../laws/run-laws';
import { selectLaws } from '../laws/select-laws';
import { assertPathLeads } from '../laws/story-path';
import { signingKey } from '../report/bundle/signing-key';
import { plural } from '../report/text/plural';
import { writeReports } from '../report/write-reports';
import { removeRunRecord, startRunRecord } from '../run/run-record';
import { loadSuite } from '../run/suite';
import { chooseTarget } from './choose-target';
import { printLaw, printLaws } from './laws-summary';
import type { RunCommandOptions } from './run-command';
import { printAboutToRun } from './run-header';
import type { Terminal } from './terminal';
import { whileReached } from './while-reached';

export interface LawsCommandOptions extends RunCommandOptions {
  readonly runs?: number;
  readonly path?: string;
}

/** A story takes a second or so on a real target. */
export const DEFAULT_RUNS = 20;
export const MOST_RUNS = 10_000;

/** `flowproof run --properties`: laws against a target, reports written, exit code by the verdict. */
export async function lawsCommand(
  selectors: readonly string[],
  options: LawsCommandOptions,
  terminal: Terminal,
): Promise<number> {
  refuseOptionsOfScenarios(options);
  const laws = selectLaws(LAWS, selectors);
  const suite = await loadSuite();
  const target = chooseTarget(options.target, suite);
  const { seed, path, reportDir, runs = DEFAULT_RUNS } = options;
  const { applicable, notApplicable } = planLaws(suite, target, laws);
  if (path !== undefined) assertPathLeads(path, laws, { abilities: abilitiesOf(target), seed });
  const chosen =
    `${plural(laws.length, 'law')} of ${LAWS.length}: ${applicable.length} applicable, ` +
    `${notApplicable.length} not applicable; ${plural(runs, 'story', 'stories')} each`;
  printAboutToRun(chosen, { target, seed, suite }, terminal);
  return whileReached(target, terminal, async (reached, signal) => {
    const key = signingKey(process.env);
    startRunRecord(reportDir, { target: target.name, seed, selectors });
    const replayed = path === undefined ? {} : { path };
    const onLaw = (result: Parameters<typeof printLaw>[0]) => printLaw(result, terminal);
    const run = await runLaws({ target: reached, suite, laws, runs, seed, ...replayed, signal, onLaw });
    await writeReports(run, reportDir, key);
    removeRunRecord(reportDir);
    printLaws({ run, reportDir }, terminal);
    return run.exitCode;
  });
}

/** What is known to fail, and what an earlier run left over, are scenarios. */
function refuseOptionsOfScenarios({ resume, failed, knownFailures }: LawsCommandOptions): void {
  const given = { '--resume': resume, '--failed': failed, '--known-failures': knownFailures !== undefined };
  const problems = Object.entries(given)
    .filter(([, isGiven]) => isGiven)
    .map(([where]) => ({ where, path: '', message: 'is for scenarios only', advice: 'leave it out' }));
  if (problems.length > 0) throw new ConfigError('Options that --properties does not know', problems);
}
