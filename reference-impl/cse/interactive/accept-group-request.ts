import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse } from '../cse';
import type { AddressedMember } from '../group/addressed-member';
import type { IdentifiedFanOutRequest } from '../group/fan-out-request';
import { refused } from '../response';
import { acceptance, afterAcceptance, beginRequest } from './accept-request';
import { awaitMembers, type Outstanding } from './outstanding';

/** How long the acceptance waits for other CSEs that have to be asked who the members are. */
const PATIENCE = 50;

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
  const refusal = procedures.checkNonBlockingRequest(cse, request);
  if (refusal !== undefined) return refused(request, refusal);
  const addressing = procedures.addressedMembers(cse, fanOut);
  const members = await within(cse, PATIENCE, addressing);
  if (isRefusal(members)) return refused(request, members);

  const outstanding = beginRequest(cse, request, {
    fanOut: procedures.assignNotificationURI(cse, fanOut),
  });
  if (members === undefined) gatherWhenKnown(cse, outstanding, addressing);
  else gatherFrom(cse, outstanding, members);
  return acceptance(cse, outstanding);
}

/** The refusal of an accepted request is its result. @see TS-0004 7.3.2.3 */
export function gatherWhenKnown(
  cse: Cse,
  outstanding: Outstanding,
  addressing: Promise<readonly AddressedMember[] | Refusal>,
): void {
  void addressing.then((members) => {
    if (outstanding.finished) return;
    if (!isRefusal(members)) gatherFrom(cse, outstanding, members);
    else cse.procedures.noteResult(cse, outstanding, refused(outstanding.accepted.request, members));
  });
}

function gatherFrom(cse: Cse, outstanding: Outstanding, members: readonly AddressedMember[]): void {
  awaitMembers(cse, outstanding, members);
  afterAcceptance(cse, outstanding, () => {
    void cse.procedures.gatherResults(cse, outstanding, members);
  });
}

function within<Value>(cse: Cse, milliseconds: number, promise: Promise<Value>): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const callOff = cse.ports.clock.after(milliseconds, () => resolve(undefined));
    promise.then(resolve, reject).finally(callOff);
  });
}
