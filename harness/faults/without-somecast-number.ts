import type { FanOutRequest } from '../../reference-impl/cse/group/fan-out-request';

/** The same request to whom it may concern: all members, or the named ones. */
export function withoutSomecastNumber(fanOut: FanOutRequest): FanOutRequest {
  const { groupSomecastTargetNumber: _number, ...request } = fanOut.request;
  return { ...fanOut, request };
}
