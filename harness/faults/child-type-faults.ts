import { refuse } from '../../protocol/model/refusal';
import { MemberType, ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { memberIDsOf, memberTypeIn } from '../../reference-impl/cse/group/group-attributes';
import type { Fault } from './fault';
import { withAttributes } from './groups-as-created';
import { refuseTooLate } from './refuse-too-late';
import { withStatus } from './with-status';

/** Deviations in the check of the type that is to be created under the members. @see SOM 7.4.14.2.1 */
export const CHILD_TYPE_FAULTS: readonly Fault[] = [
  {
    name: 'child-type-not-checked',
    description: 'Leaves it to the members of a typed group to refuse a type.',
    catches: [
      'A type that is no child of the members is refused at the group',
      'A type that is refused at the group reaches no member',
      'A subscription to members that cannot have one is refused at the group like any other type',
    ],
    apply: (procedures) => ({ ...procedures, checkChildResourceType: () => undefined }),
  },
  {
    name: 'child-type-checked-after-asking',
    description: 'Asks the members first and refuses then.',
    catches: ['A type that is refused at the group reaches no member'],
    apply: (procedures) => ({
      ...procedures,
      checkChildResourceType: () => undefined,
      fanOutPoint: refuseTooLate(procedures, procedures.checkChildResourceType),
    }),
  },
  {
    name: 'subscription-refused-as-at-a-resource',
    description: 'Refuses a subscription under members of the wrong type with TARGET_NOT_SUBSCRIBABLE.',
    catches: ['A subscription to members that cannot have one is refused at the group like any other type'],
    apply: (procedures) => ({
      ...procedures,
      checkChildResourceType(cse, fanOut) {
        const refusal = procedures.checkChildResourceType(cse, fanOut);
        const subscribes = fanOut.request.resourceType === ResourceType.subscription;
        return subscribes ? withStatus(refusal, RSC.TARGET_NOT_SUBSCRIBABLE) : refusal;
      },
    }),
  },
  {
    name: 'child-type-always-refused',
    description: 'Refuses every create at a typed group.',
    catches: ['A type that is a child of the members is let through'],
    apply: (procedures) => ({
      ...procedures,
      checkChildResourceType: (_cse, { request, group }) =>
        request.operation === 'create' && memberTypeIn(group.attributes) !== MemberType.mixed
          ? refuse(RSC.INVALID_CHILD_RESOURCE_TYPE, 'Nothing is created under members of one type.')
          : undefined,
    }),
  },
  {
    name: 'child-type-checked-for-mixed',
    description: 'A MIXED group refuses what its first member would refuse.',
    catches: ['At a group of memberType MIXED the members themselves refuse a type'],
    apply: (procedures) => ({
      ...procedures,
      checkChildResourceType(cse, fanOut) {
        const [first = ''] = memberIDsOf(fanOut.group.attributes);
        const member = cse.resolve(first)?.resource;
        if (member === undefined) return procedures.checkChildResourceType(cse, fanOut);
        const group = withAttributes(fanOut.group, { memberType: member.resourceType });
        return procedures.checkChildResourceType(cse, { ...fanOut, group });
      },
    }),
  },
];
