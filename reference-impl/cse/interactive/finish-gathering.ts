import { refuse } from '../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RequestStatus } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { endRequests } from '../group/work-load';
import { removeTree } from '../remove-tree';
import { refused } from '../response';
import { haveReported } from './member-answer';
import { endOutstanding, type Outstanding } from './outstanding';
import { setRequestStatus } from './request-resource';

/**
 * All have answered, or the result has expired: who has not answered gets an entry that says so, and no later answer
 * counts. @see IGO 2.2 step 7, TS-0001 9.6.12
 */
export function finishGathering(cse: Cse, outstanding: Outstanding): void {
  if (outstanding.finished) return;
  outstanding.finished = true;
  const { accepted, awaited, offline, results } = outstanding;
  const missing = [...awaited.keys()];
  for (const callOff of offline.values()) callOff();
  offline.clear();
  awaited.clear();
  endRequests(cse, missing);
  const answered = results.length;
  for (const memberID of missing) results.push(notReached(outstanding, memberID));
  setRequestStatus(cse, accepted.requestID, finalStatus(answered, missing.length));
  cse.procedures.forgetDeletedMembers(cse, accepted.fanOut, results);
  haveReported(cse, outstanding);
}

/** The keep time is over: the results cannot be had any more. What is on its way is still repeated. @see IGO note 2 */
export function endKeepTime(cse: Cse, outstanding: Outstanding): void {
  const resource = cse.store.get(outstanding.accepted.requestID);
  if (resource !== undefined) removeTree(cse, resource);
  forgetWhenDone(cse, outstanding);
}

/** Nothing is left to gather, to tell or to keep. */
export function forgetWhenDone(cse: Cse, outstanding: Outstanding): void {
  const { accepted, deliveries, finished, results } = outstanding;
  if (!finished || cse.store.get(accepted.requestID) !== undefined) return;
  if (deliveries.every(({ reported }) => reported === results.length)) endOutstanding(cse, outstanding);
}

function finalStatus(answered: number, missing: number): number {
  if (missing === 0) return RequestStatus.COMPLETED;
  return answered === 0 ? RequestStatus.FAILED : RequestStatus.PARTIALLY_COMPLETED;
}

function notReached({ accepted }: Outstanding, memberID: string): ResponsePrimitive {
  const refusal = refuse(RSC.TARGET_NOT_REACHABLE, `${memberID} did not answer before the result expired.`);
  return { ...refused(accepted.fanOut.request, refusal), from: memberID };
}
