import type { Transmit } from '../../reference-impl/http-outbound';
import type { Clock } from '../../reference-impl/runtime/clock';
import type { Ids } from '../../reference-impl/runtime/ids';
import type { Random } from '../../reference-impl/runtime/random';
import type { DM2Ixit, DM2Management } from '../config/dm2';
import type { Deviation } from '../faults/deviation';
import type { Endpoint } from '../links/link';
import type { DM2Addresses } from './dm2/stage';

/** A server, client or push service of the reference in this process. */
export interface DM2Party {
  readonly endpoint: Endpoint;
  close(): void;
}

/** What a party stands on when it is deployed. */
export interface DM2Ground {
  /** Root of its own address, without trailing slash. */
  readonly address: string;
  readonly dm2: DM2Management;
  /** Of all the others. */
  readonly addresses: DM2Addresses;
  readonly limits: DM2Ixit;
  readonly runtime: { readonly clock: Clock; readonly ids: Ids; readonly random: Random };
  readonly transmit: Transmit;
  readonly deviation: Deviation | undefined;
}
