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
  /** Characters shown of one message, headers and body. */
  readonly text: number;
  /** Rows of one diagram. */
  readonly rows: number;
  /** Exchanges listed; the rest is counted. */
  readonly exchanges: number;
}

/** What scenarios of one kind may take up in the page together, so that it opens at once however many there are. */
interface Budget {
  readonly text: number;
  readonly exchanges: number;
  readonly most: EvidenceLimits;
}

const PASSING: Budget = { text: 500_000, exchanges: 2_700, most: { text: 1_200, rows: 60, exchanges: 30 } };
const OTHERS: Budget = {
  text: 8_000_000,
  exchanges: 20_000,
  most: { text: 16_000, rows: 80, exchanges: 200 },
};

export function pageContext(run: RunResult): PageContext {
  const anchors = scenarioAnchors(run.scenarios);
  const rows = new Map(run.requirements.map(({ row }) => [row.id, row]));
  const locations = new Map(run.scenarios.map((scenario) => [scenario.location, scenario]));
  const passing = limits(run.scenarios.filter(isUneventful), PASSING);
  const others = limits(
    run.scenarios.filter((scenario) => !isUneventful(scenario)),
    OTHERS,
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

function limits(scenarios: readonly ScenarioResult[], { text, exchanges, most }: Budget): EvidenceLimits {
  const share = Math.floor(exchanges / Math.max(scenarios.length, 1));
  const listed = Math.min(most.exchanges, Math.max(share, 2));
  const messages = scenarios.reduce(
    (sum, scenario) => sum + 2 * Math.min(scenario.exchanges.length, listed),
    0,
  );
  return {
    text: Math.min(most.text, Math.floor(text / Math.max(messages, 1))),
    rows: Math.min(most.rows, 3 * listed),
    exchanges: listed,
  };
}
