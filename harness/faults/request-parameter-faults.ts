import { refuse } from '../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { DesIdResType } from '../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { respond } from '../../reference-impl/cse/response';
import { aggregatingOthers, askingOthers } from './changed-fan-out';
import type { Fault } from './fault';
import { rewritingHeaders } from './rewritten-message';

/** Deviations from the table of request parameters. @see SOM 6.4.1 */
export const REQUEST_PARAMETER_FAULTS: readonly Fault[] = [
  {
    name: 'from-not-demanded',
    description: 'A request without From is carried out in the name of the administrator of the CSE.',
    catches: ['A request without From is refused'],
    apply: (procedures) => ({
      ...procedures,
      checkPrimitive: (cse, request) =>
        procedures.checkPrimitive(cse, { from: cse.config.adminOriginator, ...request }),
      perform: (cse, request, target) =>
        procedures.perform(cse, { from: cse.config.adminOriginator, ...request }, target),
    }),
  },
  {
    name: 'request-identifier-not-demanded',
    description: 'A request without Request Identifier is given one.',
    catches: ['A request without a Request Identifier is refused'],
    wrapEndpoint: rewritingHeaders((headers) => {
      if (!headers.has('X-M2M-RI')) headers.set('X-M2M-RI', 'made-up');
    }),
  },
  {
    name: 'answer-with-fresh-request-identifier',
    description: 'The aggregated answer has a Request Identifier of its own.',
    catches: ['The aggregated answer carries the Request Identifier of the request'],
    apply: (procedures) => ({
      ...procedures,
      aggregateResponses: (request, members, entries) => ({
        ...procedures.aggregateResponses(request, members, entries),
        requestIdentifier: `${request.requestIdentifier}-answer`,
      }),
    }),
  },
  {
    name: 'group-request-non-blocking-by-default',
    description: 'Without Response Type a group request is accepted and the results are kept back.',
    catches: ['Without Response Type the answer itself carries the results'],
    apply: (procedures) => ({
      ...procedures,
      async fanOutPoint(cse, fanOut) {
        const answer = await procedures.fanOutPoint(cse, fanOut);
        const { request } = fanOut;
        return request.responseType === undefined ? respond(request, RSC.ACCEPTED) : answer;
      },
    }),
  },
  {
    name: 'delivery-aggregation-not-understood',
    description: 'Delivery Aggregation counts as an argument that nobody knows.',
    catches: ['Delivery Aggregation of false is understood'],
    apply: (procedures) => ({
      ...procedures,
      checkSupport: (cse, request) =>
        request.deliveryAggregation === undefined
          ? procedures.checkSupport(cse, request)
          : refuse(RSC.BAD_REQUEST, 'There is no argument da.'),
    }),
  },
  {
    name: 'discovery-unstructured-by-default',
    description: 'Without Desired Identifier Result Type a discovery gives unstructured identifiers.',
    catches: ['Without Desired Identifier Result Type a discovery gives structured identifiers'],
    apply: (procedures) => ({
      ...procedures,
      retrieve: (cse, request, target) =>
        procedures.retrieve(
          cse,
          { desiredIdentifierResultType: DesIdResType.unstructured, ...request },
          target,
        ),
    }),
  },
  {
    name: 'member-entries-without-content',
    description: 'Without Result Content the entries of the aggregated answer are empty.',
    catches: [
      "Without Result Content a retrieve gives the members' attributes",
      'With /la after /fopt each container gives its latest contentInstance',
      'A path after /fopt leads to the resources under the members',
    ],
    apply: aggregatingOthers((entries, { resultContent }) =>
      resultContent === undefined ? entries.map(withoutContent) : entries,
    ),
  },
  {
    name: 'somecast-number-not-a-number-taken',
    description: 'A somecast number that is no positive integer counts as absent.',
    catches: ['A somecast number of <value> is no positive integer and is refused'],
    wrapEndpoint: (endpoint) => async (message) => {
      const url = new URL(message.url);
      const given = url.searchParams.get('gstn');
      if (given === null || /^[1-9]\d*$/u.test(given)) return endpoint(message);
      url.searchParams.delete('gstn');
      return endpoint(new Request(url, message));
    },
  },
  {
    name: 'group-identifier-trimmed-at-blank',
    description: 'Members get the Group Request Identifier up to its first blank.',
    catches: ['A Group Request Identifier with blanks and punctuation reaches the members unchanged'],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, member) =>
        procedures.memberRequest(
          cse,
          { ...fanOut, groupRequestIdentifier: fanOut.groupRequestIdentifier.split(' ')[0] ?? '' },
          member,
        ),
    }),
  },
  {
    name: 'target-members-first-only',
    description: 'Of the target members the first one counts.',
    catches: [
      'Group Request Target Members takes a list of <how many>',
      'The request goes to the named members only',
      'Naming every member is the same as naming none',
      'Members of the group and of its sub-group can be named together',
    ],
    apply: (procedures) => ({
      ...procedures,
      targetMembers(cse, fanOut) {
        const { groupRequestTargetMembers, ...request } = fanOut.request;
        if (groupRequestTargetMembers === undefined) return procedures.targetMembers(cse, fanOut);
        const first = groupRequestTargetMembers.slice(0, 1);
        return procedures.targetMembers(cse, {
          ...fanOut,
          request: { ...request, groupRequestTargetMembers: first },
        });
      },
    }),
  },
  {
    name: 'target-members-default-first',
    description: 'Without target members the first half of the members is asked.',
    catches: [
      'Without Group Request Target Members no member is left out',
      'A retrieve brings one entry per member',
    ],
    apply: askingOthers((members, { request }) =>
      request.groupRequestTargetMembers === undefined
        ? members.slice(0, Math.ceil(members.length / 2))
        : members,
    ),
  },
  {
    name: 'somecast-default-one',
    description: 'In a group with somecast enabled a request without somecast number goes to one member.',
    catches: ['Without a somecast number a group with somecast enabled is fanned out to every member'],
    apply: askingOthers((members, { request, group }) => {
      const { groupSomecastTargetNumber, groupRequestTargetMembers } = request;
      const selected = groupSomecastTargetNumber !== undefined || groupRequestTargetMembers !== undefined;
      return selected || group.attributes.somecastEnable !== true ? members : members.slice(0, 1);
    }),
  },
];

function withoutContent({ content: _content, ...entry }: ResponsePrimitive): ResponsePrimitive {
  return entry;
}
