import type { Exchange } from '../../links/exchange';
import type { ScenarioResult } from '../../verdict/scenario-result';
import type { PageContext } from './page-context';

/** The exchanges that the page lists in words: the first ones, and every one that a finding points at. */
export function listedExchanges(scenario: ScenarioResult, context: PageContext): readonly Exchange[] {
  const most = context.evidence(scenario).exchanges;
  const marked = markedExchanges(scenario);
  return scenario.exchanges.filter(({ id }, index) => index < most || marked.has(id));
}

/** Numbers of the exchanges that a finding points at. */
export function markedExchanges({ deviation, warnings }: ScenarioResult): ReadonlySet<number> {
  const findings = deviation === undefined ? warnings : [deviation, ...warnings];
  return new Set(findings.flatMap(({ exchange }) => exchange ?? []));
}
