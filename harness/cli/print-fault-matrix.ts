import { clip } from '../report/text/clip';
import { duration, plural } from '../report/text/plural';
import type { FaultMatrix } from '../run/fault-matrix';
import type { PlannedScenario } from '../run/planned-scenario';
import { type RequirementProof, unprovenMusts } from '../run/requirement-proofs';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';

interface MatrixSize {
  readonly scenarios: number;
  readonly seed: number;
  readonly elapsed: number;
}

export function printOutcome(
  matrix: FaultMatrix,
  { scenarios, seed, elapsed }: MatrixSize,
  terminal: Terminal,
): number {
  const { paint } = terminal;
  const faults = matrix.killers.size;
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

/** The fault, a requirement that caught it, and by which scenario. */
export function faultLine(fault: string, caughtBy: readonly PlannedScenario[], terminal: Terminal): string {
  const [first] = caughtBy;
  if (first === undefined) return `${terminal.paint.bad('✗')} ${fault.padEnd(48)} survives`;
  const others = caughtBy.length > 1 ? ` and ${caughtBy.length - 1} more` : '';
  const requirement = (first.requirements[0] ?? '').padEnd(13);
  return `${terminal.paint.good('✓')} ${fault.padEnd(48)} ${requirement} ${clip(first.name, 70)}${others}`;
}

export function printGaps(matrix: FaultMatrix, terminal: Terminal): void {
  const { paint } = terminal;
  for (const { name, location, verdict, reason, deviation } of matrix.unsound) {
    const why = reason ?? deviation?.actual ?? '';
    terminal.line(
      `${paint.bad('✗ does not pass on the reference')}  ${name}  ${location}  ${verdict} ${clip(why, 160)}`,
    );
  }
  for (const { fault, scenario } of matrix.missed) {
    terminal.line(`${paint.bad('✗ passes under a fault that names it')}  ${scenario}  ${fault}`);
  }
  for (const fault of matrix.strangers) {
    const first = matrix.killers.get(fault)?.[0]?.name ?? '';
    terminal.line(
      `${paint.bad('✗ caught only by scenarios that it does not name')}  ${fault}  ${clip(first, 100)}`,
    );
  }
  for (const { name, location } of matrix.unproven) {
    terminal.line(`${paint.unsure('○ catches no fault')}  ${name}  ${location}`);
  }
}

/** The matrix by requirement: what is demanded and proven, and what is demanded and only tested. */
export function printProofs(proofs: readonly RequirementProof[], terminal: Terminal): void {
  const unproven = unprovenMusts(proofs);
  for (const { id, text } of unproven) {
    terminal.line(`${terminal.paint.unsure('○ unproven')}  ${id}  ${clip(text, 120)}`);
  }
  const musts = proofs.filter(({ row }) => row.level === 'must').length;
  terminal.line();
  terminal.line(
    `${musts - unproven.length} of ${plural(musts, 'tested must')} proven: reports/selftest/faults.json`,
  );
}
