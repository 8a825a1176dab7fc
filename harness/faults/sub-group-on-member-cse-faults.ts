import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { textList } from '../../reference-impl/cse/attribute-reading';
import { allMembers } from '../../reference-impl/cse/group/addressed-member';
import { memberIDsOf, withMemberIDs } from '../../reference-impl/cse/group/group-attributes';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';

/** Deviations in the sub-groups that serve several members on one other CSE. @see SOM 7.4.14.2.2 */
export const SUB_GROUP_ON_MEMBER_CSE_FAULTS: readonly Fault[] = [
  {
    name: 'sub-group-never-made',
    description: 'Sends every member a request of its own.',
    catches: [
      'Members on one CSE are served through a sub-group of all of them',
      'Sub-group: it is made before the request goes through it',
    ],
    apply: (procedures) => ({
      ...procedures,
      planMessages: (_cse, _fanOut, members) => members.map((member) => ({ kind: 'member', member })),
    }),
  },
  {
    name: 'sub-group-of-first-two',
    description: 'The sub-group lists the first two members only.',
    catches: ['Members on one CSE are served through a sub-group of all of them'],
    apply: (procedures) => ({
      ...procedures,
      subGroupOnMemberCse: (cse, group, { cseID, memberIDs }) =>
        procedures.subGroupOnMemberCse(cse, group, { cseID, memberIDs: memberIDs.slice(0, 2) }),
    }),
  },
  {
    name: 'sub-group-of-all-members',
    description: 'The sub-group lists the members on other CSEs as well.',
    catches: ['Each sub-group holds the members of its own CSE only'],
    apply: (procedures) => ({
      ...procedures,
      subGroupOnMemberCse: (cse, group, { cseID }) =>
        procedures.subGroupOnMemberCse(cse, group, { cseID, memberIDs: memberIDsOf(group.attributes) }),
    }),
  },
  {
    name: 'sub-group-from-originator',
    description: 'Asks for the sub-group in the name of the creator of the group.',
    catches: ['The sub-group is asked for by the CSE itself at a place of its own'],
    apply: (procedures) => ({
      ...procedures,
      async subGroupOnMemberCse(cse, group, members) {
        const { createdBy } = group;
        const asOriginator = {
          ...cse,
          send: (request: RequestPrimitive) => cse.send({ ...request, from: createdBy }),
        };
        return procedures.subGroupOnMemberCse(asOriginator, group, members);
      },
    }),
  },
  {
    name: 'sub-group-under-first-member',
    description: 'Asks for the sub-group under the first of its members.',
    catches: ['The sub-group is asked for by the CSE itself at a place of its own'],
    apply: (procedures) => ({
      ...procedures,
      forward: (cse, request) => procedures.forward(cse, underFirstMember(request)),
    }),
  },
  {
    name: 'sub-group-for-single-member',
    description: 'Makes a sub-group for one member too.',
    catches: ['A single member on a CSE needs no sub-group'],
    apply: (procedures) => ({
      ...procedures,
      planMessages: (cse, fanOut, members) =>
        procedures.planMessages(
          { ...cse, config: { ...cse.config, subGroups: { minimumMembers: 1 } } },
          fanOut,
          members,
        ),
    }),
  },
  {
    name: 'sub-group-replaces-members',
    description: 'Puts the fan-out point of the sub-group in the place of its members in the parent group.',
    catches: ['The parent group keeps its members when a sub-group is made'],
    apply: (procedures) => ({
      ...procedures,
      async subGroupOnMemberCse(cse, group, members) {
        const address = await procedures.subGroupOnMemberCse(cse, group, members);
        if (address === undefined) return undefined;
        const others = memberIDsOf(group.attributes).filter(
          (memberID) => !members.memberIDs.includes(memberID),
        );
        cse.store.put({
          ...group,
          attributes: withMemberIDs(group.attributes, [...others, `${address}/fopt`]),
        });
        return address;
      },
    }),
  },
  {
    name: 'sub-group-and-members-asked',
    description: 'Sends the request through the sub-group and to each of its members as well.',
    catches: [
      'Members on one CSE are served through a sub-group of all of them',
      'A second request reaches each member once, through the same sub-group or a new one',
    ],
    apply: (procedures) => ({
      ...procedures,
      planMessages: (cse, fanOut, members) => [
        ...procedures.planMessages(cse, fanOut, members).filter(({ kind }) => kind === 'subGroup'),
        ...members.map((member) => ({ kind: 'member', member }) as const),
      ],
    }),
  },
  {
    name: 'sub-group-reused-unchecked',
    description: 'Uses the sub-group of before whatever the members are now.',
    catches: ['A member taken out of the parent group is no longer reached through the sub-group'],
    apply: reuseUnchecked,
  },
  {
    name: 'sub-group-for-some-members',
    description: 'Sends the request through the sub-group although only some of its members are addressed.',
    catches: [
      'A request for some members does not reach the others of their sub-group',
      'A somecast does not reach the members it did not select',
    ],
    apply: (procedures) => ({ ...procedures, planMessages: planForWholeGroup(procedures) }),
  },
  {
    name: 'sub-group-never-deleted',
    description: 'Leaves a sub-group where it is when it is needed no more.',
    catches: ['With the parent group its sub-group goes'],
    apply: (procedures) => ({ ...procedures, deleteUnneededSubGroups: () => {} }),
  },
  {
    name: 'sub-group-refusal-fails-request',
    description: 'Where the sub-group is refused its members are not asked and have no entries.',
    catches: ['Where no sub-group may be made the members get the request all the same'],
    apply: (procedures) => ({
      ...procedures,
      async subGroupOnMemberCse(cse, group, members) {
        const address = await procedures.subGroupOnMemberCse(cse, group, members);
        if (address === undefined) throw new Error(`${members.cseID} has refused the sub-group`);
        return address;
      },
    }),
  },
];

function underFirstMember(request: RequestPrimitive): RequestPrimitive {
  const { operation, resourceType, content } = request;
  if (operation !== 'create' || resourceType !== ResourceType.group || content?.kind !== 'resource') {
    return request;
  }
  const [first = request.to] = textList(content.resource.attributes.memberIDs);
  return { ...request, to: first };
}

function reuseUnchecked(procedures: CseProcedures): CseProcedures {
  const addresses = new Map<string, Promise<string | undefined>>();
  return {
    ...procedures,
    subGroupOnMemberCse(cse, group, members) {
      const key = `${group.resourceID} ${members.cseID}`;
      const address = addresses.get(key) ?? procedures.subGroupOnMemberCse(cse, group, members);
      addresses.set(key, address);
      return address;
    },
    deleteUnneededSubGroups: () => {},
  };
}

/** A sub-group counts as soon as one of its members is addressed. */
function planForWholeGroup(procedures: CseProcedures): CseProcedures['planMessages'] {
  return (cse, fanOut, members) => {
    const addressed = new Set(members.map(({ memberID }) => memberID));
    const messages = procedures.planMessages(cse, fanOut, allMembers(fanOut.group.attributes));
    return messages.filter((message) =>
      message.kind === 'member'
        ? addressed.has(message.member.memberID)
        : message.members.memberIDs.some((memberID) => addressed.has(memberID)),
    );
  };
}
