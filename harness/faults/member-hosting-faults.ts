import { refuse } from '../../protocol/model/refusal';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Fault } from './fault';
import { withAttributes } from './groups-as-created';
import { withStatus } from './with-status';

/** Deviations of the CSE that hosts a member, where a fanned-out request is a request like any other. @see SOM 7.4.14.2.4 */
export const MEMBER_HOSTING_FAULTS: readonly Fault[] = [
  {
    name: 'missing-resource-answers-4000',
    description: 'Answers BAD_REQUEST where there is no resource of that name.',
    catches: [
      'A fanned-out request to a resource that is not there is answered so',
      'A member without a resource at that path answers that it is not found',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkExistence: (cse, request) => withStatus(procedures.checkExistence(cse, request), RSC.BAD_REQUEST),
    }),
  },
  {
    name: 'fanned-out-requests-trusted',
    description:
      'Lets every request through that carries a group request identifier: the group has judged it.',
    catches: [
      'A member is protected against an Originator whom the group let through',
      'A member with policies of its own refuses while the other answers',
    ],
    apply: (procedures) => ({
      ...procedures,
      authorize: (cse, request, target) =>
        request.groupRequestIdentifier === undefined ? procedures.authorize(cse, request, target) : undefined,
    }),
  },
  {
    name: 'policies-ignored',
    description: 'Only the creator has access, whatever the policies say.',
    catches: [
      'A member lets the Originator in whom its own policy names',
      "Without membersAccessControlPolicyIDs the group's own policies let an Originator in",
    ],
    apply: (procedures) => ({
      ...procedures,
      authorize: (cse, request, target) =>
        procedures.authorize(cse, request, withAttributes(target, { accessControlPolicyIDs: [] })),
    }),
  },
  {
    name: 'groups-of-other-cses-refused',
    description: 'Another CSE may create no group here.',
    catches: ['A sub-group without a proposed name is given one'],
    apply: (procedures) => ({
      ...procedures,
      authorize(cse, request, target) {
        const { operation, resourceType, from = '' } = request;
        if (operation === 'create' && resourceType === ResourceType.group && from.startsWith('/')) {
          return refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, `${from} may create no group here.`);
        }
        return procedures.authorize(cse, request, target);
      },
    }),
  },
];
