import { isRefusal, type Refusal, refuse } from '../../protocol/model/refusal';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../../reference-impl/cse/cse';
import { memberIDsOf, withMemberIDs } from '../../reference-impl/cse/group/group-attributes';
import type { Resource } from '../../reference-impl/cse/resource';
import type { Fault } from './fault';
import { filtered, givenAttributes } from './given-attributes';

/** Deviations in the member list, and in what a refusal leaves behind. @see SOM 7.4.13.2.1, 7.4.13.2.3 */
export const GROUP_MEMBERS_FAULTS: readonly Fault[] = [
  {
    name: 'create-keeps-duplicates',
    description: 'A create keeps members that are there twice.',
    catches: [
      'Duplicate members are removed before the group is created',
      'A member that was listed twice gets a request once',
      'A group created in XML is the group that it is in JSON',
    ],
    apply: (procedures) => ({
      ...procedures,
      async createGroup(cse, request, draft) {
        const created = await procedures.createGroup(cse, request, draft);
        return isRefusal(created) ? created : withMemberIDs(created, memberIDsOf(draft.attributes));
      },
    }),
  },
  {
    name: 'update-keeps-duplicates',
    description: 'An update keeps members that are there twice.',
    catches: ['Duplicate members are removed before the group is updated'],
    apply: (procedures) => ({
      ...procedures,
      async updateGroup(cse, request, current, attributes) {
        const updated = await procedures.updateGroup(cse, request, current, attributes);
        return isRefusal(updated) ? updated : withMemberIDs(updated, memberIDsOf(attributes));
      },
    }),
  },
  {
    name: 'duplicates-refused',
    description: 'A list with a member twice is refused instead of shortened.',
    catches: [
      'Duplicate members are removed before the group is created',
      'Duplicate members are removed before the group is updated',
    ],
    apply: (procedures) => ({
      ...procedures,
      createGroup: async (cse, request, draft) =>
        duplicates(cse, memberIDsOf(draft.attributes)) ?? procedures.createGroup(cse, request, draft),
      updateGroup: async (cse, request, current, attributes) =>
        duplicates(cse, memberIDsOf(attributes)) ?? procedures.updateGroup(cse, request, current, attributes),
    }),
  },
  {
    name: 'empty-group-refused',
    description: 'A create without members is refused.',
    catches: ['A group can be created without members'],
    apply: (procedures) => ({
      ...procedures,
      createGroup: async (cse, request, draft) =>
        memberIDsOf(draft.attributes).length === 0
          ? refuse(RSC.BAD_REQUEST, 'A group without members.')
          : procedures.createGroup(cse, request, draft),
    }),
  },
  {
    name: 'emptying-update-refused',
    description: 'An update to no members is refused.',
    catches: ['An update can take the last members out of a group'],
    apply: (procedures) => ({
      ...procedures,
      updateGroup: async (cse, request, current, attributes) =>
        memberIDsOf(attributes).length === 0
          ? refuse(RSC.BAD_REQUEST, 'A group without members.')
          : procedures.updateGroup(cse, request, current, attributes),
    }),
  },
  {
    name: 'create-stores-first-member-only',
    description: 'A create keeps the first member of the list.',
    catches: [
      'A group with exactly as many members as allowed is created',
      'A retrieve of the group gives its attributes and asks no member',
      'A group whose members all fit is created and validated',
    ],
    apply: (procedures) => ({
      ...procedures,
      async createGroup(cse, request, draft) {
        const created = await procedures.createGroup(cse, request, draft);
        return isRefusal(created) ? created : withMemberIDs(created, memberIDsOf(created).slice(0, 1));
      },
    }),
  },
  {
    name: 'refused-create-is-stored',
    description: 'A group whose create is refused is there all the same.',
    catches: [
      'A group with one member more than allowed is not created',
      'ABANDON_GROUP refuses a group with a member that does not fit',
    ],
    apply: (procedures) => ({
      ...procedures,
      async createGroup(cse, request, draft) {
        const created = await procedures.createGroup(cse, request, draft);
        if (isRefusal(created)) cse.store.put(draft);
        return created;
      },
    }),
  },
  {
    name: 'update-stores-before-checking',
    description: 'groupName and maxNrOfMembers of an update are stored before it is refused.',
    catches: [
      'A refused update leaves the other attributes of the request alone as well',
      'A limit below the current number of members is refused',
      'An attribute that a group does not have is refused at update',
    ],
    apply: (procedures) => ({
      ...procedures,
      update(cse, request, target) {
        if (target.resourceType !== ResourceType.group) return procedures.update(cse, request, target);
        const early = filtered(givenAttributes(request), (name) => STORED_EARLY.includes(name));
        const stored: Resource = { ...target, attributes: { ...target.attributes, ...early } };
        cse.store.put(stored);
        return procedures.update(cse, request, stored);
      },
    }),
  },
];

const STORED_EARLY: readonly string[] = ['groupName', 'maxNrOfMembers'];

function duplicates(cse: Cse, memberIDs: readonly string[]): Refusal | undefined {
  const distinct = cse.procedures.removeDuplicateMembers(cse, memberIDs);
  return distinct.length < memberIDs.length ? refuse(RSC.BAD_REQUEST, 'A member is there twice.') : undefined;
}
