import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Clock } from '../runtime/clock';
import type { Ids } from '../runtime/ids';
import type { Random } from '../runtime/random';

/** Carries a request to a point of access. Knows nothing of resources. */
export interface Outbound {
  /** Resolves to the answer, or to `undefined` where nothing can be reached or no sense is made of the answer. */
  send(pointOfAccess: string, request: RequestPrimitive): Promise<ResponsePrimitive | undefined>;
}

export interface CsePorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly outbound: Outbound;
}
