import { appendPath } from '../../../protocol/model/identifier';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { askMember, type Note } from './ask-member';
import type { IdentifiedFanOutRequest } from './fan-out-request';
import { memberKey, spRelative } from './member-key';
import type { MembersOnOneCse } from './member-message';
import { giveUpSubGroup } from './sub-group-on-member-cse';

/**
 * One message for all members on one CSE. The sub-group is our own affair: its answers become entries of the members
 * themselves, and where it is refused the members are asked one by one. @see SOM 7.4.14.2.2
 */
export async function askThroughSubGroup(
  cse: Cse,
  identified: IdentifiedFanOutRequest,
  members: MembersOnOneCse,
  note: Note,
): Promise<void> {
  const address = await cse.procedures.subGroupOnMemberCse(cse, identified.group, members);
  if (address === undefined) return askOneByOne(cse, identified, members, note);
  const fanOutPoint = { memberID: appendPath(address, 'fopt') };
  const answer = await cse.send(cse.procedures.memberRequest(cse, identified, fanOutPoint));
  if (wasRefused(answer)) {
    giveUpSubGroup(cse, identified.group, members);
    return askOneByOne(cse, identified, members, note);
  }
  noteEntries(cse, members, answer, note);
}

async function askOneByOne(
  cse: Cse,
  identified: IdentifiedFanOutRequest,
  { memberIDs }: MembersOnOneCse,
  note: Note,
): Promise<void> {
  await Promise.all(memberIDs.map((memberID) => askMember(cse, identified, { memberID }, note)));
}

/** A refusal says that no member was asked; silence does not. */
function wasRefused({ responseStatusCode: status }: ResponsePrimitive): boolean {
  return status >= 4000 && status < 5000 && status !== RSC.REQUEST_TIMEOUT;
}

/** Entries of the members, by whatever identifier the sub-group names them. */
function noteEntries(cse: Cse, members: MembersOnOneCse, answer: ResponsePrimitive, note: Note): void {
  if (answer.content?.kind !== 'aggregatedResponse') return;
  const memberIDs = new Map(members.memberIDs.map((memberID) => [memberKey(cse, memberID), memberID]));
  for (const entry of answer.content.responses) {
    const named = spRelative(members.cseID, entry.from ?? '');
    const memberID = memberIDs.get(memberKey(cse, named));
    if (memberID !== undefined) note(memberID, entry);
  }
}
