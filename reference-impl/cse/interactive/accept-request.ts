import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResponseTypeValue } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { IdentifiedFanOutRequest } from '../group/fan-out-request';
import { respond } from '../response';
import { beginOutstanding, later, type Outstanding } from './outstanding';
import type { RequestLifetime } from './request-lifetime';
import { addressOfRequest } from './request-resource';

/** The acceptance goes out first; nothing that follows from it may overtake it. */
export const HEAD_START = 10;

interface BeginOptions {
  readonly fanOut?: IdentifiedFanOutRequest;
  /** Absent: that of any request. */
  readonly lifetime?: RequestLifetime;
}

/** Makes the <request> resource and has its times watched. @see IGO 2.2 step 2, TS-0004 7.3.2.2 */
export function beginRequest(
  cse: Cse,
  request: RequestPrimitive,
  { fanOut, lifetime = cse.procedures.requestLifetime(cse, request) }: BeginOptions = {},
): Outstanding {
  const { procedures } = cse;
  const outstanding = beginOutstanding(cse, {
    requestID: procedures.createRequestResource(cse, request, lifetime.keepUntil).resourceID,
    request,
    ...(fanOut !== undefined && { fanOut }),
    notificationTargets: procedures.notificationTargets(request),
    acceptedAt: cse.ports.clock.now(),
    ...lifetime,
  });
  watchTimes(cse, outstanding);
  return outstanding;
}

/** The ends of gathering and keeping, counted from now. @see IGO note 2 */
export function watchTimes(cse: Cse, outstanding: Outstanding): void {
  const { gatherUntil, keepUntil } = outstanding.accepted;
  const now = cse.ports.clock.now();
  later(cse, outstanding, gatherUntil - now, () => cse.procedures.finishGathering(cse, outstanding));
  later(cse, outstanding, keepUntil - now, () => cse.procedures.endKeepTime(cse, outstanding));
}

/** What follows from the acceptance. */
export function afterAcceptance(cse: Cse, outstanding: Outstanding, action: () => void): void {
  later(cse, outstanding, HEAD_START, action);
}

/** The answer that comes before any result, and says where the results will be. @see TS-0004 7.3.2.3 */
export function acceptance(cse: Cse, { accepted }: Outstanding): ResponsePrimitive {
  const { request, requestID } = accepted;
  const uri = addressOfRequest(cse, requestID, request.desiredIdentifierResultType);
  return respond(request, acceptanceCode(request), { kind: 'uri', uri });
}

/** @see TS-0004 6.6.3.2 */
function acceptanceCode({ responseType }: RequestPrimitive): number {
  return responseType?.value === ResponseTypeValue.nonBlockingRequestSynch
    ? RSC.ACCEPTED_NON_BLOCKING_REQUEST_SYNCH
    : RSC.ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH;
}
