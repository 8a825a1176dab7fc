import { appendPath } from '../../protocol/model/identifier';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../../reference-impl/cse/cse';
import { hostingCseID, spRelative } from '../../reference-impl/cse/group/member-key';
import { deliver } from '../../reference-impl/cse/request/deliver';
import { pointsOfAccess } from '../../reference-impl/cse/request/forward';
import type { Fault } from './fault';

/** Deviations in what a single member is sent. @see SOM 7.4.14.2.4 step a */
export const MEMBER_REQUEST_FAULTS: readonly Fault[] = [
  {
    name: 'member-request-from-cse',
    description: 'From of the requests to the members is the CSE.',
    catches: [
      'The member on another CSE sees the original Originator',
      'The member on another CSE sees the Originator that asked, not the owner of the group',
    ],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, member) => ({
        ...procedures.memberRequest(cse, fanOut, member),
        from: cse.config.cseID,
      }),
    }),
  },
  {
    name: 'member-request-from-owner',
    description: 'From of the requests to the members is the creator of the group.',
    catches: [
      'The member on another CSE sees the Originator that asked, not the owner of the group',
      'A member with policies of its own refuses while the other answers',
    ],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, member) => ({
        ...procedures.memberRequest(cse, fanOut, member),
        from: fanOut.group.createdBy,
      }),
    }),
  },
  {
    name: 'member-request-to-group',
    description: 'To of the requests to the members is the fan-out point, at the CSE of the member.',
    catches: ["The request goes to the member's own identifier at the CSE that hosts it"],
    apply: (procedures) => ({
      ...procedures,
      memberRequest(cse, fanOut, member) {
        const cseID = hostingCseID(cse, member.memberID) ?? cse.config.cseID;
        const to = spRelative(cseID, appendPath(fanOut.group.resourceID, 'fopt'));
        return { ...procedures.memberRequest(cse, fanOut, member), to };
      },
    }),
  },
  {
    name: 'remote-members-all-to-first-cse',
    description: 'Sends what is for members on any other CSE to the CSE that registered first.',
    catches: [
      "The request goes to the member's own identifier at the CSE that hosts it",
      'Fan-out: the request, the members, the aggregated answer',
    ],
    apply: (procedures) => ({
      ...procedures,
      forward: (cse, request) =>
        request.groupRequestIdentifier === undefined
          ? procedures.forward(cse, request)
          : deliver(cse, firstPointsOfAccess(cse), request),
    }),
  },
  {
    name: 'member-request-without-content',
    description: 'Leaves Content out of the requests to the members.',
    catches: [
      'The member gets the operation and the content of the original request',
      'A create of something else than a subscription is passed on as it came',
    ],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, member) => withoutContent(procedures.memberRequest(cse, fanOut, member)),
    }),
  },
  {
    name: 'member-request-without-release',
    description: 'Leaves Release Version Indicator out of the requests to the members.',
    catches: [
      'The request that a member gets is complete',
      'A request to a member names the release that it complies with',
    ],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, member) => withoutRelease(procedures.memberRequest(cse, fanOut, member)),
    }),
  },
  {
    name: 'member-request-without-resource-type',
    description: 'Leaves Resource Type out of the creates to the members, which reach them as notifications.',
    catches: ['The request that a member gets is complete'],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, member) =>
        withoutResourceType(procedures.memberRequest(cse, fanOut, member)),
    }),
  },
  {
    name: 'member-request-without-identifier',
    description: 'Leaves Request Identifier out of the requests to the members.',
    catches: ['The request that a member gets is complete'],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, member) => ({
        ...procedures.memberRequest(cse, fanOut, member),
        requestIdentifier: '',
      }),
    }),
  },
];

function withoutRelease({
  releaseVersionIndicator: _release,
  ...request
}: RequestPrimitive): RequestPrimitive {
  return request;
}

function withoutResourceType({ resourceType: _type, ...request }: RequestPrimitive): RequestPrimitive {
  return request;
}

function firstPointsOfAccess(cse: Cse): readonly string[] {
  const first = cse.store
    .childrenOf(cse.config.resourceID)
    .find(({ resourceType }) => resourceType === ResourceType.remoteCSE);
  return first === undefined ? [] : pointsOfAccess(first);
}

function withoutContent({ content: _content, ...request }: RequestPrimitive): RequestPrimitive {
  return request;
}
