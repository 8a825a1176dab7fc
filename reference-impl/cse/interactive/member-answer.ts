import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RequestStatus } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { hostingCseID } from '../group/member-key';
import { endRequests } from '../group/work-load';
import { later, type Outstanding } from './outstanding';
import { recordResult } from './outstanding-records';
import { setRequestStatus } from './request-resource';

/** Codes that say that a report follows. @see TS-0004 6.6.3.2 */
const ACCEPTED: readonly number[] = [
  RSC.ACCEPTED,
  RSC.ACCEPTED_NON_BLOCKING_REQUEST_SYNCH,
  RSC.ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH,
];

/** What a member answered: its result, the promise to report, or nothing since it is offline. @see IGO 2.2 steps 3 and 4 */
export function receiveMemberAnswer(
  cse: Cse,
  outstanding: Outstanding,
  memberID: string,
  answer: ResponsePrimitive,
): void {
  const { procedures } = cse;
  if (outstanding.finished || !outstanding.awaited.has(memberID)) return;
  const status = answer.responseStatusCode;
  const elsewhere = hostingCseID(cse, memberID) !== cse.config.cseID;
  if (ACCEPTED.includes(status)) {
    procedures.awaitReport(cse, outstanding, memberID, answer.requestIdentifier);
  } else if (status === RSC.TARGET_NOT_REACHABLE && elsewhere) {
    procedures.askLater(cse, outstanding, memberID);
  } else {
    endAwaiting(cse, outstanding, memberID);
    procedures.noteResult(cse, outstanding, { ...answer, from: memberID });
  }
}

/** The member owes no answer any more. */
export function endAwaiting(cse: Cse, outstanding: Outstanding, memberID: string): void {
  if (!outstanding.awaited.delete(memberID)) return;
  outstanding.offline.get(memberID)?.();
  outstanding.offline.delete(memberID);
  endRequests(cse, [memberID]);
}

/** Keeps a result and has the targets told; the last one ends the gathering. @see IGO 2.2 steps 5 and 7 */
export function noteResult(cse: Cse, outstanding: Outstanding, entry: ResponsePrimitive): void {
  const { accepted, awaited } = outstanding;
  addResult(cse, outstanding, entry);
  if (awaited.size === 0) {
    cse.procedures.finishGathering(cse, outstanding);
    return;
  }
  setRequestStatus(cse, accepted.requestID, RequestStatus.PARTIALLY_COMPLETED);
  haveReported(cse, outstanding);
}

/** Every entry carries the identifier of the request it answers. @see TS-0004 7.4.14.2.5 */
export function addResult(cse: Cse, outstanding: Outstanding, entry: ResponsePrimitive): void {
  const { requestIdentifier } = outstanding.accepted.request;
  outstanding.results.push({ ...entry, requestIdentifier });
  recordResult(cse, outstanding);
}

/** Results that come at the same time go into one message. @see IGO 2.2 step 5 */
export function haveReported(cse: Cse, outstanding: Outstanding): void {
  if (outstanding.reportDue) return;
  outstanding.reportDue = true;
  later(cse, outstanding, 0, () => {
    outstanding.reportDue = false;
    cse.procedures.reportResults(cse, outstanding);
  });
}
