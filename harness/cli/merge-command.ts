import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config/config-error';
import { signingKey } from '../report/bundle/signing-key';
import { mergeRuns } from '../report/merge-runs';
import { readVerdicts } from '../report/read-verdicts';
import { writeReports } from '../report/write-reports';
import type { RunResult } from '../verdict/run-result';
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

function readRun(folder: string): RunResult {
  const file = join(folder, 'verdicts.json');
  const verdicts = readVerdicts(readText(file));
  if (verdicts.ok) return verdicts.value;
  const { where, detail } = verdicts.fault;
  throw new ConfigError('A report cannot be merged', [{ where: file, path: where, message: detail }]);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const problem = {
      where: file,
      path: '',
      message: 'is not there',
      advice: 'give folders that `flowproof run` wrote',
    };
    throw new ConfigError('A report cannot be merged', [problem]);
  }
}
