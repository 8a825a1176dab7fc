import type { Fault } from '../faults/fault';
import type { FaultMatrix } from '../run/fault-matrix';
import { type RequirementProof, requirementsOf } from '../run/requirement-proofs';
import { writeSelftestReport } from './write-selftest-report';

export interface TriedFaults {
  readonly faults: readonly Fault[];
  readonly matrix: FaultMatrix;
  readonly proofs: readonly RequirementProof[];
}

/** The matrix both ways: by fault with its requirements and scenarios, and by requirement with its faults. */
export function writeFaults({ faults, matrix, proofs }: TriedFaults): void {
  const report = {
    faults: faults.map(({ name, description }) => ({
      ...{ name, description, requirements: requirementsOf(matrix.killers.get(name) ?? []) },
      caughtBy: matrix.killers.get(name)?.map(({ location }) => location) ?? [],
      onlyByOthers: matrix.strangers.includes(name),
    })),
    survivors: matrix.survivors,
    requirements: proofs.map(({ row, faults: provenBy }) => ({ id: row.id, level: row.level, provenBy })),
    scenariosWithoutFault: matrix.unproven.map(({ location }) => location),
  };
  writeSelftestReport('faults', report);
}
