import type { Deviation } from './deviation';

/** What answers messages in front of a role: standard Request in, Response out. */
export type Endpoint = (request: Request) => Promise<Response>;

/**
 * A named, deliberate deviation of the reference that the suite must catch: another table of procedures, or, where it
 * lies in front of the procedures (decoding, encoding), another endpoint. It knows the tables, never their inside.
 */
export interface Fault extends Deviation {
  /** Kebab-case, what deviates: `somecast-allows-equal-number`. */
  readonly name: string;
  /** What the faulty reference does, in one sentence. */
  readonly description: string;
  /** Names of the scenarios that fail under it, as in the feature file; of an outline at least one example. */
  readonly catches: readonly string[];
}
