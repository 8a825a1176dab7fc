import { realTime } from '../cast/real-time';
import { FAULTS } from '../faults/faults';
import { clip } from '../report/text/clip';
import { duration, plural } from '../report/text/plural';
import { referenceTarget } from '../run/control-run';
import { type FaultMatrix, firstOfEachOutline, runFaultMatrix } from '../run/fault-matrix';
import { type KillTable, leanTable, readKillTable, writeKillTable } from '../run/kill-table';
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
  const isWhole = options.full || options.update;
  const known: KillTable = isWhole ? new Map() : leanTable(readKillTable(), applicable);
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
  const scenarios = firstOfEachOutline(applicable).length;
  const elapsed = realTime.now() - startedAt;
  return printOutcome(matrix, { scenarios, seed: options.seed, elapsed }, terminal);
}

interface MatrixSize {
  readonly scenarios: number;
  readonly seed: number;
  readonly elapsed: number;
}

function printOutcome(
  matrix: FaultMatrix,
  { scenarios, seed, elapsed }: MatrixSize,
  terminal: Terminal,
): number {
  const { paint } = terminal;
  const faults = matrix.kills.size;
  const caught = faults - matrix.survivors.length;
  const proven = scenarios - matrix.unproven.length;
  const summary = `${caught} of ${plural(faults, 'fault')} caught, ${proven} of ${plural(scenarios, 'scenario')} proven`;
  const isSound = caught === faults && proven === scenarios && matrix.unsound.length === 0;
  const colour = isSound ? paint.good : paint.bad;
  terminal.line();
  terminal.line(`${colour(summary)} (seed ${seed}, ${duration(elapsed)})`);
  if (faults === 0 || scenarios === 0) return ExitCode.nothingRan;
  return isSound ? ExitCode.conformant : ExitCode.fail;
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
