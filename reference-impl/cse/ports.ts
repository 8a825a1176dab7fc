import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Clock } from '../runtime/clock';
import type { Ids } from '../runtime/ids';
import type { Random } from '../runtime/random';
import type { RecordStore } from '../store/record-store';
import type { ResourceStore } from '../store/resource-store';

/** Carries a request to a point of access. Knows nothing of resources. */
export interface Outbound {
  /** Resolves to the answer, or to `undefined` where nothing can be reached or no sense is made of the answer. */
  send(pointOfAccess: string, request: RequestPrimitive): Promise<ResponsePrimitive | undefined>;
}

/** Wakes what is offline, by whatever means the network beneath has. Knows nothing of requests. @see IGO 1 */
export interface Trigger {
  /** Resolves once the CSE can be reached; never, or with an error, where it cannot be woken. */
  wake(cseID: string): Promise<void>;
}

export interface CsePorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly outbound: Outbound;
  /** Resources of an earlier life, and of this one; where it is absent, they are kept in memory. */
  readonly store?: ResourceStore;
  /** What the CSE has promised and not yet done; where it is absent, a restart forgets it. */
  readonly records?: RecordStore;
  readonly trigger?: Trigger;
}
