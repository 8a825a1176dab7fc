import type { CseProcedures } from '../../reference-impl/cse/procedures';

/** A named, deliberate deviation of the reference that the suite must catch: another table of procedures. */
export interface Fault {
  /** Kebab-case, what deviates: `somecast-allows-equal-number`. */
  readonly name: string;
  /** What the faulty reference does, in one sentence. */
  readonly description: string;
  apply(procedures: CseProcedures): CseProcedures;
}
