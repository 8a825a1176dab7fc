import { realTime } from '../cast/real-time';
import { FAULTS } from '../faults/faults';
import { clip } from '../report/text/clip';
import { duration, plural } from '../report/text/plural';
import { referenceTarget } from '../run/control-run';
import { type FaultMatrix, runFaultMatrix } from '../run/fault-matrix';
import { readKillTable, writeKillTable } from '../run/kill-table';
import { planRun } from '../run/plan-run';
import { loadSuite } from '../run/suite';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

export interface SelftestOptions {
  readonly seed: number;
  /** Tries every scenario on every fault instead of those that are known to catch it. */
  readonly full: boolean;
  /** Writes the kill table that reports and quick runs read. */
  readonly update: boolean;
}

/** `flowproof selftest`: does the suite catch every fault of the reference, and is every scenario able to fail? */
export async function selftestCommand(options: SelftestOptions, terminal: Terminal): Promise<number> {
  const startedAt = realTime.now();
  const suite = await loadSuite();
  const reference = referenceTarget(suite);
  const { applicable } = planRun(suite, reference, []);
  const known = options.full || options.update ? new Map<string, readonly string[]>() : readKillTable();
  terminal.line(
    `${plural(FAULTS.length, 'fault')}, ${plural(applicable.length, 'scenario')}, seed ${options.seed}`,
  );
  const matrix = await runFaultMatrix({
    suite,
    reference,
    scenarios: applicable,
    faults: FAULTS.map((fault) => fault.name),
    seed: options.seed,
    candidates: (fault) => known.get(fault) ?? [],
    onFault: (fault, caughtBy) => terminal.line(faultLine(fault, caughtBy, terminal)),
  });
  if (options.update) writeKillTable(matrix.kills);
  printGaps(matrix, terminal);
  const caught = FAULTS.length - matrix.survivors.length;
  const proven = applicable.length - matrix.unproven.length - matrix.unsound.length;
  const summary = `${caught} of ${plural(FAULTS.length, 'fault')} caught, ${proven} of ${plural(applicable.length, 'scenario')} proven`;
  const ok = caught === FAULTS.length && proven === applicable.length && FAULTS.length > 0;
  terminal.line(
    `\n${ok ? terminal.paint.good(summary) : terminal.paint.bad(summary)} (${duration(realTime.now() - startedAt)})`,
  );
  if (FAULTS.length === 0 || applicable.length === 0) return ExitCode.nothingRan;
  return ok ? ExitCode.conformant : ExitCode.fail;
}

function faultLine(fault: string, caughtBy: readonly string[], terminal: Terminal): string {
  const [first] = caughtBy;
  if (first === undefined) return `${terminal.paint.bad('✗')} ${fault.padEnd(48)} survives`;
  const others = caughtBy.length > 1 ? ` and ${caughtBy.length - 1} more` : '';
  return `${terminal.paint.good('✓')} ${fault.padEnd(48)} ${clip(first, 70)}${others}`;
}

function printGaps(matrix: FaultMatrix, terminal: Terminal): void {
  const { paint } = terminal;
  for (const { name, location, verdict, reason, deviation } of matrix.unsound) {
    const why = reason ?? deviation?.actual ?? '';
    terminal.line(
      `${paint.bad('✗ does not pass on the reference')}  ${name}  ${location}  ${verdict} ${clip(why, 160)}`,
    );
  }
  for (const { name, location } of matrix.unproven) {
    terminal.line(`${paint.unsure('○ catches no fault')}  ${name}  ${location}`);
  }
}
