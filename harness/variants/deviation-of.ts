import type { Clock } from '../../reference-impl/runtime/clock';
import type { Deviation } from '../faults/deviation';
import { faultNamed } from '../faults/faults';
import type { WorldParameters } from '../run/world-parameters';
import { combinedDeviation } from './combined-deviation';
import { noteEffect } from './effects';
import { variantNamed } from './variants';

/** What is otherwise in a deployment of the reference: a fault, variants, or nothing. */
export function deviationOf(
  { fault, variants }: Pick<WorldParameters, 'fault' | 'variants'>,
  clock: Clock,
): Deviation | undefined {
  if (fault !== undefined) return faultNamed(fault);
  if (variants === undefined) return undefined;
  return combinedDeviation(
    variants.map((name) => variantNamed(name).otherwise({ clock, took: () => noteEffect(name) })),
  );
}
