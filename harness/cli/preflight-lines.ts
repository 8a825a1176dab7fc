import { visibleLine } from '../report/text/visible-text';
import type { PreflightCheck } from '../run/preflight-check';
import type { Terminal } from './terminal';

/** What was looked at before a run, one line each, with what to do about it. */
export function printPreflight(checks: readonly PreflightCheck[], terminal: Terminal): void {
  const { paint } = terminal;
  for (const check of checks) {
    const sign = check.ok ? paint.good('✓') : paint.bad('✗');
    terminal.line(`${sign} ${check.name.padEnd(11)} ${visibleLine(check.detail)}`);
    if (!check.ok && check.advice !== undefined) terminal.line(`  ${' '.repeat(11)} ${check.advice}`);
  }
}
