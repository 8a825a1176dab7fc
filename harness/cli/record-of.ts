import { ConfigError } from '../config/config-error';
import { type RunRecord, readRunRecord } from '../run/run-record';
import type { Verdict } from '../verdict/verdict';
import { readRun } from './read-run';

export interface RecordOptions {
  readonly seed: number;
  readonly reportDir: string;
  /** Finishes the run that the report folder holds the beginning of. */
  readonly resume: boolean;
  /** Selects what did not pass in the run that the report folder holds. */
  readonly failed: boolean;
}

/** What to run: as asked, as an earlier run was asked, or what did not pass in an earlier run. */
export function recordOf(selectors: readonly string[], options: RecordOptions, target: string): RunRecord {
  const { resume, failed, reportDir, seed } = options;
  if (!resume && !failed) return { target, seed, selectors };
  if (selectors.length > 0 || (resume && failed)) {
    const where = resume ? '--resume' : '--failed';
    const message = 'takes what to run from the report folder';
    const advice = 'leave the selectors and the other option out';
    throw new ConfigError('These options exclude each other', [{ where, path: '', message, advice }]);
  }
  return resume ? readRunRecord(reportDir, target) : { target, seed, selectors: failedScenarios(reportDir) };
}

function failedScenarios(reportDir: string): readonly string[] {
  const failed = readRun(reportDir).scenarios.filter(({ verdict }) => !SETTLED.has(verdict));
  if (failed.length > 0) return failed.map((scenario) => scenario.location);
  const problem = { where: reportDir, path: '', message: 'in this run nothing failed' };
  throw new ConfigError('There is nothing to run again', [problem]);
}

const SETTLED: ReadonlySet<Verdict> = new Set(['PASS', 'WARN', 'NOT_APPLICABLE', 'EXPECTED_FAIL']);
