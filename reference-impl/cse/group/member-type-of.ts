import type { Cse } from '../cse';
import { specializationIn } from './group-attributes';
import type { MemberType } from './member-type';
import { readMember, typeOfRepresentation } from './read-member';
import { isFanOutPoint, mayBeVirtual } from './virtual-member';

/** The type of one member, asked the way that suits it. @see SOM 7.4.13.2.1 steps 1 and 2 */
export async function memberTypeOf(
  cse: Cse,
  originator: string | undefined,
  memberID: string,
): Promise<MemberType> {
  if (isFanOutPoint(memberID)) return cse.procedures.typeOfSubGroupMember(cse, originator, memberID);
  if (mayBeVirtual(memberID)) return cse.procedures.typeOfVirtualMember(cse, originator, memberID);
  const member = await readMember(cse, originator, memberID);
  if (member.kind !== 'read') return member;
  const specializationType = specializationIn(member.resource.attributes);
  return {
    kind: 'known',
    memberType: typeOfRepresentation(member.resource),
    ...(specializationType !== undefined && { specializationType }),
  };
}
