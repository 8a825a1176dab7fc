import type { RunResult } from '../verdict/run-result';
import { badgeSvg } from './badge-svg';
import { coverageCsv } from './coverage-csv';
import { indexHtml } from './html/index-html';
import { junitXml } from './junit-xml';
import { redactRun } from './redact';
import { summaryMd } from './summary-md';
import verdictsSchema from './verdicts.schema.json';
import { verdictsJson } from './verdicts-json';

export interface ReportFile {
  readonly path: string;
  readonly text: string;
}

/** Every report of a run as text, without its secrets. The one place where reports begin. */
export function reportFiles(run: RunResult): readonly ReportFile[] {
  const safe = redactRun(run);
  return [
    { path: 'index.html', text: indexHtml(safe) },
    { path: 'junit.xml', text: junitXml(safe) },
    { path: 'verdicts.json', text: verdictsJson(safe) },
    { path: 'verdicts.schema.json', text: `${JSON.stringify(verdictsSchema, undefined, 2)}\n` },
    { path: 'coverage.csv', text: coverageCsv(safe) },
    { path: 'summary.md', text: summaryMd(safe) },
    { path: 'badge.svg', text: badgeSvg(safe) },
  ];
}
