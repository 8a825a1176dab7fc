import type { DeviationDetail } from '../verdict/deviation';
import type { ScenarioResult } from '../verdict/scenario-result';
import { VERDICTS, type Verdict } from '../verdict/verdict';

/** One thing that went wrong, with every scenario that shows it. */
export interface Cause {
  readonly verdict: Verdict;
  readonly detail?: DeviationDetail;
  readonly reason?: string;
  readonly scenarios: readonly ScenarioResult[];
}

const NO_CAUSE: ReadonlySet<Verdict> = new Set(['PASS', 'NOT_APPLICABLE']);

/**
 * Groups what did not pass by what was seen, worst verdict first and then by number of scenarios. Names in quotation
 * marks and paths differ from scenario to scenario and do not separate causes; codes and words do. A failure that is
 * known belongs to the reason it is known for, what is BLOCKED to the scenario that its reason names.
 */
export function groupCauses(scenarios: readonly ScenarioResult[]): readonly Cause[] {
  const groups = new Map<string, Cause>();
  for (const scenario of scenarios) {
    if (NO_CAUSE.has(scenario.verdict)) continue;
    const cause = causeOf(scenario);
    const key = keyOf(rootOf(scenario, scenarios) ?? cause);
    const known = groups.get(key);
    groups.set(key, known === undefined ? cause : { ...known, scenarios: [...known.scenarios, scenario] });
  }
  return [...groups.values()].sort(
    (one, other) =>
      VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict) ||
      other.scenarios.length - one.scenarios.length,
  );
}

function causeOf(scenario: ScenarioResult): Cause {
  const { verdict, reason } = scenario;
  const detail = scenario.deviation ?? scenario.warnings[0];
  return {
    verdict,
    ...(detail === undefined ? {} : { detail }),
    ...(reason === undefined ? {} : { reason }),
    scenarios: [scenario],
  };
}

function rootOf(
  { verdict, reason = '' }: ScenarioResult,
  scenarios: readonly ScenarioResult[],
): Cause | undefined {
  if (verdict !== 'BLOCKED') return undefined;
  const root = scenarios.find(({ location }) => reason.startsWith(`same cause as ${location}:`));
  return root === undefined ? undefined : causeOf(root);
}

function keyOf({ verdict, detail, reason }: Cause): string {
  if (verdict === 'EXPECTED_FAIL' && reason !== undefined) return JSON.stringify([verdict, reason]);
  const seen = detail === undefined ? [reason ?? ''] : [detail.what, detail.expected, detail.actual];
  return JSON.stringify([verdict, ...seen.map(withoutNames)]);
}

function withoutNames(text: string): string {
  return text.replace(/"[^"]*"/g, '""').replace(/\S+/g, (word) => (word.includes('/') ? '/' : word));
}
