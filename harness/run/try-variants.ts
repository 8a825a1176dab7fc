import { documentNamed } from '../config/documents';
import type { Target } from '../config/target';
import type { Bundle } from '../variants/bundles';
import { PARTIES } from '../variants/parties';
import type { Variant } from '../variants/variant';
import type { ScenarioResult } from '../verdict/scenario-result';
import { ResultCollector } from './collect-results';
import { runScenarios } from './cucumber';
import { firstOfEachOutline } from './fault-matrix';
import { planRun } from './plan-run';
import type { Suite } from './suite';

/** Runs the scenarios that concern a bundle on the reference with its variants; where `only` is given, those there. */
export type TryVariants = (bundle: Bundle, only?: readonly string[]) => Promise<readonly ScenarioResult[]>;

export function tryVariantsOnReference(suite: Suite, reference: Target, seed: number): TryVariants {
  return async ({ document, variants, isAlternative }, only) => {
    const target = declaring(reference, variants);
    const { applicable } = planRun(suite, target, []);
    const folder = `${documentNamed(document)?.folder}/`;
    const concerned = applicable.filter(({ file }) => file.startsWith(folder));
    const tried = isAlternative ? firstOfEachOutline(concerned) : concerned;
    const results: ScenarioResult[] = [];
    const collector = new ResultCollector((result) => results.push(result));
    await runScenarios({
      steps: await suite.steps(),
      scenarios: tried.filter(({ location }) => only?.includes(location) ?? true),
      parameters: { target, seed, run: 'selftest', variants: variants.map(({ name }) => name) },
      onMessage: (message) => collector.take(message),
    });
    return results;
  };
}

/** The reference in the roles of the variants only, declaring what it is with them. */
function declaring(reference: Target, variants: readonly Variant[]): Target {
  const roles = variants.flatMap(({ party }) => PARTIES[party].roles);
  const ics = { ...reference.ics };
  for (const variant of variants) Object.assign(ics, variant.ics);
  return { ...reference, ics, roles: reference.roles.filter((role) => roles.includes(role)) };
}
