import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Cse } from '../../reference-impl/cse/cse';
import type { FanOutRequest, IdentifiedFanOutRequest } from '../../reference-impl/cse/group/fan-out-request';
import type { CseProcedures } from '../../reference-impl/cse/procedures';

type Change = (procedures: CseProcedures) => CseProcedures;

/** A reference that accepts another request than the one that came. */
export function acceptingAnother(
  change: (fanOut: IdentifiedFanOutRequest, cse: Cse) => IdentifiedFanOutRequest,
): Change {
  return (procedures) => ({
    ...procedures,
    acceptGroupRequest: (cse, fanOut) => procedures.acceptGroupRequest(cse, change(fanOut, cse)),
  });
}

/** A reference that says something else where it accepts; refusals stay as they are. */
export function answeringOtherwise(change: (acceptance: ResponsePrimitive) => ResponsePrimitive): Change {
  return (procedures) => ({
    ...procedures,
    async acceptGroupRequest(cse, fanOut) {
      const answer = await procedures.acceptGroupRequest(cse, fanOut);
      return answer.content?.kind === 'uri' ? change(answer) : answer;
    },
  });
}

/** The same request, answered when it has been carried out. */
export function asBlocking(fanOut: FanOutRequest): FanOutRequest {
  const { responseType: _later, ...request } = fanOut.request;
  return { ...fanOut, request };
}
