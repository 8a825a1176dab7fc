import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { memberTypeIn, specializationTypeIn } from './group-attributes';
import type { MemberType } from './member-type';
import { readMember, typeOfRepresentation } from './read-member';
import { parentAddress } from './virtual-member';

/**
 * A member that is the fan-out point of a sub-group has the memberType and specializationType of that sub-group.
 * A resource that is no group has no fan-out point. @see SOM 7.4.13.2.1 step 2
 */
export async function typeOfSubGroupMember(
  cse: Cse,
  originator: string | undefined,
  memberID: string,
): Promise<MemberType> {
  const group = await readMember(cse, originator, parentAddress(memberID));
  if (group.kind !== 'read') return group;
  if (typeOfRepresentation(group.resource) !== ResourceType.group) return { kind: 'missing' };
  const { attributes } = group.resource;
  const specializationType = specializationTypeIn(attributes);
  return {
    kind: 'known',
    memberType: memberTypeIn(attributes),
    ...(specializationType !== undefined && { specializationType }),
  };
}
