import { refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { refused, respond } from '../response';
import type { AddressedMember } from './addressed-member';

/**
 * OK as soon as one member has answered, whatever it said; what each said is in its entry. An entry that only says
 * that its member cannot be reached is no answer. @see SOM 7.4.14.1, TS-0001 10.2.7, TS-0004 7.4.14.2.5
 */
export function aggregateResponses(
  request: RequestPrimitive,
  members: readonly AddressedMember[],
  entries: readonly ResponsePrimitive[],
): ResponsePrimitive {
  const answered = entries.some((entry) => entry.responseStatusCode !== RSC.TARGET_NOT_REACHABLE);
  if (members.length > 0 && !answered) {
    const reason = `None of the ${members.length} members answered before the result expired.`;
    return refused(request, refuse(RSC.GROUP_MEMBERS_NOT_RESPONDED, reason, 'TS-0001 10.2.7'));
  }
  return respond(request, RSC.OK, { kind: 'aggregatedResponse', responses: entries });
}
