import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { fanOut } from '../../fan-out/fan-out';
import type { Cse } from '../cse';
import type { AddressedMember } from './addressed-member';
import { askMember, type Note } from './ask-member';
import { askThroughSubGroup } from './ask-through-sub-group';
import type { IdentifiedFanOutRequest } from './fan-out-request';
import type { MemberMessage } from './member-message';
import { resultDeadline } from './result-deadline';
import { endRequests } from './work-load';

/**
 * Sends to the addressed members and waits until all have answered or the result expires. Each entry names its member
 * in From; entries stand in the order of the members, and a silent member has none.
 * @see SOM 7.4.14.2.4 steps b and c, TS-0001 10.2.7
 */
export async function askMembers(
  cse: Cse,
  identified: IdentifiedFanOutRequest,
  members: readonly AddressedMember[],
): Promise<readonly ResponsePrimitive[]> {
  const { request } = identified;
  const entries = new Map<string, ResponsePrimitive>();
  const waiting = new Set(members.map(({ memberID }) => memberID));
  const note: Note = (memberID, answer) => {
    if (waiting.delete(memberID)) endRequests(cse, [memberID]);
    entries.set(memberID, { ...answer, requestIdentifier: request.requestIdentifier, from: memberID });
  };
  const unsent = new Set(cse.procedures.planMessages(cse, identified, members));
  await fanOut(cse.ports.clock, {
    members: [...unsent],
    ask: (message) => {
      unsent.delete(message);
      return askByMessage(cse, identified, message, note);
    },
    concurrency: cse.config.fanOutConcurrency,
    deadline: resultDeadline(cse, request),
  });
  if (unsent.size > 0) giveUp(cse, waiting);
  return members.flatMap(({ memberID }) => entries.get(memberID) ?? []);
}

/** The result expired before all could be asked: nobody will answer what was not sent. */
function giveUp(cse: Cse, waiting: Set<string>): void {
  endRequests(cse, [...waiting]);
  waiting.clear();
}

function askByMessage(
  cse: Cse,
  identified: IdentifiedFanOutRequest,
  message: MemberMessage,
  note: Note,
): Promise<void> {
  if (message.kind === 'member') return askMember(cse, identified, message.member, note);
  return askThroughSubGroup(cse, identified, message.members, note);
}
