import type { RunResult } from '../verdict/run-result';
import type { ScenarioResult } from '../verdict/scenario-result';

/** What to type to run one scenario again as it was, or the story that breaks a law. */
export function rerunCommand(scenario: ScenarioResult, run: RunResult): string {
  const target = run.target.kind === 'external' ? ` --target ${run.target.file ?? '<target file>'}` : '';
  const { law } = scenario;
  if (law !== undefined) {
    const path = law.path === undefined ? '' : ` --path ${law.path}`;
    return `npx flowproof run --properties ${law.name}${target} --runs ${law.runs} --seed ${run.seed}${path}`;
  }
  return `npx flowproof run ${scenario.location}${target} --seed ${run.seed}`;
}
