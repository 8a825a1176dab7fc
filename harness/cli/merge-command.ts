import { ConfigError } from '../config/config-error';
import { signingKey } from '../report/bundle/signing-key';
import { mergeRuns } from '../report/merge-runs';
import { writeReports } from '../report/write-reports';
import { readRun } from './read-run';
import { printSummary } from './run-summary';
import type { Terminal } from './terminal';

/** `flowproof merge`: one report of several parts of a run; the exit code is that of the whole. */
export async function mergeCommand(
  folders: readonly string[],
  options: { readonly reportDir: string },
  terminal: Terminal,
): Promise<number> {
  const merged = mergeRuns(folders.map(readRun));
  if (merged.kind === 'incompatible') {
    const problems = merged.reasons.map((reason) => ({ where: 'merge', path: '', message: reason }));
    throw new ConfigError('These runs are not parts of one', problems);
  }
  await writeReports(merged.run, options.reportDir, signingKey(process.env));
  printSummary({ run: merged.run, reportDir: options.reportDir }, terminal);
  return merged.run.exitCode;
}
