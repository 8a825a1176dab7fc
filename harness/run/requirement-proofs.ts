import type { RequirementRow } from '../verdict/catalogue';
import type { PlannedScenario } from './planned-scenario';

/** A requirement that scenarios test, with the faults that prove that they can fail. */
export interface RequirementProof {
  readonly row: RequirementRow;
  readonly faults: readonly string[];
}

/** The scenarios that caught each fault. */
type Killers = ReadonlyMap<string, readonly PlannedScenario[]>;

/** The fault matrix read by requirement: those that these scenarios claim, in the order of the catalogue. */
export function requirementProofs(
  rows: readonly RequirementRow[],
  scenarios: readonly PlannedScenario[],
  killers: Killers,
): readonly RequirementProof[] {
  const claimed = new Set(requirementsOf(scenarios));
  const faults = new Map<string, Set<string>>();
  for (const [fault, caughtBy] of killers) {
    for (const id of requirementsOf(caughtBy)) faults.set(id, (faults.get(id) ?? new Set()).add(fault));
  }
  return rows
    .filter(({ id }) => claimed.has(id))
    .map((row) => ({ row, faults: [...(faults.get(row.id) ?? [])] }));
}

/** What the scenarios that caught a fault are about, each once. */
export function requirementsOf(scenarios: readonly PlannedScenario[]): readonly string[] {
  return [...new Set(scenarios.flatMap(({ requirements }) => requirements))];
}

/** What is demanded, tested, and proven by no fault. */
export function unprovenMusts(proofs: readonly RequirementProof[]): readonly RequirementRow[] {
  return proofs
    .filter(({ row, faults }) => row.level === 'must' && faults.length === 0)
    .map(({ row }) => row);
}
