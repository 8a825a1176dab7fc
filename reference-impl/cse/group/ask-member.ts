import { refuse } from '../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { refused } from '../response';
import type { AddressedMember } from './addressed-member';
import type { IdentifiedFanOutRequest } from './fan-out-request';
import { hostingCseID } from './member-key';

/** Notes what a member answered. */
export type Note = (memberID: string, answer: ResponsePrimitive) => void;

/** Sends the request to one member. What is no address of a oneM2M resource is not found. @see SOM 7.4.14.2.4 step b */
export async function askMember(
  cse: Cse,
  identified: IdentifiedFanOutRequest,
  member: AddressedMember,
  note: Note,
): Promise<void> {
  const { memberID } = member;
  const request = cse.procedures.memberRequest(cse, identified, member);
  if (hostingCseID(cse, memberID) === undefined) {
    const reason = `${memberID} is no address of a oneM2M resource.`;
    note(memberID, refused(request, refuse(RSC.NOT_FOUND, reason)));
    return;
  }
  note(memberID, await cse.send(request));
}
