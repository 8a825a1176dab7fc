import type { RunResult } from '../verdict/run-result';
import type { ScenarioResult } from '../verdict/scenario-result';

/** What to type to run one scenario again as it was. */
export function rerunCommand(scenario: ScenarioResult, run: RunResult): string {
  const target = run.target.kind === 'external' ? ` --target ${run.target.file ?? '<target file>'}` : '';
  return `npx flowproof run ${scenario.location}${target} --seed ${run.seed}`;
}
