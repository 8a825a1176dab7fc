import type { Target } from '../config/target';
import type { Exchange } from '../links/exchange';
import type { Link } from '../links/link';
import type { ApplicationOnStage } from './application';
import type { TestTime } from './test-time';

/**
 * Where one scenario plays: the target, time, and links under the wiretap. A stage does not know what is played on it.
 */
export interface Stage {
  readonly target: Target;
  readonly time: TestTime;
  /** A link whose traffic is recorded under this actor's name. */
  linkOf(actor: string): Link;
  /** All exchanges so far, in the order they began. */
  exchanges(): readonly Exchange[];
  /** A name that no other scenario, run or user of the target has. */
  unique(prefix: string): string;
  /** True where the target vanishes with the scenario, so that nothing needs to be removed from it. */
  readonly disposable: boolean;
  close(): Promise<void>;
}

/** The CSE of a scenario as it is addressed: the target, or what the tester plays for an application under test. */
export interface CseAddress {
  /** Point of access, without trailing slash. */
  readonly url: string;
  readonly cseID: string;
  readonly resourceName: string;
  readonly adminOriginator: string;
  readonly releaseVersion: string;
}

/** A stage on which a CSE is put to the test, or an application beside a CSE that the tester plays. */
export interface CseStage extends Stage {
  readonly kind: 'cse';
  readonly cse: CseAddress;
  /** Present where the target is put to the test as an application. */
  readonly application?: ApplicationOnStage;
}
