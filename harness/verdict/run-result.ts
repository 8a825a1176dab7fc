import type { RequirementRow } from './catalogue';
import type { ScenarioResult } from './scenario-result';
import type { Verdict } from './verdict';

/** A catalogue row with what became of it in a run. */
export interface RequirementResult {
  readonly row: RequirementRow;
  readonly verdict: Verdict | 'NOT_TESTED';
  /** Why, where no scenario tested it. */
  readonly reason?: string;
  /** Locations of the scenarios that claim it. */
  readonly scenarios: readonly string[];
  /** Names of the faults of the reference that its scenarios catch, as far as known. */
  readonly faults: readonly string[];
}

/** One run: everything a report says is derived from this value. */
export interface RunResult {
  readonly tool: { readonly name: string; readonly version: string };
  readonly target: {
    readonly name: string;
    readonly kind: 'reference' | 'external';
    readonly address?: string;
    /** The target file as it was given on the command line. */
    readonly file?: string;
    readonly link: string;
  };
  readonly seed: number;
  readonly startedAt: string;
  readonly durationMilliseconds: number;
  /** Selectors given on the command line; empty for the whole suite. */
  readonly selectors: readonly string[];
  readonly ics: { readonly [item: string]: boolean };
  readonly scenarios: readonly ScenarioResult[];
  readonly requirements: readonly RequirementResult[];
  readonly counts: { readonly [verdict in Verdict]: number };
  readonly certifiable: boolean;
  /** Why a run is not certifiable. */
  readonly obstacles: readonly string[];
  readonly exitCode: number;
  /** True where the run was cut off and some scenarios never ran. */
  readonly interrupted: boolean;
}
