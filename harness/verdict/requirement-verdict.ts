import type { RequirementRow } from './catalogue';
import type { RequirementResult } from './run-result';
import type { ScenarioResult } from './scenario-result';
import { worstVerdict } from './worst-verdict';

/** What became of each catalogue row: the worst of the scenarios that claim it, or why nobody tested it. */
export function requirementResults(
  rows: readonly RequirementRow[],
  scenarios: readonly ScenarioResult[],
  faultsOf: (scenario: ScenarioResult) => readonly string[] = () => [],
): readonly RequirementResult[] {
  const claims = new Map<string, ScenarioResult[]>();
  for (const scenario of scenarios) {
    for (const id of scenario.requirements) claims.set(id, [...(claims.get(id) ?? []), scenario]);
  }
  return rows.map((row) => {
    const claiming = claims.get(row.id) ?? [];
    return {
      row,
      ...judge(row, claiming),
      scenarios: claiming.map((scenario) => scenario.location),
      faults: [...new Set(claiming.flatMap(faultsOf))],
    };
  });
}

function judge(
  row: RequirementRow,
  claiming: readonly ScenarioResult[],
): Pick<RequirementResult, 'verdict' | 'reason'> {
  const verdict = worstVerdict(claiming.map((scenario) => scenario.verdict));
  if (verdict === undefined) return untested(row);
  const reason = claiming.find((scenario) => scenario.verdict === verdict)?.reason;
  return reason === undefined ? { verdict } : { verdict, reason };
}

/** What cannot be seen is not applicable; what could be seen and was not looked at is not tested. */
function untested(row: RequirementRow): Pick<RequirementResult, 'verdict' | 'reason'> {
  if (row.observable === 'wire')
    return { verdict: 'NOT_TESTED', reason: 'no scenario of this run claims it' };
  return {
    verdict: 'NOT_APPLICABLE',
    reason: row.reason ?? `not observable on the wire (${row.observable})`,
  };
}
