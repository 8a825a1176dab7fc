import { refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { isFailure } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { resultDeadline } from '../../reference-impl/cse/group/result-deadline';
import { refused, respond } from '../../reference-impl/cse/response';
import { aggregatingOthers } from './changed-fan-out';
import type { Fault } from './fault';

/** Deviations in what members that fail, are late or misbehave do to the answer. @see SOM 7.4.14.2.4 step c */
export const FAILURE_FAULTS: readonly Fault[] = [
  {
    name: 'one-failure-hides-others',
    description: 'Leaves out what comes after the first member that failed.',
    catches: [
      'A member that refuses has its refusal as its entry',
      'A member that no longer exists leaves the entries of the others alone',
    ],
    apply: aggregatingOthers((entries) => {
      const failed = entries.findIndex(isFailure);
      return failed === -1 ? entries : entries.slice(0, failed);
    }),
  },
  {
    name: 'failure-reported-as-success',
    description: 'The entry of a member that failed says OK.',
    catches: [
      'A member that refuses has its refusal as its entry',
      'A member that no longer exists leaves the entries of the others alone',
      'The answer is OK even when every member refuses',
      'A member that drops the connection disturbs no other',
    ],
    apply: aggregatingOthers((entries) =>
      entries.map((entry) => (isFailure(entry) ? { ...entry, responseStatusCode: RSC.OK } : entry)),
    ),
  },
  {
    name: 'unreachable-member-fails-request',
    description: 'One member that gives no usable answer makes the whole answer TARGET_NOT_REACHABLE.',
    catches: [
      'Members on a reachable CSE answer while another CSE is unreachable',
      'A member that drops the connection disturbs no other',
      'A member that answers with garbage disturbs no other',
      'A member that answers with another request identifier disturbs no other',
    ],
    apply: (procedures) => ({
      ...procedures,
      aggregateResponses: (request, members, entries) =>
        entries.some(({ responseStatusCode }) => responseStatusCode === RSC.TARGET_NOT_REACHABLE)
          ? refused(request, refuse(RSC.TARGET_NOT_REACHABLE, 'A member cannot be reached.'))
          : procedures.aggregateResponses(request, members, entries),
    }),
  },
  {
    name: 'expired-result-is-timeout',
    description:
      'When the result expires before all have answered the answer is REQUEST_TIMEOUT without entries.',
    catches: [
      'When the result expires the answers that are in are returned',
      'The answer does not wait for a member beyond the expiration of the result',
    ],
    apply: (procedures) => ({
      ...procedures,
      aggregateResponses: (request, members, entries) =>
        entries.length < members.length
          ? refused(request, refuse(RSC.REQUEST_TIMEOUT, 'Not all members have answered.'))
          : procedures.aggregateResponses(request, members, entries),
    }),
  },
  {
    name: 'result-expiration-ignored',
    description: 'Waits for every member however long.',
    catches: [
      'The answer does not wait for a member beyond the expiration of the result',
      'When the result expires the answers that are in are returned',
      'When no member has answered before the result expires the request fails',
    ],
    apply: (procedures) => ({
      ...procedures,
      askMembers: (cse, fanOut, members) =>
        procedures.askMembers(cse, { ...fanOut, request: expiringAfter(fanOut.request, 3_600_000) }, members),
    }),
  },
  {
    name: 'answers-before-members',
    description: 'Gives the members 100 ms.',
    catches: ['The CSE waits for a member that takes its time'],
    apply: (procedures) => ({
      ...procedures,
      askMembers: (cse, fanOut, members) =>
        procedures.askMembers(cse, { ...fanOut, request: expiringAfter(fanOut.request, 100) }, members),
    }),
  },
  {
    name: 'no-answer-is-empty-aggregate',
    description: 'Where nobody answered the answer is OK with what there is.',
    catches: ['When no member has answered before the result expires the request fails'],
    apply: (procedures) => ({
      ...procedures,
      aggregateResponses: (request, _members, entries) =>
        respond(request, RSC.OK, { kind: 'aggregatedResponse', responses: entries }),
    }),
  },
  {
    name: 'first-member-has-two-entries',
    description: 'Lists the answer of the first member twice.',
    catches: ['A member that answers twice has one entry', 'A retrieve brings one entry per member'],
    apply: aggregatingOthers((entries) => [...entries.slice(0, 1), ...entries]),
  },
  {
    name: 'late-answer-kept-for-next',
    description: 'An answer that comes after the result has expired is listed in the next answer.',
    catches: ['An answer that comes late does not turn up in the next request'],
    apply(procedures) {
      const late: ResponsePrimitive[] = [];
      return {
        ...procedures,
        async forward(cse, request) {
          const deadline = resultDeadline(cse, request);
          const answer = await procedures.forward(cse, expiringAfter(request, 3_600_000));
          if (cse.ports.clock.now() >= deadline) late.push({ ...answer, from: request.to });
          return answer;
        },
        aggregateResponses: (request, members, entries) =>
          procedures.aggregateResponses(request, members, [...entries, ...late.splice(0)]),
      };
    },
  },
];

function expiringAfter(request: RequestPrimitive, milliseconds: number): RequestPrimitive {
  return { ...request, resultExpirationTimestamp: String(milliseconds) };
}
