import { signingKey } from '../report/bundle/signing-key';
import { writeReports } from '../report/write-reports';
import { faultsByScenario, readKillTable } from '../run/kill-table';
import type { RunOptions } from '../run/run-options';
import { messagesFileOf, removeRunRecord } from '../run/run-record';
import { runSuite } from '../run/run-suite';
import type { RunResult } from '../verdict/run-result';

/** Runs what is asked for and writes its reports into a folder that holds the record of this run. */
export async function reportRun(run: RunOptions, reportDir: string): Promise<RunResult> {
  const key = signingKey(process.env);
  const result = await runSuite({
    ...run,
    messagesFile: messagesFileOf(reportDir),
    faultsOf: faultsByScenario(readKillTable()),
  });
  await writeReports(result, reportDir, key);
  if (!result.interrupted) removeRunRecord(reportDir);
  return result;
}
