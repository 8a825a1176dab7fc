import { appendPath, parseAddress } from '../../protocol/model/identifier';
import { isRefusal, type Refusal, refuse } from '../../protocol/model/refusal';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Resolved } from '../../reference-impl/cse/cse';
import { isFanOutPoint, parentAddress } from '../../reference-impl/cse/group/virtual-member';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import { refused } from '../../reference-impl/cse/response';
import type { Fault } from './fault';

/** Deviations in how a fan-out point is addressed and what its address means. @see SOM 7.4.14.1 */
export const FAN_OUT_ADDRESS_FAULTS: readonly Fault[] = [
  {
    name: 'unstructured-group-address-refused',
    description: 'A fan-out point is not found by the identifier of its group.',
    catches: ['The fanOutPoint is reached by the <form> identifier of the group'],
    apply: refusingFanOutPoints((to, { resource }) => segmentsOf(to).includes(resource.resourceID)),
  },
  {
    name: 'structured-group-address-refused',
    description: 'A fan-out point is found by the identifier of its group only.',
    catches: ['The fanOutPoint is reached by the <form> identifier of the group'],
    apply: refusingFanOutPoints((to, { resource }) => !segmentsOf(to).includes(resource.resourceID)),
  },
  {
    name: 'fan-out-point-answers-itself',
    description: 'A retrieve of the fan-out point answers the group.',
    catches: [
      'A retrieve of the fanOutPoint gives the answers of the members and no resource of its own',
      'The fanOutPoint is reached by the <form> identifier of the group',
    ],
    apply: (procedures) => ({
      ...procedures,
      fanOutPoint: (cse, fanOut) =>
        fanOut.request.operation === 'retrieve' && fanOut.suffix === ''
          ? procedures.retrieve(cse, fanOut.request, fanOut.group)
          : procedures.fanOutPoint(cse, fanOut),
    }),
  },
  {
    name: 'fan-out-point-after-first-update',
    description: 'A group has its fan-out point only after it was updated.',
    catches: ['A group has its fanOutPoint from the start'],
    apply: refusingFanOutPoints(
      (_to, { resource: { attributes } }) => attributes.lastModifiedTime === attributes.creationTime,
    ),
  },
  {
    name: 'containers-have-fan-out-point',
    description: '/fopt after a container names the container.',
    catches: ['A container has no fanOutPoint'],
    apply: (procedures) => ({
      ...procedures,
      checkExistence(cse, request) {
        const found = procedures.checkExistence(cse, request);
        const container = isFanOutPoint(request.to) ? cse.resolve(parentAddress(request.to)) : undefined;
        return isRefusal(found) && container !== undefined ? container : found;
      },
    }),
  },
  {
    name: 'suffix-dropped',
    description: 'Members get the request without what followed /fopt.',
    catches: [
      'A path after /fopt leads to the resources under the members',
      'A path after /fopt keeps the request away from the members themselves',
      "What follows /fopt is appended to the member's identifier",
      'With /ol after /fopt each container gives its oldest contentInstance',
      'A path after /fopt is appended to the named members only',
      'A path after /fopt is passed on through a group within the group',
    ],
    apply: changingSuffix(() => ''),
  },
  {
    name: 'suffix-first-element-only',
    description: 'Members get the request with the first path element that followed /fopt.',
    catches: ['Several path elements after /fopt are appended whole'],
    apply: changingSuffix((suffix) => suffix.split('/')[0] ?? ''),
  },
  {
    name: 'suffix-also-to-member',
    description: 'With a path after /fopt the members themselves are asked as well.',
    catches: [
      'A path after /fopt keeps the request away from the members themselves',
      "What follows /fopt is appended to the member's identifier",
    ],
    apply: (procedures) => ({
      ...procedures,
      async askMembers(cse, fanOut, members) {
        if (fanOut.suffix !== '') await procedures.askMembers(cse, { ...fanOut, suffix: '' }, members);
        return procedures.askMembers(cse, fanOut, members);
      },
    }),
  },
  {
    name: 'missing-suffix-fails-whole-request',
    description: 'One member that finds nothing makes the whole answer NOT_FOUND.',
    catches: [
      'A member without a resource at that path answers that it is not found',
      'A member that no longer exists leaves the entries of the others alone',
    ],
    apply: (procedures) => ({
      ...procedures,
      aggregateResponses: (request, members, entries) =>
        entries.some(({ responseStatusCode }) => responseStatusCode === RSC.NOT_FOUND)
          ? refused(request, refuse(RSC.NOT_FOUND, 'A member has no such resource.'))
          : procedures.aggregateResponses(request, members, entries),
    }),
  },
  {
    name: 'virtual-suffix-refused',
    description: '/la and /ol after /fopt are refused.',
    catches: [
      'With /la after /fopt each container gives its latest contentInstance',
      'With /ol after /fopt each container gives its oldest contentInstance',
    ],
    apply: (procedures) => ({
      ...procedures,
      fanOutPoint: async (cse, fanOut) =>
        ['la', 'ol'].includes(fanOut.suffix)
          ? refused(fanOut.request, refuse(RSC.BAD_REQUEST, 'A virtual resource cannot follow.'))
          : procedures.fanOutPoint(cse, fanOut),
    }),
  },
  {
    name: 'nested-groups-not-followed',
    description: 'For a member that ends in /fopt the request goes to the group itself.',
    catches: [
      'Members that are fanOutPoints pass the request on to the members of their groups',
      'A path after /fopt is passed on through a group within the group',
      'Members of the group and of its sub-group can be named together',
      'A container that two sub-groups share executes a request once',
    ],
    apply: (procedures) => ({
      ...procedures,
      memberRequest(cse, fanOut, member) {
        const request = procedures.memberRequest(cse, fanOut, member);
        return isFanOutPoint(member.memberID)
          ? { ...request, to: appendPath(parentAddress(member.memberID), fanOut.suffix) }
          : request;
      },
    }),
  },
  {
    name: 'member-groups-always-followed',
    description: 'For a member that is a group as such the request goes to its members.',
    catches: ['A group that is a member without /fopt gets the request itself'],
    apply: (procedures) => ({
      ...procedures,
      memberRequest(cse, fanOut, member) {
        const request = procedures.memberRequest(cse, fanOut, member);
        const target = cse.resolve(member.memberID);
        const isGroup = target?.virtual === undefined && target?.resource.resourceType === ResourceType.group;
        return isGroup ? { ...request, to: appendPath(`${member.memberID}/fopt`, fanOut.suffix) } : request;
      },
    }),
  },
];

function segmentsOf(to: string): readonly string[] {
  return parseAddress(to)?.segments ?? [];
}

/** Some fan-out points are not found. */
function refusingFanOutPoints(isRefused: (to: string, found: Resolved) => boolean) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    checkExistence(cse, request): Resolved | Refusal {
      const found = procedures.checkExistence(cse, request);
      if (isRefusal(found) || found.virtual !== 'fopt' || !isRefused(request.to, found)) return found;
      return refuse(RSC.NOT_FOUND, `${request.to} names no resource of this CSE.`);
    },
  });
}

function changingSuffix(change: (suffix: string) => string) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    memberRequest: (cse, fanOut, member) =>
      procedures.memberRequest(cse, { ...fanOut, suffix: change(fanOut.suffix) }, member),
  });
}
