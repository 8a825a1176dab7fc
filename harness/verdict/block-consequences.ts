import type { ScenarioResult } from './scenario-result';

/**
 * Where several scenarios could not start for the same cause, the first stays INCONCLUSIVE and names it; the others
 * become BLOCKED by it. Quoted names and paths differ between scenarios and do not separate causes.
 * @see docs/understand-a-failure.md
 */
export function blockConsequences(scenarios: readonly ScenarioResult[]): readonly ScenarioResult[] {
  const first = new Map<string, ScenarioResult>();
  return scenarios.map((scenario) => {
    if (scenario.verdict !== 'INCONCLUSIVE') return scenario;
    const cause = causeOf(scenario);
    const root = first.get(cause);
    if (root !== undefined) return blockedBy(root, scenario);
    first.set(cause, scenario);
    return scenario;
  });
}

function causeOf({ reason = '', failedStep = '' }: ScenarioResult): string {
  const words = reason === '' ? failedStep : reason;
  return words.replace(/"[^"]*"/g, '""').replace(/\/\S+/g, '/');
}

function blockedBy(root: ScenarioResult, scenario: ScenarioResult): ScenarioResult {
  const { deviation: _sameAsRoot, ...rest } = scenario;
  return {
    ...rest,
    verdict: 'BLOCKED',
    reason: `same cause as ${root.location}: ${root.reason ?? 'see there'}`,
  };
}
