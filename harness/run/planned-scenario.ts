import type { ScenarioTags } from '../verdict/scenario-tags';

/** A scenario as the feature files state it, before it runs. An outline gives one per row of its examples. */
export interface PlannedScenario extends ScenarioTags {
  /** `features/group-somecast/somecast-number.feature:12` */
  readonly location: string;
  readonly file: string;
  readonly line: number;
  /** Line of the scenario itself, which an outline's rows share. */
  readonly scenarioLine: number;
  readonly name: string;
  /** The name as it is written: of an outline with its <placeholders>, which its rows share. */
  readonly title: string;
  readonly feature: string;
  readonly tags: readonly string[];
  readonly steps: readonly PlannedStep[];
}

export interface PlannedStep {
  readonly keyword: string;
  readonly text: string;
}
