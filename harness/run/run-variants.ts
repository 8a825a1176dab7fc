import { type Bundle, bundlesOf } from '../variants/bundles';
import type { Variant } from '../variants/variant';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { TryVariants } from './try-variants';

/** What came of trying the suite on other conformant references. */
export interface VariantOutcome {
  readonly alarms: readonly FalseAlarm[];
  /** How often each variant did something otherwise, by its name. */
  readonly effects: ReadonlyMap<string, number>;
  /** Scenarios that were run, counted once for each bundle. */
  readonly scenarios: number;
  readonly runs: number;
}

/** A scenario that does not pass although the reference conforms. */
export interface FalseAlarm {
  /** Those under which it fails alone; all that were in force where it takes several of them. */
  readonly variants: readonly string[];
  readonly result: ScenarioResult;
}

export interface VariantRunOptions {
  readonly variants: readonly Variant[];
  readonly tryVariants: TryVariants;
  readonly effectsOf: (variant: string) => number;
}

/** Tries compatible variants together, and each alone where a scenario does not pass. */
export async function runVariants(options: VariantRunOptions): Promise<VariantOutcome> {
  const { variants, tryVariants, effectsOf } = options;
  const before = new Map(variants.map(({ name }) => [name, effectsOf(name)]));
  const bundles = bundlesOf(variants);
  const alarms: FalseAlarm[] = [];
  let scenarios = 0;
  for (const bundle of bundles) {
    const results = await tryVariants(bundle);
    scenarios += results.length;
    alarms.push(...(await alarmsOf(bundle, results, tryVariants)));
  }
  const effects = new Map(variants.map(({ name }) => [name, effectsOf(name) - (before.get(name) ?? 0)]));
  return { alarms, effects, scenarios, runs: bundles.length };
}

async function alarmsOf(
  bundle: Bundle,
  results: readonly ScenarioResult[],
  tryVariants: TryVariants,
): Promise<readonly FalseAlarm[]> {
  const { variants: together } = bundle;
  const failed = results.filter((result) => isAlarm(result, together));
  const culprits = failed.length > 0 && together.length > 1 ? await alone(bundle, failed, tryVariants) : [];
  return failed.map((result) => {
    const named = culprits.filter(({ failing }) => failing.has(result.location));
    return { variants: named.length > 0 ? named.map(({ name }) => name) : together.map(nameOf), result };
  });
}

/** Which of the scenarios fail under each of the variants by itself. */
async function alone(
  { variants, ...bundle }: Bundle,
  failed: readonly ScenarioResult[],
  tryVariants: TryVariants,
): Promise<readonly { readonly name: string; readonly failing: ReadonlySet<string> }[]> {
  const locations = failed.map(({ location }) => location);
  const found: { name: string; failing: ReadonlySet<string> }[] = [];
  for (const variant of variants) {
    const results = await tryVariants({ ...bundle, variants: [variant] }, locations);
    const failing = results.filter((result) => isAlarm(result, [variant])).map(({ location }) => location);
    found.push({ name: variant.name, failing: new Set(failing) });
  }
  return found;
}

/** Anything but a pass; a warning only where it is about the should that a variant does not follow. */
function isAlarm({ verdict, warnings }: ScenarioResult, variants: readonly Variant[]): boolean {
  if (verdict === 'WARN')
    return warnings.length === 0 || !warnings.every(({ actual }) => isWarnedOf(actual, variants));
  return verdict !== 'PASS' && verdict !== 'NOT_APPLICABLE';
}

function isWarnedOf(actual: string, variants: readonly Variant[]): boolean {
  return variants.some(({ warning }) => warning?.test(actual) === true);
}

function nameOf({ name }: Variant): string {
  return name;
}
