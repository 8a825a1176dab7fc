import type { RequirementResult, RunResult } from '../verdict/run-result';
import { visibleText } from './text/visible-text';
import { isTested } from './verdict-words';

/** Requirement, its scenarios, its verdict, the faults that prove its test, and the reason where it was not tested. @see RFC 4180 */
const COLUMNS = [
  'requirement',
  'document',
  'source',
  'level',
  'role',
  'verdict',
  'scenarios',
  'faults',
  'proven',
  'reason',
  'text',
] as const;

export function coverageCsv(run: RunResult): string {
  const lines = [COLUMNS, ...run.requirements.map(fields)];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function fields({ row, verdict, scenarios, faults, reason }: RequirementResult): readonly string[] {
  const proven = isTested(verdict) ? (faults.length > 0 ? 'yes' : 'no') : '';
  return [
    row.id,
    row.document,
    row.source,
    row.level,
    row.role,
    verdict,
    scenarios.join('; '),
    faults.join('; '),
    proven,
    reason ?? row.reason ?? '',
    row.text,
  ];
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front, which makes it text. */
function cell(text: string): string {
  const shown = visibleText(text);
  const harmless = /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(shown) ? `'${shown}` : shown;
  return /[",\r\n']|^\s|\s$/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
