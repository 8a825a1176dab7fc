import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResponseTypeValue } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { IdentifiedFanOutRequest } from '../group/fan-out-request';
import { refused, respond } from '../response';
import { beginOutstanding, later } from './outstanding';
import { addressOfRequest } from './request-resource';

/** The acceptance goes out first; nothing that follows from it may overtake it. */
const HEAD_START = 10;

/**
 * Accepts a group request that was found to be in order, and tells where its results will be. What follows begins only
 * after the answer. @see IGO 2.2 step 2, TS-0004 7.3.2.3
 */
export async function acceptGroupRequest(
  cse: Cse,
  fanOut: IdentifiedFanOutRequest,
): Promise<ResponsePrimitive> {
  const { procedures } = cse;
  const { request } = fanOut;
  const refusal: Refusal | undefined = procedures.checkNonBlockingRequest(cse, request);
  if (refusal !== undefined) return refused(request, refusal);
  const members = await procedures.addressedMembers(cse, fanOut);
  if (isRefusal(members)) return refused(request, members);

  const lifetime = procedures.requestLifetime(cse, request);
  const resource = procedures.createRequestResource(cse, request, lifetime.keepUntil);
  const outstanding = beginOutstanding(cse, {
    requestID: resource.resourceID,
    fanOut: procedures.assignNotificationURI(cse, fanOut),
    members,
    notificationTargets: procedures.notificationTargets(request),
    acceptedAt: cse.ports.clock.now(),
    ...lifetime,
  });
  later(cse, outstanding, HEAD_START, () => void procedures.gatherResults(cse, outstanding));
  later(cse, outstanding, lifetime.gatherUntil - cse.ports.clock.now(), () =>
    procedures.finishGathering(cse, outstanding),
  );
  later(cse, outstanding, lifetime.keepUntil - cse.ports.clock.now(), () =>
    procedures.endKeepTime(cse, outstanding),
  );
  const uri = addressOfRequest(cse, resource, request.desiredIdentifierResultType);
  return respond(request, acceptanceCode(request.responseType?.value), { kind: 'uri', uri });
}

/** @see TS-0004 6.6.3.2 */
function acceptanceCode(responseType: number | undefined): number {
  return responseType === ResponseTypeValue.nonBlockingRequestSynch
    ? RSC.ACCEPTED_NON_BLOCKING_REQUEST_SYNCH
    : RSC.ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH;
}
