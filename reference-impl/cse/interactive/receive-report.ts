import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RequestStatus } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { memberIDsOf } from '../group/group-attributes';
import { hostingCseID, memberKey, spRelative } from '../group/member-key';
import { readMember } from '../group/read-member';
import { isFanOutPoint, parentAddress } from '../group/virtual-member';
import { canonicalOriginator } from '../originator';
import { refused, respond } from '../response';
import { addResult, endAwaiting, haveReported } from './member-answer';
import { allOutstanding, type Outstanding, type Reporter } from './outstanding';
import { recordReporter } from './outstanding-records';
import { setRequestStatus } from './request-resource';

/** A report that is expected, with the request it belongs to. */
interface Expected {
  readonly outstanding: Outstanding;
  readonly reporter: Reporter;
}

/** A member has promised a report; of a sub-group it is found out whom it will report. @see IGO 2.2 step 4 */
export function awaitReport(cse: Cse, outstanding: Outstanding, memberID: string, identifier: string): void {
  keepReporter(cse, outstanding, identifier, outstanding.reporters.get(identifier) ?? { memberID });
  if (!isFanOutPoint(memberID)) return;
  void readMember(cse, outstanding.accepted.request.from, parentAddress(memberID)).then((read) => {
    const current = outstanding.reporters.get(identifier);
    if (read.kind !== 'read' || current === undefined || outstanding.finished) return;
    const cseID = hostingCseID(cse, memberID) ?? cse.config.cseID;
    const expected = memberIDsOf(read.resource.attributes).map((member) => spRelative(cseID, member));
    keepReporter(cse, outstanding, identifier, { ...current, expected });
    endIfComplete(cse, outstanding, identifier);
  });
}

/**
 * A CSE reports by itself what its members answered. Entries that were reported before change nothing.
 * @see IGO 2.2 step 4, TS-0004 7.5.1.2.5
 */
export function receiveReport(cse: Cse, request: RequestPrimitive): ResponsePrimitive {
  const response = request.content?.kind === 'response' ? request.content.response : undefined;
  if (response === undefined) {
    return refused(request, refuse(RSC.BAD_REQUEST, 'A report holds a response.', 'TS-0004 7.5.1.2.5'));
  }
  const expected = expectedReport(cse, request, response.requestIdentifier);
  if (isRefusal(expected)) return refused(request, expected);
  const { outstanding, reporter } = expected;
  if (!outstanding.finished && reporter.done === undefined) {
    noteReport(cse, expected, response);
    endIfComplete(cse, outstanding, response.requestIdentifier);
  }
  return respond(request, RSC.OK);
}

/** Who is missing where a member has not answered: itself, or those that it has not reported. */
export function missingFromReport(cse: Cse, outstanding: Outstanding, memberID: string): readonly string[] {
  const reporters = [...outstanding.reporters.values()].filter((known) => known.memberID === memberID);
  const reporter = reporters.find(({ expected }) => expected !== undefined) ?? reporters[0];
  if (reporter === undefined) return [memberID];
  const reported = reportedKeys(cse, outstanding);
  if (reporter.expected !== undefined) {
    return reporter.expected.filter((expected) => !reported.has(memberKey(cse, expected)));
  }
  const cseID = hostingCseID(cse, memberID);
  const anything = outstanding.results.some(({ from }) => from?.startsWith(`${cseID}/`) === true);
  return anything ? [] : [memberID];
}

function expectedReport(cse: Cse, { from }: RequestPrimitive, identifier: string): Expected | Refusal {
  for (const outstanding of allOutstanding(cse)) {
    const reporter = outstanding.reporters.get(identifier);
    if (reporter === undefined) continue;
    if (canonicalOriginator(cse.config, from ?? '') === hostingCseID(cse, reporter.memberID)) {
      return { outstanding, reporter };
    }
    return refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, `${from} does not host ${reporter.memberID}.`);
  }
  return refuse(RSC.NOT_FOUND, `No report is expected for request ${identifier}.`, 'TS-0004 7.5.1.2.5');
}

function noteReport(cse: Cse, { outstanding, reporter }: Expected, response: ResponsePrimitive): void {
  const { memberID } = reporter;
  const entries = response.content?.kind === 'aggregatedResponse' ? response.content.responses : undefined;
  if (entries === undefined || !isFanOutPoint(memberID)) {
    const [own = response] = entries ?? [];
    endAwaiting(cse, outstanding, memberID);
    addResult(cse, outstanding, { ...own, from: memberID });
  } else {
    noteEntries(cse, outstanding, entries, hostingCseID(cse, memberID) ?? '');
  }
  setRequestStatus(cse, outstanding.accepted.requestID, RequestStatus.PARTIALLY_COMPLETED);
  haveReported(cse, outstanding);
}

/** Members of a sub-group are named as its CSE names them; elsewhere their names need that CSE before them. */
function noteEntries(
  cse: Cse,
  outstanding: Outstanding,
  entries: readonly ResponsePrimitive[],
  cseID: string,
): void {
  const reported = reportedKeys(cse, outstanding);
  for (const entry of entries) {
    const from = spRelative(cseID, entry.from ?? '');
    const key = memberKey(cse, from);
    if (reported.has(key)) continue;
    reported.add(key);
    addResult(cse, outstanding, { ...entry, from });
  }
}

function reportedKeys(cse: Cse, { results }: Outstanding): Set<string> {
  return new Set(results.map(({ from }) => memberKey(cse, from ?? '')));
}

/** A sub-group that has reported all of its members owes nothing more. @see IGO 2.2 step 7 */
function endIfComplete(cse: Cse, outstanding: Outstanding, identifier: string): void {
  const reporter = outstanding.reporters.get(identifier);
  if (reporter === undefined) return;
  const { memberID, expected } = reporter;
  const reported = reportedKeys(cse, outstanding);
  const complete = expected?.every((member) => reported.has(memberKey(cse, member))) === true;
  if (complete) endAwaiting(cse, outstanding, memberID);
  if (outstanding.awaited.has(memberID)) return;
  keepReporter(cse, outstanding, identifier, { ...reporter, done: true });
  if (outstanding.awaited.size === 0) cse.procedures.finishGathering(cse, outstanding);
}

function keepReporter(cse: Cse, outstanding: Outstanding, identifier: string, reporter: Reporter): void {
  outstanding.reporters.set(identifier, reporter);
  recordReporter(cse, outstanding, identifier, reporter);
}
