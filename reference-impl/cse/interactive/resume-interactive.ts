import { refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { AddressedMember } from '../group/addressed-member';
import { refused } from '../response';
import { awaitingRequestIDs } from '../session/use/stored-records';
import { gatherWhenKnown } from './accept-group-request';
import { watchTimes } from './accept-request';
import { type Outstanding, restoreOutstanding } from './outstanding';
import { type Recorded, type RecordedRequest, readRecords } from './outstanding-records';
import { resumePending } from './send-pending';

/**
 * Goes on where an earlier life of this CSE stood: times run on, messages are repeated when they would have been, and
 * who has not answered is asked again under the same group request identifier. @see IGO notes 1 and 2
 */
export function resumeInteractive(cse: Cse): void {
  const recorded = readRecords(cse);
  const stored = awaitingRequestIDs(cse);
  for (const request of recorded.requests) {
    const outstanding = restored(cse, recorded, request);
    watchTimes(cse, outstanding);
    // What a session has stored is carried out when the session is taken up again.
    if (!outstanding.finished && !stored.has(request.accepted.requestID)) resumeGathering(cse, outstanding);
    for (const delivery of outstanding.deliveries) {
      if (delivery.pending === undefined) cse.procedures.reportTo(cse, outstanding, delivery);
      else resumePending(cse, outstanding, delivery);
    }
  }
}

function restored(
  cse: Cse,
  recorded: Recorded,
  { accepted, members, finished }: RecordedRequest,
): Outstanding {
  const { requestID } = accepted;
  const outstanding = restoreOutstanding(cse, accepted);
  outstanding.results.push(...recorded.results(requestID));
  for (const [identifier, reporter] of recorded.reporters(requestID)) {
    outstanding.reporters.set(identifier, reporter);
  }
  for (const [at, delivery] of outstanding.deliveries.entries()) {
    Object.assign(delivery, recorded.delivery(requestID, at));
  }
  outstanding.finished = finished;
  if (members !== undefined) {
    outstanding.members = members;
    for (const member of finished ? [] : stillOwing(outstanding, members)) {
      outstanding.awaited.set(member.memberID, member);
    }
  }
  return outstanding;
}

function stillOwing(
  { results, reporters }: Outstanding,
  members: readonly AddressedMember[],
): readonly AddressedMember[] {
  const settled = new Set(results.map(({ from }) => from));
  for (const { memberID, done } of reporters.values()) if (done === true) settled.add(memberID);
  return members.filter(({ memberID }) => !settled.has(memberID));
}

function resumeGathering(cse: Cse, outstanding: Outstanding): void {
  const { procedures } = cse;
  const { accepted, awaited, members, reporters, results } = outstanding;
  if (results.length > 0 && awaited.size === 0) {
    procedures.finishGathering(cse, outstanding);
  } else if (accepted.fanOut === undefined) {
    // Whether it was carried out is not known, and carrying it out twice would be worse.
    const refusal = refuse(RSC.INTERNAL_SERVER_ERROR, 'The CSE stopped before the response was known.');
    procedures.noteResult(cse, outstanding, refused(accepted.request, refusal));
  } else if (members === undefined) {
    gatherWhenKnown(cse, outstanding, procedures.addressedMembers(cse, accepted.fanOut));
  } else if (awaited.size === 0) {
    procedures.finishGathering(cse, outstanding);
  } else {
    const promised = new Set([...reporters.values()].map(({ memberID }) => memberID));
    const unasked = [...awaited.values()].filter(({ memberID }) => !promised.has(memberID));
    void procedures.gatherResults(cse, outstanding, unasked);
  }
}
