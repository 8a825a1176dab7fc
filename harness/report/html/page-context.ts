import type { RequirementRow } from '../../verdict/catalogue';
import type { RunResult } from '../../verdict/run-result';
import type { ScenarioResult } from '../../verdict/scenario-result';
import { scenarioAnchors, slug } from './anchors';

/** What the sections of the page look things up in. */
export interface PageContext {
  readonly run: RunResult;
  /** Id of a scenario in the page. */
  anchor(scenario: ScenarioResult): string;
  scenarioAt(location: string): ScenarioResult | undefined;
  requirement(id: string): RequirementRow | undefined;
  /** Longest body shown of one message, most rows of one diagram. */
  evidence(scenario: ScenarioResult): EvidenceLimits;
}

export interface EvidenceLimits {
  readonly body: number;
  readonly rows: number;
  /** Messages listed in full; the rest is counted. */
  readonly messages: number;
}

/** Characters of bodies that all passing scenarios, and all others, may take up in the page. */
const PASSING_BUDGET = 700_000;
const OTHER_BUDGET = 4_000_000;

export function pageContext(run: RunResult): PageContext {
  const anchors = scenarioAnchors(run.scenarios);
  const rows = new Map(run.requirements.map(({ row }) => [row.id, row]));
  const locations = new Map(run.scenarios.map((scenario) => [scenario.location, scenario]));
  const passing = limits(run.scenarios.filter(isUneventful), PASSING_BUDGET, {
    body: 400,
    rows: 40,
    messages: 30,
  });
  const others = limits(
    run.scenarios.filter((each) => !isUneventful(each)),
    OTHER_BUDGET,
    {
      body: 16_000,
      rows: 80,
      messages: 200,
    },
  );
  return {
    run,
    anchor: (scenario) => anchors.get(scenario) ?? '',
    scenarioAt: (location) => locations.get(location),
    requirement: (id) => rows.get(id),
    evidence: (scenario) => (isUneventful(scenario) ? passing : others),
  };
}

/** Nothing about it needs to be read. */
export function isUneventful({ verdict }: ScenarioResult): boolean {
  return verdict === 'PASS' || verdict === 'NOT_APPLICABLE';
}

export function requirementAnchor(id: string): string {
  return `r-${slug(id)}`;
}

function limits(scenarios: readonly ScenarioResult[], budget: number, most: EvidenceLimits): EvidenceLimits {
  const listed = scenarios.reduce((sum, { exchanges }) => sum + Math.min(exchanges.length, most.messages), 0);
  return { ...most, body: Math.min(most.body, Math.floor(budget / Math.max(listed * 2, 1))) };
}
