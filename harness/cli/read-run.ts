import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config/config-error';
import { readVerdicts } from '../report/read-verdicts';
import type { RunResult } from '../verdict/run-result';

/** The run that a report folder holds. Throws a ConfigError where it holds none. */
export function readRun(folder: string): RunResult {
  const file = join(folder, 'verdicts.json');
  const verdicts = readVerdicts(readText(file));
  if (verdicts.ok) return verdicts.value;
  const { where, detail } = verdicts.fault;
  throw new ConfigError('A report cannot be read', [{ where: file, path: where, message: detail }]);
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
    throw new ConfigError('A report cannot be read', [problem]);
  }
}
