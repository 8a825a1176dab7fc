import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import type { Cse } from '../cse';
import type { AddressedMember } from './addressed-member';
import type { FanOutRequest } from './fan-out-request';
import { beginRequests } from './work-load';

/**
 * Who gets the request: the target members, the members somecast chooses, or all. From here on each counts as having
 * a request to answer. @see SOM 7.4.14.2.4
 */
export async function addressedMembers(
  cse: Cse,
  fanOut: FanOutRequest,
): Promise<readonly AddressedMember[] | Refusal> {
  const { procedures } = cse;
  const { request, group } = fanOut;
  const targets = await procedures.targetMembers(cse, fanOut);
  if (isRefusal(targets)) return targets;
  const count = request.groupSomecastTargetNumber;
  if (count === undefined) {
    beginRequests(
      cse,
      targets.map(({ memberID }) => memberID),
    );
    return targets;
  }
  const refusal = procedures.checkSomecast(fanOut);
  if (refusal !== undefined) return refusal;
  const chosen = await procedures.chooseMembers(cse, group, count);
  return chosen.map((memberID) => ({ memberID }));
}
