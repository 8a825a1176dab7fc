import { appendPath } from '../../../protocol/model/identifier';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { parseAbsRelTimestamp } from '../../../protocol/model/timestamp';
import type { Cse } from '../cse';
import type { AddressedMember } from './addressed-member';
import type { IdentifiedFanOutRequest } from './fan-out-request';
import { resultDeadline } from './result-deadline';
import { isFanOutPoint } from './virtual-member';

/** What a nested group keeps of the time, so that what it has collected still arrives before the result expires. */
const SHARE_OF_NESTED_GROUP = 0.9;

/**
 * The request to one member: From as it came, To the member with whatever followed `/fopt`, and the group request
 * identifier. How the members of this group are selected and how the answer is delivered concern this group alone;
 * a nested group is told the targets that belong to it. @see SOM 7.4.14.2.4 step a
 */
export function memberRequest(
  cse: Cse,
  { request, suffix, groupRequestIdentifier }: IdentifiedFanOutRequest,
  { memberID, targetMembers }: AddressedMember,
): RequestPrimitive {
  const {
    groupRequestTargetMembers: _targets,
    groupSomecastTargetNumber: _somecast,
    responseType: _delivery,
    ...common
  } = request;
  return {
    ...common,
    to: appendPath(memberID, suffix),
    requestIdentifier: cse.ports.ids.next('rqi'),
    groupRequestIdentifier,
    ...(targetMembers !== undefined && { groupRequestTargetMembers: targetMembers }),
    ...(isFanOutPoint(memberID) && { resultExpirationTimestamp: nestedExpiration(cse, request) }),
  };
}

/**
 * Earlier than the result of the whole expires, but later than the request itself; in milliseconds from now, since the
 * clocks of two CSEs may differ. @see SOM 6.4.1, TS-0004 table 6.3.3-1
 */
function nestedExpiration(cse: Cse, request: RequestPrimitive): string {
  const now = cse.ports.clock.now();
  const whole = resultDeadline(cse, request);
  const early = now + Math.ceil((whole - now) * SHARE_OF_NESTED_GROUP);
  const requestExpiration = parseAbsRelTimestamp(request.requestExpirationTimestamp ?? '', now) ?? 0;
  return String(Math.max(early, Math.min(requestExpiration + 1, whole)) - now);
}
