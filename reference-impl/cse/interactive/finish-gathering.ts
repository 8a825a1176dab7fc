import { refuse } from '../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RequestStatus } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { removeTree } from '../remove-tree';
import { refused } from '../response';
import { addResult, endAwaiting, haveReported } from './member-answer';
import { endOutstanding, type Outstanding } from './outstanding';
import { recordRequest } from './outstanding-records';
import { missingFromReport } from './receive-report';
import { setRequestStatus } from './request-resource';

/**
 * All have answered, or the result has expired: who has not answered gets an entry that says so, and no later answer
 * counts. @see IGO 2.2 step 7, TS-0001 9.6.12
 */
export function finishGathering(cse: Cse, outstanding: Outstanding): void {
  if (outstanding.finished) return;
  const { accepted, awaited, results } = outstanding;
  const answered = results.length;
  const missing = [...awaited.keys()].flatMap((memberID) => missingFromReport(cse, outstanding, memberID));
  for (const memberID of [...awaited.keys()]) endAwaiting(cse, outstanding, memberID);
  for (const memberID of missing) addResult(cse, outstanding, notReached(outstanding, memberID));
  if (results.length === 0) addResult(cse, outstanding, notDone(outstanding));
  outstanding.finished = true;
  recordRequest(cse, outstanding);
  setRequestStatus(cse, accepted.requestID, finalStatus(outstanding, answered, missing.length));
  if (accepted.fanOut !== undefined) cse.procedures.forgetDeletedMembers(cse, accepted.fanOut, results);
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

function finalStatus({ results }: Outstanding, answered: number, missing: number): number {
  const [first] = results;
  if (first?.from === undefined) return isSuccess(first) ? RequestStatus.COMPLETED : RequestStatus.FAILED;
  if (missing === 0) return RequestStatus.COMPLETED;
  return answered === 0 ? RequestStatus.FAILED : RequestStatus.PARTIALLY_COMPLETED;
}

function isSuccess(whole: ResponsePrimitive | undefined): boolean {
  return whole !== undefined && Math.floor(whole.responseStatusCode / 1_000) === 2;
}

function notReached({ accepted }: Outstanding, memberID: string): ResponsePrimitive {
  const refusal = refuse(RSC.TARGET_NOT_REACHABLE, `${memberID} did not answer before the result expired.`);
  return { ...refused(accepted.request, refusal), from: memberID };
}

function notDone({ accepted }: Outstanding): ResponsePrimitive {
  return refused(accepted.request, refuse(RSC.REQUEST_TIMEOUT, 'The result expired before there was one.'));
}
