import { realTime } from '../cast/real-time';
import { ConfigError } from '../config/config-error';
import { didYouMean } from '../config/nearest';
import type { Target } from '../config/target';
import { clip } from '../report/text/clip';
import { duration, plural } from '../report/text/plural';
import { runVariants, type VariantOutcome } from '../run/run-variants';
import type { Suite } from '../run/suite';
import { tryVariantsOnReference } from '../run/try-variants';
import { effectsOf } from '../variants/effects';
import type { Variant } from '../variants/variant';
import { VARIANTS, variantNamed } from '../variants/variants';
import { ExitCode } from '../verdict/exit-code';
import type { Terminal } from './terminal';
import { writeSelftestReport } from './write-selftest-report';

/** More than that help nobody; all of them are in the report. */
const MOST_ALARMS_SHOWN = 20;

export interface SelftestGround {
  readonly suite: Suite;
  readonly reference: Target;
  readonly seed: number;
}

/** The part of `flowproof selftest` about false alarms: does every scenario pass on other conformant references? */
export async function selftestVariants(
  names: readonly string[],
  { suite, reference, seed }: SelftestGround,
  terminal: Terminal,
): Promise<number> {
  const startedAt = realTime.now();
  const variants = names.length === 0 ? VARIANTS : names.map(chosenVariant);
  const outcome = await runVariants({
    variants,
    tryVariants: tryVariantsOnReference(suite, reference, seed),
    effectsOf,
  });
  for (const variant of variants) terminal.line(variantLine(variant, outcome, terminal));
  printAlarms(outcome, terminal);
  if (names.length === 0) writeVariants(variants, outcome);
  const idle = variants.filter(({ name }) => outcome.effects.get(name) === 0);
  const isSound = outcome.alarms.length === 0 && idle.length === 0;
  const alarms = outcome.alarms.length === 0 ? 'no FAIL' : plural(outcome.alarms.length, 'false alarm');
  const without = idle.length === 0 ? '' : `, ${idle.length} without effect`;
  const { good, bad } = terminal.paint;
  terminal.line();
  terminal.line(
    `${(isSound ? good : bad)(`variants: ${variants.length}, ${alarms}${without}`)} ` +
      `(${plural(outcome.scenarios, 'scenario')} in ${plural(outcome.runs, 'run')}, ${duration(realTime.now() - startedAt)})`,
  );
  return isSound ? ExitCode.conformant : ExitCode.fail;
}

function chosenVariant(name: string): Variant {
  const names = VARIANTS.map((variant) => variant.name);
  if (names.includes(name)) return variantNamed(name);
  const advice = didYouMean(name, names) ?? 'flowproof selftest --variants-only lists all variants';
  const problem = { where: name, path: '', message: 'no variant of the reference has this name', advice };
  throw new ConfigError('The variant is unknown', [problem]);
}

function variantLine({ name, description }: Variant, outcome: VariantOutcome, terminal: Terminal): string {
  const { good, bad } = terminal.paint;
  const alarms = outcome.alarms.filter(({ variants }) => variants.includes(name)).length;
  if (alarms > 0) return `${bad('✗')} ${name.padEnd(48)} ${plural(alarms, 'false alarm')}`;
  if (outcome.effects.get(name) === 0) return `${bad('✗')} ${name.padEnd(48)} never took effect`;
  return `${good('✓')} ${name.padEnd(48)} ${clip(description, 90)}`;
}

function printAlarms({ alarms }: VariantOutcome, terminal: Terminal): void {
  for (const { variants, result } of alarms.slice(0, MOST_ALARMS_SHOWN)) {
    const { name, location, verdict, reason, deviation, warnings } = result;
    const why = reason ?? deviation?.actual ?? warnings[0]?.actual ?? '';
    terminal.line(
      `${terminal.paint.bad('✗ false alarm')}  ${name}  ${location}  ${verdict} ${clip(why, 200)}  under ${clip(variants.join(', '), 200)}`,
    );
  }
  const more = alarms.length - MOST_ALARMS_SHOWN;
  if (more > 0) terminal.line(`and ${plural(more, 'more false alarm')}: reports/selftest/variants.json`);
}

/** Beside what the other parts of a run write; for people and for CI. */
function writeVariants(variants: readonly Variant[], { alarms, effects }: VariantOutcome): void {
  const rows = variants.map(({ name, description, allowedBy, party }) => ({
    ...{ name, description, allowedBy, party, applied: effects.get(name) ?? 0 },
    falseAlarms: alarms.filter((alarm) => alarm.variants.includes(name)).map(({ result }) => result.location),
  }));
  writeSelftestReport('variants', rows);
}
