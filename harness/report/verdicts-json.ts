import type { RunResult } from '../verdict/run-result';

/** The report for programs: the whole run, as verdicts.schema.json describes it. */
export const VERDICTS_SCHEMA_VERSION = 1;

export function verdictsJson(run: RunResult): string {
  const document = { $schema: './verdicts.schema.json', schemaVersion: VERDICTS_SCHEMA_VERSION, ...run };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}
