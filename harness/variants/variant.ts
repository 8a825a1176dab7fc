import type { Clock } from '../../reference-impl/runtime/clock';
import type { Deviation } from '../faults/deviation';
import type { PartyName } from './parties';

/**
 * A named conformant deviation of the reference: another choice that the document leaves free. No scenario may fail
 * under it. It is made of the same tables as a fault, from outside of the roles.
 */
export interface Variant {
  /** Kebab-case, what is otherwise: `members-in-reverse-order`. */
  readonly name: string;
  /** What the reference does otherwise, in one sentence. */
  readonly description: string;
  /** The clause or the reading that leaves it free. */
  readonly allowedBy: string;
  readonly party: PartyName;
  /** Keys of the documents whose scenarios it has to pass, where it is not free in all of those of the party. */
  readonly documents?: readonly string[];
  /** Variants of one choice exclude each other: they are never in force together. */
  readonly choice?: string;
  /** What is warned of, where a should is not followed. */
  readonly warning?: RegExp;
  /** What the reference declares then. */
  readonly ics?: { readonly [item: string]: boolean };
  /** Called once per deployment; what it remembers belongs to that deployment. */
  otherwise(ground: VariantGround): Deviation;
}

export interface VariantGround {
  readonly clock: Clock;
  /** To be called each time something is done otherwise: a variant that never takes effect proves nothing. */
  took(): void;
}
