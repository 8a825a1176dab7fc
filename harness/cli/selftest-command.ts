import { realTime } from '../cast/real-time';
import { FAULTS, faultNamed } from '../faults/faults';
import { clip } from '../report/text/clip';
import { duration, plural } from '../report/text/plural';
import { referenceTarget } from '../run/control-run';
import { type FaultMatrix, firstOfEachOutline, runFaultMatrix } from '../run/fault-matrix';
import { writeKillTable } from '../run/kill-table';
import { planRun } from '../run/plan-run';
import { loadSuite } from '../run/suite';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

export interface SelftestOptions {
  readonly seed: number;
  /** Tries every scenario on every fault instead of those that the fault names. */
  readonly all: boolean;
  /** Writes the kill table that reports read. */
  readonly update: boolean;
}

/** `flowproof selftest`: does the suite catch every fault of the reference, and is every scenario able to fail? */
export async function selftestCommand(
  names: readonly string[],
  options: SelftestOptions,
  terminal: Terminal,
): Promise<number> {
  const startedAt = realTime.now();
  const suite = await loadSuite();
  const reference = referenceTarget(suite);
  const { applicable } = planRun(suite, reference, []);
  const faults = names.length === 0 ? FAULTS : names.map(faultNamed);
  const matrix = await runFaultMatrix({
    suite,
    reference,
    scenarios: applicable,
    faults,
    seed: options.seed,
    full: options.all || options.update,
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
  const isWhole = matrix.missed.length === 0 && matrix.unsound.length === 0;
  const isSound = caught === faults && proven === scenarios && isWhole;
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
  for (const { fault, scenario, why } of matrix.missed) {
    terminal.line(`${paint.bad('✗ says that a scenario catches it')}  ${fault}  but ${why}: ${scenario}`);
  }
  for (const { name, location } of matrix.unproven) {
    terminal.line(`${paint.unsure('○ catches no fault')}  ${name}  ${location}`);
  }
}
