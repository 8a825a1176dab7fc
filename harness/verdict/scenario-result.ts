import type { Exchange } from '../links/exchange';
import type { DeviationDetail } from './deviation';
import type { Verdict } from './verdict';

/** Media type of the attachment by which a scenario hands its evidence to the message stream. */
export const EVIDENCE_MEDIA_TYPE = 'application/vnd.flowproof.evidence+json';

/** Where a document allows two readings: which one the target chose in this scenario. */
export interface LedgerEntry {
  /** Row of the ambiguities (`X-SOM-26`), or the requirement whose standard allows more than one way. */
  readonly ambiguity: string;
  readonly reading: string;
}

/** What the After hook attaches, once per scenario. */
export interface Evidence {
  readonly verdict: Verdict;
  /** Why, for every verdict but PASS and FAIL, in one sentence. */
  readonly reason?: string;
  readonly deviation?: DeviationDetail;
  /** Text of the step that deviated. */
  readonly failedStep?: string;
  readonly warnings: readonly DeviationDetail[];
  readonly ledger: readonly LedgerEntry[];
  readonly exchanges: readonly Exchange[];
  /** How many exchanges had begun when each step began, in the order of the steps that were begun. */
  readonly exchangesBeforeStep?: readonly number[];
}

export interface StepResult {
  readonly keyword: string;
  readonly text: string;
  readonly status: 'passed' | 'failed' | 'skipped' | 'undefined' | 'ambiguous' | 'pending';
  /** Number of the first exchange that began in this step, where one did. */
  readonly firstExchange?: number;
}

export interface ScenarioResult extends Evidence {
  /** `features/group-somecast/somecast-number.feature:12` */
  readonly location: string;
  readonly name: string;
  readonly feature: string;
  readonly tags: readonly string[];
  /** Requirement ids among the tags. */
  readonly requirements: readonly string[];
  readonly steps: readonly StepResult[];
  readonly durationMilliseconds: number;
  /** For a FAIL: what the reference did when the scenario was replayed on it. */
  readonly control?: 'passes' | 'fails' | 'not-run';
  /** Present where this is a law that was tried in many stories; the rest tells of one of them. */
  readonly law?: TriedLaw;
}

/** How a law was tried. */
export interface TriedLaw {
  readonly name: string;
  /** Stories that were asked for. */
  readonly runs: number;
  /** Stories that were played until the law was known to hold or to be broken. */
  readonly played: number;
  /** Where it is broken: what leads to the story that shows it, with the same seed. */
  readonly path?: string;
  /** That story as a scenario, which can stand in a feature file. */
  readonly scenario?: string;
  /** Whether no shorter one breaks it; false where the search had to end before. */
  readonly isSmallest?: boolean;
}
