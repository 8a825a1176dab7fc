import type { Target } from '../config/target';
import type { KnownFailure } from '../verdict/apply-known-failures';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { PlannedScenario } from './planned-scenario';
import type { Suite } from './suite';

export interface RunOptions {
  readonly target: Target;
  /** Requirement identifiers, tags, document keys, files or `file:line`; none for everything. */
  readonly selectors: readonly string[];
  readonly seed: number;
  /** Read before the run where absent. */
  readonly suite?: Suite;
  /** Deploys the reference with a named fault. */
  readonly fault?: string;
  /** Where the message stream is written. */
  readonly messagesFile?: string;
  /** Results of an earlier part of the same run, which are taken over. */
  readonly earlier?: readonly ScenarioResult[];
  readonly knownFailures?: readonly KnownFailure[];
  readonly faultsOf?: (scenario: ScenarioResult) => readonly string[];
  readonly onStart?: (scenario: PlannedScenario) => void;
  readonly onScenario?: (result: ScenarioResult) => void;
  /** Ends the run after the scenario that is under way. */
  readonly signal?: AbortSignal;
}
