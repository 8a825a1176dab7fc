import type { Attributes } from '../../protocol/model/attribute-value';
import { isRefusal, type Refusal, refuse } from '../../protocol/model/refusal';
import { MemberType, ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { memberIDsOf, memberTypeIn } from '../../reference-impl/cse/group/group-attributes';
import { hostingCseID } from '../../reference-impl/cse/group/member-key';
import type { MemberValidation, ValidatedMember } from '../../reference-impl/cse/group/member-validation';
import { isFanOutPoint, mayBeVirtual, parentAddress } from '../../reference-impl/cse/group/virtual-member';
import type { Fault } from './fault';
import { filtered, givenAttributes } from './given-attributes';

/** Deviations in what a member's type is and whether it fits. @see SOM 7.4.13.2.1 steps 1 and 2, 7.4.13.2.3 step 4 */
export const MEMBER_VALIDATION_FAULTS: readonly Fault[] = [
  {
    name: 'member-types-not-checked-at-create',
    description: 'A create takes every member as one that fits.',
    catches: [
      'ABANDON_GROUP refuses a group with a member that does not fit',
      'ABANDON_MEMBER creates the group without the member that does not fit',
      'ABANDON_MEMBER creates the group even when no member fits',
      'SET_MIXED creates the group with all members and memberType MIXED',
      'Without a consistencyStrategy the member that does not fit is abandoned',
      'A group that is a member as such is no container, whatever its members are',
    ],
    apply: (procedures) => ({
      ...procedures,
      async createGroup(cse, request, draft) {
        const unchecked = { ...draft, attributes: untyped(draft.attributes) };
        const created = await procedures.createGroup(cse, request, unchecked);
        return typedAgain(created, draft.attributes);
      },
    }),
  },
  {
    name: 'member-types-not-checked-at-update',
    description: 'An update takes every member as one that fits.',
    catches: [
      'ABANDON_GROUP refuses an update with a member that does not fit',
      'ABANDON_MEMBER takes the update without the member that does not fit',
      'SET_MIXED takes the update with all members and makes the group MIXED',
      'A new member on another CSE that does not fit is found out',
    ],
    apply: (procedures) => ({
      ...procedures,
      async updateGroup(cse, request, current, attributes) {
        const updated = await procedures.updateGroup(cse, request, current, untyped(attributes));
        return typedAgain(updated, attributes);
      },
    }),
  },
  {
    name: 'mixed-group-takes-first-type',
    description: 'In a group of memberType MIXED all members must have the type of the first.',
    catches: ['A group of memberType MIXED takes members of any type'],
    apply: (procedures) => ({
      ...procedures,
      async validateMembers(cse, originator, attributes) {
        const [first] = memberIDsOf(attributes);
        if (first === undefined || memberTypeIn(attributes) !== MemberType.mixed) {
          return procedures.validateMembers(cse, originator, attributes);
        }
        const found = await cse.procedures.memberTypeOf(cse, originator, first);
        const memberType = found.kind === 'known' ? found.memberType : MemberType.mixed;
        return procedures.validateMembers(cse, originator, { ...attributes, memberType });
      },
    }),
  },
  {
    name: 'sub-group-judged-as-group',
    description: 'A member that ends in /fopt has the type group.',
    catches: [
      'A sub-group behind /fopt fits by its own memberType',
      'A new sub-group behind /fopt whose memberType fits is taken',
    ],
    apply: (procedures) => ({
      ...procedures,
      typeOfSubGroupMember: async () => ({ kind: 'known', memberType: ResourceType.group }),
    }),
  },
  {
    name: 'sub-group-not-checked',
    description: 'A member that ends in /fopt always fits.',
    catches: [
      'A sub-group behind /fopt whose memberType is another does not fit',
      'A new sub-group behind /fopt whose memberType is another does not fit',
      'ABANDON_GROUP deletes the group when the sub-group turns out not to fit',
    ],
    apply: (procedures) => ({
      ...procedures,
      validateMembers: async (cse, originator, attributes) =>
        fitting(await procedures.validateMembers(cse, originator, attributes), isFanOutPoint),
    }),
  },
  {
    name: 'member-group-judged-by-its-members',
    description: 'A member that is a group as such has the memberType of that group.',
    catches: [
      'A group that is a member as such has the resourceType group',
      'A group that is a member as such is no container, whatever its members are',
    ],
    apply: (procedures) => ({
      ...procedures,
      async memberTypeOf(cse, originator, memberID) {
        const found = await procedures.memberTypeOf(cse, originator, memberID);
        const isGroup = found.kind === 'known' && found.memberType === ResourceType.group;
        return isGroup ? procedures.typeOfSubGroupMember(cse, originator, `${memberID}/fopt`) : found;
      },
    }),
  },
  {
    name: 'remote-members-not-checked',
    description: 'Members on other CSEs always fit.',
    catches: [
      'A member on another CSE that does not fit is found out',
      'A new member on another CSE that does not fit is found out',
      'A member whose type may not be read makes the create fail, before any strategy',
      'A member of another specialization on another CSE is found out',
    ],
    apply: (procedures) => ({
      ...procedures,
      validateMembers: async (cse, originator, attributes) =>
        fitting(
          await procedures.validateMembers(cse, originator, attributes),
          (memberID) => hostingCseID(cse, memberID) !== cse.config.cseID,
        ),
    }),
  },
  {
    name: 'remote-members-never-fit',
    description: 'Members on other CSEs are not looked for there.',
    catches: [
      'A member on another CSE that fits is validated',
      'A virtual member on another CSE is judged by its parent there',
      'The specialization of a member on another CSE is learned from there',
    ],
    apply: (procedures) => ({
      ...procedures,
      memberTypeOf: async (cse, originator, memberID) =>
        hostingCseID(cse, memberID) === cse.config.cseID
          ? procedures.memberTypeOf(cse, originator, memberID)
          : { kind: 'missing' },
    }),
  },
  {
    name: 'unreadable-member-abandoned',
    description: 'A member that may not be read counts as one that does not fit.',
    catches: [
      'A member whose type may not be read makes the create fail, before any strategy',
      'A sub-group whose memberType may not be read makes the create fail, before any strategy',
      'A new sub-group whose memberType may not be read makes the update fail, before any strategy',
    ],
    apply: (procedures) => ({ ...procedures, checkMembersReadable: () => undefined }),
  },
  {
    name: 'unreadable-member-4103',
    description: 'A member that may not be read is refused with ORIGINATOR_HAS_NO_PRIVILEGE.',
    catches: [
      'A member whose type may not be read makes the create fail, before any strategy',
      'A sub-group whose memberType may not be read makes the create fail, before any strategy',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkMembersReadable(validation) {
        const refusal = procedures.checkMembersReadable(validation);
        return refusal && { ...refusal, status: RSC.ORIGINATOR_HAS_NO_PRIVILEGE };
      },
    }),
  },
  {
    name: 'update-of-typed-group-refused',
    description: 'New members of a group with a memberType are always refused.',
    catches: [
      'New members that fit are taken and validated',
      'A new sub-group behind /fopt whose memberType fits is taken',
      'An update takes a virtual member that fits',
      'An update with another member of the same specialization is taken',
    ],
    apply: (procedures) => ({
      ...procedures,
      updateGroup: async (cse, request, current, attributes) =>
        givenAttributes(request).memberIDs !== undefined && memberTypeIn(attributes) !== MemberType.mixed
          ? refuse(RSC.GROUP_MEMBER_TYPE_INCONSISTENT, 'The members of this group cannot be changed.')
          : procedures.updateGroup(cse, request, current, attributes),
    }),
  },
  {
    name: 'virtual-member-has-type-of-parent',
    description: 'The latest and the oldest of a container have the type container.',
    catches: [
      'Members that are the latest of a container make a group of memberType LATEST',
      'The latest of a container does not fit into a group of containers',
      'A virtual member on another CSE is judged by its parent there',
    ],
    apply: (procedures) => ({
      ...procedures,
      typeOfVirtualMember: (cse, originator, memberID) =>
        procedures.memberTypeOf(cse, originator, parentAddress(memberID)),
    }),
  },
  {
    name: 'virtual-members-always-fit',
    description: 'The latest and the oldest of a container fit into any group.',
    catches: [
      'The oldest of a container does not fit into a group of memberType LATEST',
      'The latest of a container does not fit into a group of containers',
      'An update refuses a virtual member that does not fit',
    ],
    apply: (procedures) => ({
      ...procedures,
      validateMembers: async (cse, originator, attributes) =>
        fitting(await procedures.validateMembers(cse, originator, attributes), mayBeVirtual),
    }),
  },
];

/** The group as one that asks nothing of its members. */
function untyped(attributes: Attributes): Attributes {
  return {
    ...filtered(attributes, (name) => name !== 'specializationType'),
    memberType: MemberType.mixed,
  };
}

function typedAgain(stored: Attributes | Refusal, { memberType, specializationType }: Attributes) {
  if (isRefusal(stored)) return stored;
  return {
    ...stored,
    ...(memberType !== undefined && { memberType }),
    ...(specializationType !== undefined && { specializationType }),
  };
}

/** Some of the members taken for good, whatever was found. */
function fitting(validation: MemberValidation, isTaken: (memberID: string) => boolean): MemberValidation {
  return validation.map((member): ValidatedMember => {
    const { memberID, found } = member;
    if (!isTaken(memberID) || found.kind === 'unreachable') return member;
    return { memberID, found: { kind: 'known', memberType: MemberType.mixed }, conforms: true };
  });
}
