import { DM2_VARIANTS } from './dm2-variants';
import { DM2_WIRE_VARIANTS } from './dm2-wire-variants';
import { FAN_OUT_VARIANTS } from './fan-out-variants';
import { GROUP_VARIANTS } from './group-variants';
import { INTERACTIVE_VARIANTS } from './interactive-variants';
import { ONEM2M_WIRE_VARIANTS } from './onem2m-wire-variants';
import { SESSION_APPLICATION_VARIANTS } from './session-application-variants';
import { SESSION_VARIANTS } from './session-variants';
import { SYNCML_SESSION_VARIANTS } from './syncml-session-variants';
import type { Variant } from './variant';

/** Every conformant variant of the reference, by the theme it belongs to. */
export const VARIANTS: readonly Variant[] = [
  ...ONEM2M_WIRE_VARIANTS,
  ...GROUP_VARIANTS,
  ...INTERACTIVE_VARIANTS,

  ...SESSION_VARIANTS,
  ...SESSION_APPLICATION_VARIANTS,

  ...SYNCML_SESSION_VARIANTS,
  ...FAN_OUT_VARIANTS,

  ...DM2_WIRE_VARIANTS,
  ...DM2_VARIANTS,
];

const BY_NAME: ReadonlyMap<string, Variant> = new Map(VARIANTS.map((variant) => [variant.name, variant]));

/** Throws where no variant has that name. */
export function variantNamed(name: string): Variant {
  const variant = BY_NAME.get(name);
  if (variant === undefined)
    throw new Error(`No variant is called "${name}"; flowproof selftest --variants-only lists them.`);
  return variant;
}
