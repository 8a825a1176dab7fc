import { isRefusal, refuse } from '../../protocol/model/refusal';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { memberIDsOf } from '../../reference-impl/cse/group/group-attributes';
import type { Resource } from '../../reference-impl/cse/resource';
import type { Fault } from './fault';

/** Deviations in what a group has as children, and in what a retrieve and a delete of it do. @see SOM 7.4.13 */
export const GROUP_RESOURCE_FAULTS: readonly Fault[] = [
  {
    name: 'group-children-not-checked',
    description: 'Resources of any type can be made under a group.',
    catches: ['A container is no child of a group'],
    apply: (procedures) => ({
      ...procedures,
      checkChildType: (cse, parent, resourceType) =>
        isGroup(parent) ? undefined : procedures.checkChildType(cse, parent, resourceType),
    }),
  },
  {
    name: 'subscription-under-group-refused',
    description: 'A group takes one subscription only.',
    catches: ['A group takes several subscriptions'],
    apply: (procedures) => ({
      ...procedures,
      checkChildType: (cse, parent, resourceType) =>
        isGroup(parent) && cse.store.childrenOf(parent.resourceID).some(isSubscription)
          ? refuse(RSC.INVALID_CHILD_RESOURCE_TYPE, 'There is a subscription already.')
          : procedures.checkChildType(cse, parent, resourceType),
    }),
  },
  {
    name: 'group-retrieve-fans-out',
    description: 'A retrieve of the group goes to its members.',
    catches: ['A retrieve of the group gives its attributes and asks no member'],
    apply: (procedures) => ({
      ...procedures,
      retrieve: (cse, request, target) =>
        isGroup(target)
          ? procedures.fanOutPoint(cse, { request, group: target, suffix: '' })
          : procedures.retrieve(cse, request, target),
    }),
  },
  {
    name: 'group-delete-deletes-members',
    description: 'The members on this CSE go with the group.',
    catches: ['A delete of the group leaves its members'],
    apply: (procedures) => ({
      ...procedures,
      async delete(cse, request, target) {
        for (const memberID of isGroup(target) ? memberIDsOf(target.attributes) : []) {
          const member = cse.resolve(memberID);
          if (member !== undefined) await procedures.delete(cse, request, member.resource);
        }
        return procedures.delete(cse, request, target);
      },
    }),
  },
  {
    name: 'fan-out-point-outlives-group',
    description: 'The fan-out point of a deleted group is still served.',
    catches: [
      'With the group its fanOutPoint is gone',
      'A group is created, validated, used, changed and deleted',
    ],
    apply(procedures) {
      const deleted = new Map<string, Resource>();
      return {
        ...procedures,
        delete(cse, request, target) {
          if (isGroup(target)) deleted.set(`${request.to}/fopt`, target);
          return procedures.delete(cse, request, target);
        },
        checkExistence(cse, request) {
          const found = procedures.checkExistence(cse, request);
          const group = deleted.get(request.to);
          return isRefusal(found) && group !== undefined
            ? { resource: group, virtual: 'fopt', suffix: '' }
            : found;
        },
      };
    },
  },
  {
    name: 'long-list-crashes',
    description: 'A create with more than a thousand members ends in an internal error.',
    catches: ['A list of 5000 members is answered and harms nothing'],
    apply: (procedures) => ({
      ...procedures,
      createGroup: async (cse, request, draft) =>
        memberIDsOf(draft.attributes).length > 1000
          ? crash('too many members')
          : procedures.createGroup(cse, request, draft),
    }),
  },
  {
    name: 'missing-member-crashes',
    description: 'A create with a member that does not exist ends in an internal error.',
    catches: ['A group whose member points nowhere is answered and harms nothing'],
    apply: (procedures) => ({
      ...procedures,
      createGroup: async (cse, request, draft) =>
        memberIDsOf(draft.attributes).every((memberID) => cse.resolve(memberID))
          ? procedures.createGroup(cse, request, draft)
          : crash('a member is not there'),
    }),
  },
  {
    name: 'self-member-crashes',
    description: 'A create with the group itself as a member ends in an internal error.',
    catches: ['A group that is to be a member of itself is answered and harms nothing'],
    apply: (procedures) => ({
      ...procedures,
      createGroup: async (cse, request, draft) =>
        memberIDsOf(draft.attributes).some((memberID) => memberID.split('/').includes(draft.resourceName))
          ? crash('the group is in itself')
          : procedures.createGroup(cse, request, draft),
    }),
  },
];

function isGroup({ resourceType }: Resource): boolean {
  return resourceType === ResourceType.group;
}

function isSubscription({ resourceType }: Resource): boolean {
  return resourceType === ResourceType.subscription;
}

function crash(why: string): never {
  throw new Error(why);
}
