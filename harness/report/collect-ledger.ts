import type { RunResult } from '../verdict/run-result';
import type { ScenarioResult } from '../verdict/scenario-result';

/** A reading that the target chose, with the scenarios that showed it. */
export interface LedgerLine {
  readonly ambiguity: string;
  readonly reading: string;
  readonly scenarios: readonly ScenarioResult[];
}

/** One line per ambiguity and reading: a target that reads a document in two ways has two. */
export function collectLedger(run: RunResult): readonly LedgerLine[] {
  const lines = new Map<string, LedgerLine>();
  for (const scenario of run.scenarios) {
    for (const { ambiguity, reading } of scenario.ledger) {
      const key = JSON.stringify([ambiguity, reading]);
      const known = lines.get(key)?.scenarios ?? [];
      const scenarios = known.includes(scenario) ? known : [...known, scenario];
      lines.set(key, { ambiguity, reading, scenarios });
    }
  }
  return [...lines.values()].sort(byAmbiguity);
}

function byAmbiguity(one: LedgerLine, other: LedgerLine): number {
  if (one.ambiguity === other.ambiguity) return one.reading < other.reading ? -1 : 1;
  return one.ambiguity < other.ambiguity ? -1 : 1;
}
