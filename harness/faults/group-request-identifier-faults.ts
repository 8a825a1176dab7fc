import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { isFanOutPoint } from '../../reference-impl/cse/group/virtual-member';
import type { Fault } from './fault';
import { freshIdentifier } from './fresh-identifier';

/** Deviations in the group request identifier that a fan-out point gives or passes on. @see SOM 7.4.14.2.4 */
export const GROUP_REQUEST_IDENTIFIER_FAULTS: readonly Fault[] = [
  {
    name: 'no-identifier-generated',
    description: 'Sends the members no identifier where the request had none.',
    catches: ['A request without identifier gets one, the same for all members'],
    apply: (procedures) => ({
      ...procedures,
      memberRequest(cse, fanOut, member) {
        const request = procedures.memberRequest(cse, fanOut, member);
        const given = fanOut.request.groupRequestIdentifier !== undefined;
        return given || isFanOutPoint(member.memberID) ? request : withoutIdentifier(request);
      },
    }),
  },
  {
    name: 'identifier-per-member',
    description: 'Makes another identifier for each member.',
    catches: [
      'A request without identifier gets one, the same for all members',
      'An identifier that is there already is kept',
      'A container that two sub-groups share executes a request once',
    ],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, member) => ({
        ...procedures.memberRequest(cse, fanOut, member),
        groupRequestIdentifier: freshIdentifier(cse, fanOut.groupRequestIdentifier),
      }),
    }),
  },
  {
    name: 'identifier-constant',
    description: 'Gives every request the resource identifier of the group as identifier.',
    catches: ['Two requests get two identifiers'],
    apply: (procedures) => ({
      ...procedures,
      assignGroupRequestIdentifier: (_cse, fanOut) => ({
        ...fanOut,
        groupRequestIdentifier: fanOut.request.groupRequestIdentifier ?? fanOut.group.resourceID,
      }),
    }),
  },
  {
    name: 'identifier-replaced',
    description: 'Replaces an identifier that is there already.',
    catches: ['An identifier that is there already is kept'],
    apply: (procedures) => ({
      ...procedures,
      assignGroupRequestIdentifier(cse, fanOut) {
        const given = fanOut.request.groupRequestIdentifier;
        return given === undefined
          ? procedures.assignGroupRequestIdentifier(cse, fanOut)
          : { ...fanOut, groupRequestIdentifier: freshIdentifier(cse, given) };
      },
    }),
  },
  {
    name: 'nested-group-gets-other-identifier',
    description: 'Gives the request another identifier wherever it goes on to a group within the group.',
    catches: [
      'Two groups that contain each other do not keep a request going',
      'A group that contains itself does not keep a request going',
      'A container that two sub-groups share executes a request once',
    ],
    apply: (procedures) => ({
      ...procedures,
      memberRequest(cse, fanOut, member) {
        const request = procedures.memberRequest(cse, fanOut, member);
        if (!isFanOutPoint(member.memberID)) return request;
        return { ...request, groupRequestIdentifier: freshIdentifier(cse, fanOut.groupRequestIdentifier) };
      },
    }),
  },
  {
    name: 'loop-answers-internal-error',
    description: 'A group that is met again on the way makes the whole answer INTERNAL_SERVER_ERROR.',
    catches: [
      'Two groups that contain each other do not keep a request going',
      'A group that contains itself does not keep a request going',
    ],
    apply: (procedures) => ({
      ...procedures,
      aggregateResponses(request, members, entries) {
        const response = procedures.aggregateResponses(request, members, entries);
        const met = entries.some(({ responseStatusCode }) => MET_AGAIN.includes(responseStatusCode));
        return met ? { ...response, responseStatusCode: RSC.INTERNAL_SERVER_ERROR } : response;
      },
    }),
  },
];

/** What a fan-out point says that has had the request already, and what that makes of those before it. */
const MET_AGAIN: readonly number[] = [RSC.GROUP_REQUEST_IDENTIFIER_EXISTS, RSC.INTERNAL_SERVER_ERROR];

function withoutIdentifier({
  groupRequestIdentifier: _identifier,
  ...request
}: RequestPrimitive): RequestPrimitive {
  return request;
}
