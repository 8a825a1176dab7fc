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
  const end = (memberIDs: readonly string[]): void =>
    endRequests(
      cse,
      memberIDs.filter((memberID) => waiting.delete(memberID)),
    );
  const note: Note = (memberID, answer) => {
    end([memberID]);
    entries.set(memberID, { ...answer, requestIdentifier: request.requestIdentifier, from: memberID });
  };
  const unsent = new Set(cse.procedures.planMessages(cse, identified, members));
  await fanOut(cse.ports.clock, {
    members: [...unsent],
    ask: async (message) => {
      unsent.delete(message);
      await askByMessage(cse, identified, message, note);
      // A sub-group has answered for all of its members, those included that it has no entry for.
      end(reachedBy(message));
    },
    concurrency: cse.config.fanOutConcurrency,
    deadline: resultDeadline(cse, request),
  });
  // The result expired before all could be asked: nobody will answer what was not sent.
  end([...unsent].flatMap(reachedBy));
  return members.flatMap(({ memberID }) => entries.get(memberID) ?? []);
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

function reachedBy(message: MemberMessage): readonly string[] {
  return message.kind === 'member' ? [message.member.memberID] : message.members.memberIDs;
}
