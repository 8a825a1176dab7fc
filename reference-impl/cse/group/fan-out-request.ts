import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { Resource } from '../resource';

/** A request to a fan-out point, with what it was resolved to. */
export interface FanOutRequest {
  readonly request: RequestPrimitive;
  readonly group: Resource;
  /** What follows `/fopt`, without leading slash; empty where nothing follows. */
  readonly suffix: string;
}

/** A fan-out request that carries its group request identifier. */
export interface IdentifiedFanOutRequest extends FanOutRequest {
  readonly groupRequestIdentifier: string;
}
