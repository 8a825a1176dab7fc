import { isRefusal, type Refusal } from '../../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import { formatTimestamp } from '../../../../protocol/model/timestamp';
import type { Cse } from '../../cse';
import { acceptance, beginRequest } from '../../interactive/accept-request';
import { outstandingRequest } from '../../interactive/outstanding';
import { type RequestLifetime, timeOf } from '../../interactive/request-lifetime';
import { refused } from '../../response';
import type { SessionRequest } from '../session-procedures';
import { withoutSessionID } from './session-id-of';
import { checkRoom } from './take-turn';

/**
 * Accepts a request whose Originator does not wait for it. From here on it is a blocking one that ends when its <request>
 * does. The <request> outlives the session, so it does not show the identifier. @see TS-0004 7.3.2.2, 7.3.2.3
 */
export function acceptForSession(
  cse: Cse,
  use: SessionRequest,
  carryOut: (waiting: SessionRequest) => Promise<ResponsePrimitive>,
): ResponsePrimitive {
  const { request } = use;
  const lifetime = lifetimeOf(cse, use);
  const waiting = { ...use, request: blockingRequest(request, lifetime) };
  const refusal = checkAcceptance(cse, request, waiting);
  if (refusal !== undefined) return refused(request, refusal);
  const outstanding = beginRequest(cse, withoutSessionID(request), { lifetime });
  void carryOut({ ...waiting, requestID: outstanding.accepted.requestID });
  return acceptance(cse, outstanding);
}

/** The acceptance of a request that was accepted before and has no result yet. */
export function acceptanceAgain(cse: Cse, { requestID }: SessionRequest): ResponsePrimitive | undefined {
  const outstanding = requestID === undefined ? undefined : outstandingRequest(cse, requestID);
  return outstanding === undefined ? undefined : acceptance(cse, outstanding);
}

function checkAcceptance(cse: Cse, request: RequestPrimitive, waiting: SessionRequest): Refusal | undefined {
  const { procedures } = cse;
  const refusal =
    procedures.checkNonBlockingRequest(cse, request) ?? checkRoom(cse, waiting.session.resourceID);
  if (refusal !== undefined) return refusal;
  const decision = procedures.decide(cse, waiting);
  return isRefusal(decision) ? decision : undefined;
}

/**
 * It may be stored until its own end, however far off that is; results are kept from then on as long as this CSE keeps
 * those of any request. @see docs/profiles/service-sessions.md, Use
 */
function lifetimeOf(cse: Cse, { request, receivedAt }: SessionRequest): RequestLifetime {
  const general = cse.procedures.requestLifetime(cse, request);
  const { resultExpirationTimestamp, resultPersistence } = request;
  const gatherUntil = timeOf(resultExpirationTimestamp, receivedAt) ?? general.gatherUntil;
  const latest = gatherUntil + cse.config.maximumResultPersistence;
  return { gatherUntil, keepUntil: Math.min(timeOf(resultPersistence, receivedAt) ?? latest, latest) };
}

function blockingRequest(request: RequestPrimitive, { gatherUntil }: RequestLifetime): RequestPrimitive {
  const { responseType: _later, resultPersistence: _keptHere, ...blocking } = request;
  return { ...blocking, resultExpirationTimestamp: formatTimestamp(gatherUntil) };
}
