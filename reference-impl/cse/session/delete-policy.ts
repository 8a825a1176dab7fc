import { appendPath } from '../../../protocol/model/identifier';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { refused } from '../response';
import { isDenial, isGone, isPositive, refusalIn } from './answers';
import { askToDelete } from './ask-to-delete';
import { POLICIES } from './create-policy';
import { deadlineOf } from './deadline';
import { isEstablished } from './session-state';

/** DELETE of a policy: from the far end of the chain back; where a hop is in the way, it stays. */
export async function deletePolicy(
  cse: Cse,
  request: RequestPrimitive,
  policy: Resource,
): Promise<ResponsePrimitive> {
  const refusal = await askHops(cse, request, policy);
  if (refusal !== undefined) return refused(request, refusal);
  return cse.procedures.delete(cse, request, policy);
}

/** One that has gone at the next hop already was deleted before the answer to that was lost. */
async function askHops(cse: Cse, request: RequestPrimitive, policy: Resource): Promise<Refusal | undefined> {
  const session = cse.store.get(policy.parentID);
  if (session === undefined || !isEstablished(session)) {
    return refuse(RSC.NOT_FOUND, 'The session is being ended.');
  }
  const deadline = deadlineOf(cse, request);
  for (const { address, cseID } of cse.procedures.hopsToTell(cse, session, request.from ?? '')) {
    const there = appendPath(appendPath(address, POLICIES), policy.resourceName);
    const answer = await askToDelete(cse, there, deadline);
    const isDone = isPositive(answer) || (isGone(answer) && isDenial(answer));
    if (!isDone) return refusalIn(answer, cseID);
  }
  return undefined;
}
