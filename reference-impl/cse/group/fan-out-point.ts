import { isRefusal } from '../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse } from '../cse';
import { isNonBlocking } from '../interactive/non-blocking';
import { refused } from '../response';
import type { FanOutRequest } from './fan-out-request';

/**
 * A request to `<group>/fopt`, from top to bottom. Refusals come in the order of the document, access first.
 * It knows the order of the procedures and nothing of what they do. @see SOM 7.4.14.2, TS-0001 10.2.7
 */
export async function fanOutPoint(cse: Cse, fanOut: FanOutRequest): Promise<ResponsePrimitive> {
  const { procedures } = cse;
  const { request, group } = fanOut;
  const received = procedures.receiveMemberNotification(cse, fanOut);
  if (received !== undefined) return received;

  const refusal =
    procedures.checkMembersAccess(cse, request, group) ??
    procedures.checkChildResourceType(cse, fanOut) ??
    procedures.checkGroupHasMembers(group);
  if (refusal !== undefined) return refused(request, refusal);

  const identified = procedures.assignGroupRequestIdentifier(cse, fanOut);
  if (isNonBlocking(request)) return procedures.acceptGroupRequest(cse, identified);

  const members = await procedures.addressedMembers(cse, identified);
  if (isRefusal(members)) return refused(request, members);

  const assigned = procedures.assignNotificationURI(cse, identified);
  const entries = await procedures.askMembers(cse, assigned, members);
  procedures.forgetDeletedMembers(cse, fanOut, entries);
  return procedures.aggregateResponses(request, members, entries);
}
