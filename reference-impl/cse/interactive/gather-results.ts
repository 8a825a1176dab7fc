import { fanOut } from '../../fan-out/fan-out';
import type { Cse } from '../cse';
import type { AddressedMember } from '../group/addressed-member';
import { askMember } from '../group/ask-member';
import type { IdentifiedFanOutRequest } from '../group/fan-out-request';
import type { AcceptedRequest, Outstanding } from './outstanding';

/**
 * Asks every member that has not answered yet, each for itself, so that a slow member delays no other. It ends when
 * all have answered or the result expires. @see IGO 2.2 step 3
 */
export async function gatherResults(cse: Cse, outstanding: Outstanding): Promise<void> {
  await fanOut(cse.ports.clock, {
    members: [...outstanding.awaited.values()],
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
  if (outstanding.finished || !outstanding.awaited.has(member.memberID)) return;
  const identified = withTimeLeft(cse, outstanding.accepted);
  await askMember(cse, identified, member, (memberID, answer) =>
    cse.procedures.receiveMemberAnswer(cse, outstanding, memberID, answer),
  );
}

/** Times that were given from now are counted from the acceptance, whenever the member is asked. @see TS-0004 table 6.3.3-1 */
function withTimeLeft(
  cse: Cse,
  { fanOut: identified, acceptedAt, gatherUntil }: AcceptedRequest,
): IdentifiedFanOutRequest {
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
