import type { RequirementRow } from './catalogue';
import { describeDeviation } from './classify';
import type { ScenarioResult } from './scenario-result';

/**
 * A SHOULD that is not followed is a warning: a FAIL of a scenario that claims nothing stronger becomes WARN.
 * @see docs/understand-a-failure.md
 */
export function applyLevels(
  results: readonly ScenarioResult[],
  catalogue: readonly RequirementRow[],
): readonly ScenarioResult[] {
  const levels = new Map(catalogue.map((row) => [row.id, row.level]));
  return results.map((result) => {
    const claimed = result.requirements.map((id) => levels.get(id));
    const onlyAdvice = claimed.length > 0 && claimed.every((level) => level === 'should');
    if (result.verdict !== 'FAIL' || !onlyAdvice || result.deviation === undefined) return result;
    const warnings = [...result.warnings, result.deviation];
    return { ...result, verdict: 'WARN', reason: describeDeviation(result.deviation), warnings };
  });
}
