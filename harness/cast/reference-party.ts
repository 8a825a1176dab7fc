import type { Transmit } from '../../reference-impl/http-outbound';
import type { Clock } from '../../reference-impl/runtime/clock';
import type { Ids } from '../../reference-impl/runtime/ids';
import type { Random } from '../../reference-impl/runtime/random';
import type { FanOutIxit } from '../config/management';
import type { Deviation } from '../faults/deviation';
import type { Endpoint } from '../links/link';
import type { TesterAccount } from './management/account';
import type { FanOutRoots } from './management/stage';

/** A server, gateway or device of the reference in this process. */
export interface ReferenceParty {
  /** SyncML messages at `/dm`, package 0 at `/notification`, triggers at `/trigger`, as far as it takes them. */
  readonly endpoint: Endpoint;
  close(): void;
}

/** What a party stands on when it is deployed. */
export interface PartyGround {
  /** Root of its own address, without trailing slash. */
  readonly address: string;
  readonly account: TesterAccount;
  readonly serialization: 'xml' | 'wbxml';
  readonly roots: FanOutRoots;
  readonly limits: FanOutIxit;
  readonly runtime: { readonly clock: Clock; readonly ids: Ids; readonly random: Random };
  readonly transmit: Transmit;
  readonly deviation: Deviation | undefined;
}
