import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Clock } from '../runtime/clock';
import type { Ids } from '../runtime/ids';
import type { Random } from '../runtime/random';

/** What an application needs of its surroundings. */
export interface AePorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly outbound: {
    /** Resolves to the answer, or to `undefined` where nothing can be reached or no sense is made of the answer. */
    send(pointOfAccess: string, request: RequestPrimitive): Promise<ResponsePrimitive | undefined>;
  };
}
