import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResponseTypeValue } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { fanOut } from '../../fan-out/fan-out';
import type { Cse } from '../cse';
import type { AddressedMember } from '../group/addressed-member';
import { askMember } from '../group/ask-member';
import type { IdentifiedFanOutRequest } from '../group/fan-out-request';
import { hostingCseID } from '../group/member-key';
import { isFanOutPoint } from '../group/virtual-member';
import type { AcceptedRequest, Outstanding } from './outstanding';
import { reportAddress } from './request-resource';

/** Codes of a CSE that has no means to report. @see TS-0004 7.3.2.2 */
const CANNOT_REPORT: readonly number[] = [RSC.NOT_IMPLEMENTED, RSC.NON_BLOCKING_SYNCH_REQUEST_NOT_SUPPORTED];

/**
 * Asks the members, each for itself, so that a slow member delays no other. It ends when
 * all have answered or the result expires. @see IGO 2.2 step 3
 */
export async function gatherResults(
  cse: Cse,
  outstanding: Outstanding,
  members: readonly AddressedMember[],
): Promise<void> {
  await fanOut(cse.ports.clock, {
    members,
    ask: (member) => cse.procedures.askAwaitedMember(cse, outstanding, member),
    concurrency: cse.config.fanOutConcurrency,
    deadline: outstanding.accepted.gatherUntil,
  });
}

/** Asks one member, which has until the result expires. @see IGO 2.2 step 3 */
export async function askAwaitedMember(
  cse: Cse,
  outstanding: Outstanding,
  member: AddressedMember,
): Promise<void> {
  const identified = withTimeLeft(cse, outstanding.accepted);
  if (identified === undefined || outstanding.finished || !outstanding.awaited.has(member.memberID)) return;
  const note = (memberID: string, answer: ResponsePrimitive): void =>
    cse.procedures.receiveMemberAnswer(cse, outstanding, memberID, answer);
  if (reportsByItself(cse, member)) {
    const answer = await askToReport(cse, outstanding, identified, member);
    if (!CANNOT_REPORT.includes(answer.responseStatusCode)) {
      note(member.memberID, answer);
      return;
    }
  }
  await askMember(cse, identified, member, note);
}

/** @see IGO 2.2 step 4 */
function reportsByItself(cse: Cse, { memberID }: AddressedMember): boolean {
  const elsewhere = hostingCseID(cse, memberID) !== cse.config.cseID;
  return cse.config.askSubGroupsToReport && isFanOutPoint(memberID) && elsewhere;
}

function askToReport(
  cse: Cse,
  outstanding: Outstanding,
  identified: IdentifiedFanOutRequest,
  member: AddressedMember,
): Promise<ResponsePrimitive> {
  const request = cse.procedures.memberRequest(cse, identified, member);
  const notificationURIs = [reportAddress(cse, outstanding.accepted.requestID)];
  const responseType = { value: ResponseTypeValue.nonBlockingRequestAsynch, notificationURIs };
  // The report may come before the acceptance.
  outstanding.reporters.set(request.requestIdentifier, { memberID: member.memberID });
  return cse.send({ ...request, responseType });
}

/** Times that were given from now are counted from the acceptance, whenever the member is asked. @see TS-0004 table 6.3.3-1 */
function withTimeLeft(
  cse: Cse,
  { fanOut: identified, acceptedAt, gatherUntil }: AcceptedRequest,
): IdentifiedFanOutRequest | undefined {
  if (identified === undefined) return undefined;
  const { resultPersistence: _keptHere, ...request } = identified.request;
  const now = cse.ports.clock.now();
  const given = request.requestExpirationTimestamp;
  const relative = given !== undefined && /^\d+$/.test(given);
  return {
    ...identified,
    request: {
      ...request,
      resultExpirationTimestamp: String(gatherUntil - now),
      ...(relative && { requestExpirationTimestamp: String(Number(given) - (now - acceptedAt)) }),
    },
  };
}
