import { MemberType, ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import type { MemberType as FoundType } from './member-type';
import { readMember, typeOfRepresentation } from './read-member';

/** The virtual children that can be members by themselves, and the parents that have them. @see TS-0004 6.8, 6.3.4.2.11 */
const VIRTUAL_MEMBERS: {
  readonly [name: string]: { readonly memberType: number; readonly parents: readonly number[] };
} = {
  la: {
    memberType: MemberType.latest,
    parents: [ResourceType.container, ResourceType.timeSeries, ResourceType.flexContainer],
  },
  ol: {
    memberType: MemberType.oldest,
    parents: [ResourceType.container, ResourceType.timeSeries, ResourceType.flexContainer],
  },
};

const FAN_OUT_POINT = 'fopt';

/** The member is the fan-out point of a group. @see SOM 7.4.13.2.1 */
export function isFanOutPoint(memberID: string): boolean {
  return lastSegment(memberID) === FAN_OUT_POINT;
}

/** The member may be a virtual resource other than a fan-out point; its parent decides. */
export function mayBeVirtual(memberID: string): boolean {
  return Object.hasOwn(VIRTUAL_MEMBERS, lastSegment(memberID));
}

/** Address of the resource that a virtual child belongs to. */
export function parentAddress(memberID: string): string {
  return memberID.slice(0, memberID.lastIndexOf('/'));
}

/**
 * Validates a virtual member through its parent. A parent whose type has no such virtual child may have a real child
 * of that name, which then is an ordinary member. @see SOM 7.4.13.2.1 step 1
 */
export async function typeOfVirtualMember(
  cse: Cse,
  originator: string | undefined,
  memberID: string,
): Promise<FoundType> {
  const parent = await readMember(cse, originator, parentAddress(memberID));
  if (parent.kind !== 'read') return parent;
  const virtual = VIRTUAL_MEMBERS[lastSegment(memberID)];
  if (virtual?.parents.includes(typeOfRepresentation(parent.resource)) === true) {
    return { kind: 'known', memberType: virtual.memberType };
  }
  const member = await readMember(cse, originator, memberID);
  if (member.kind !== 'read') return member;
  return { kind: 'known', memberType: typeOfRepresentation(member.resource) };
}

function lastSegment(memberID: string): string {
  return memberID.slice(memberID.lastIndexOf('/') + 1);
}
