import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { membersAccessControlPolicyIDsIn } from '../../reference-impl/cse/group/group-attributes';
import type { Fault } from './fault';
import { withAttributes } from './groups-as-created';
import { refuseTooLate } from './refuse-too-late';

/** Deviations in who may use a fan-out point. @see TS-0001 10.2.7.1 */
export const MEMBERS_ACCESS_FAULTS: readonly Fault[] = [
  {
    name: 'members-policies-ignored',
    description: "Goes by the group's own policies although there are membersAccessControlPolicyIDs.",
    catches: [
      "membersAccessControlPolicyIDs let an Originator in whom the group's own policies keep out",
      "membersAccessControlPolicyIDs keep an Originator out whom the group's own policies let in",
      'membersAccessControlPolicyIDs are judged by the operation: a reader may read',
      'membersAccessControlPolicyIDs are judged by the operation: a reader may not update',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkMembersAccess: (cse, request, group) => cse.procedures.authorize(cse, request, group),
    }),
  },
  {
    name: 'either-policy-suffices',
    description: "Lets in whom membersAccessControlPolicyIDs or the group's own policies let in.",
    catches: [
      "membersAccessControlPolicyIDs keep an Originator out whom the group's own policies let in",
      'membersAccessControlPolicyIDs are judged by the operation: a reader may not update',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkMembersAccess: (cse, request, group) =>
        cse.procedures.authorize(cse, request, group) && procedures.checkMembersAccess(cse, request, group),
    }),
  },
  {
    name: 'fan-out-point-open-to-all',
    description: 'Lets everybody use the fan-out point: the members will refuse.',
    catches: [
      "Without membersAccessControlPolicyIDs the group's own policies keep an Originator out",
      'An Originator that is not registered may not use the fanOutPoint',
      'A request without privilege reaches no member on another CSE',
    ],
    apply: (procedures) => ({ ...procedures, checkMembersAccess: () => undefined }),
  },
  {
    name: 'fan-out-point-for-owner-only',
    description:
      'Without membersAccessControlPolicyIDs only the creator of the group may use the fan-out point.',
    catches: [
      "Without membersAccessControlPolicyIDs the group's own policies let an Originator in",
      'A member with policies of its own refuses while the other answers',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkMembersAccess: (cse, request, group) =>
        procedures.checkMembersAccess(cse, request, withAttributes(group, { accessControlPolicyIDs: [] })),
    }),
  },
  {
    name: 'fan-out-judged-as-retrieve',
    description: 'Whoever may retrieve may do everything through the fan-out point.',
    catches: ['membersAccessControlPolicyIDs are judged by the operation: a reader may not update'],
    apply: (procedures) => ({
      ...procedures,
      checkMembersAccess: (cse, request, group) =>
        procedures.checkMembersAccess(cse, { ...request, operation: 'retrieve' }, group),
    }),
  },
  {
    name: 'privilege-checked-after-asking',
    description: 'Asks the members first and refuses then.',
    catches: [
      'A request without privilege reaches no member on another CSE',
      "Without membersAccessControlPolicyIDs the group's own policies keep an Originator out",
    ],
    apply: (procedures) => ({
      ...procedures,
      checkMembersAccess: () => undefined,
      fanOutPoint: refuseTooLate(procedures, (cse, { request, group }) =>
        request.operation === 'notify' ? undefined : procedures.checkMembersAccess(cse, request, group),
      ),
    }),
  },
  {
    name: 'members-policies-open-the-group',
    description: 'membersAccessControlPolicyIDs let in to the group itself as well.',
    catches: ['Access to the members is no access to the group itself'],
    apply: (procedures) => ({
      ...procedures,
      authorize(cse, request, target) {
        const refusal = procedures.authorize(cse, request, target);
        const accessControlPolicyIDs = membersAccessControlPolicyIDsIn(target.attributes);
        if (target.resourceType !== ResourceType.group || accessControlPolicyIDs === undefined)
          return refusal;
        return (
          refusal && procedures.authorize(cse, request, withAttributes(target, { accessControlPolicyIDs }))
        );
      },
    }),
  },
];
