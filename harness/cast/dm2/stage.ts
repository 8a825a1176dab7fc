import type { DM2Trigger } from '../../../protocol/model/dm2-trigger';
import type { DM2Role } from '../../config/dm2';
import type { Endpoint } from '../../links/link';
import type { Stage } from '../stage';
import type { DM2Account, DM2Nodes } from './account';
import type { TesterPlace } from './places';
import type { WrongCertificate } from './tester-certificates';

/** A stage on which a server, a client or a push service of DM 2.0 is put to the test. */
export interface DM2Stage extends Stage {
  readonly kind: 'dm2';
  readonly role: DM2Role;
  readonly account: DM2Account;
  /** A second device of the server, with credentials of its own. */
  readonly otherAccount?: DM2Account;
  readonly nodes: DM2Nodes;
  readonly addresses: DM2Addresses;
  /** With which a server comes to the push service. */
  readonly pushCredentials?: { readonly user: string; readonly password: string };
  /** Has this tester answer at its place, which the target has known since before the scenario. */
  serve(place: TesterPlace, endpoint: Endpoint): void;
  /** The DM Server shows a certificate that is not to be accepted; absent where testers speak no TLS. */
  showWrongCertificate?(certificate: WrongCertificate): Promise<void>;
  /** Resolves once the trigger is taken; throws Inconclusive where the target cannot be told. */
  tell(trigger: DM2Trigger): Promise<void>;
}

/** Where everybody is, be it the target or a tester. Roots are without trailing slash. */
export interface DM2Addresses {
  /** Takes package 1. */
  readonly server: string;
  /** Root of the same server at another port, to which CONT leads. */
  readonly elsewhere: string;
  readonly repository: string;
  /** Root of a listener that no client and no push service may speak to. */
  readonly forbidden: string;
  /** Root of an allowed address where nobody listens. */
  readonly unreachable: string;
  /** Root of the repository at an allowed port without TLS, where the others have it. */
  readonly plain?: string;
  /** Takes notifications. */
  readonly notification: string;
  /** Takes push requests. */
  readonly push: string;
  readonly inspection?: string;
}
