import type { Operation } from '../../protocol/model/operation';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { respond } from '../../reference-impl/cse/response';
import { aggregatingOthers, askingOthers } from './changed-fan-out';
import type { Fault } from './fault';
import { freshIdentifier } from './fresh-identifier';
import { withGroupsAsCreated } from './groups-as-created';
import { withStatus } from './with-status';

const CODE_OF_SUCCESS: { readonly [operation in Operation]: number } = {
  create: RSC.CREATED,
  retrieve: RSC.OK,
  update: RSC.UPDATED,
  delete: RSC.DELETED,
  notify: RSC.OK,
};

/** Deviations in who is asked through a fan-out point and in how the answers become one. @see SOM 7.4.14.2.4 */
export const FAN_OUT_FAULTS: readonly Fault[] = [
  {
    name: 'last-member-left-out',
    description: 'Does not ask the last member when there are several.',
    catches: [
      'A retrieve brings one entry per member',
      'An update changes every member',
      'A create makes a resource under every member',
      'A delete removes every member',
      'A group of 50 members brings 50 entries',
    ],
    apply: askingOthers((members) => (members.length < 2 ? members : members.slice(0, -1))),
  },
  {
    name: 'single-member-not-aggregated',
    description: 'With one member the answer is what that member said, without aggregation.',
    catches: [
      'A group of one member brings one entry',
      'A single named member is the only one that answers a retrieve',
    ],
    apply: (procedures) => ({
      ...procedures,
      aggregateResponses(request, members, entries) {
        const [only, ...others] = entries;
        return only === undefined || others.length > 0
          ? procedures.aggregateResponses(request, members, entries)
          : respond(request, only.responseStatusCode, only.content);
      },
    }),
  },
  {
    name: 'members-asked-twice',
    description:
      'Sends each member the request a second time, as a request of its own, and keeps the first answer.',
    catches: [
      "The request goes to the member's own identifier at the CSE that hosts it",
      'Fan-out: the request, the members, the aggregated answer',
    ],
    apply: (procedures) => ({
      ...procedures,
      async askMembers(cse, fanOut, members) {
        const entries = await procedures.askMembers(cse, fanOut, members);
        const groupRequestIdentifier = freshIdentifier(cse, fanOut.groupRequestIdentifier);
        await procedures.askMembers(cse, { ...fanOut, groupRequestIdentifier }, members);
        return entries;
      },
    }),
  },
  {
    name: 'entries-name-the-group',
    description: 'From of every entry is the fan-out point.',
    catches: ['Each entry names the member it comes from'],
    apply: aggregatingOthers((entries, request) => entries.map((entry) => ({ ...entry, from: request.to }))),
  },
  {
    name: 'fan-out-answers-operation-code',
    description:
      'The answer as a whole has the code of a success of the operation: CREATED, UPDATED, DELETED.',
    catches: [
      'An update changes every member',
      'A create makes a resource under every member',
      'A delete removes every member',
    ],
    apply: (procedures) => ({
      ...procedures,
      aggregateResponses(request, members, entries) {
        const response = procedures.aggregateResponses(request, members, entries);
        const responseStatusCode = CODE_OF_SUCCESS[request.operation];
        return response.responseStatusCode === RSC.OK ? { ...response, responseStatusCode } : response;
      },
    }),
  },
  {
    name: 'fan-out-fails-when-all-fail',
    description: 'Where no member succeeded the answer as a whole has the code of the first.',
    catches: [
      'The answer is OK even when every member refuses',
      'At a group of memberType MIXED the members themselves refuse a type',
    ],
    apply: (procedures) => ({
      ...procedures,
      aggregateResponses(request, members, entries) {
        const response = procedures.aggregateResponses(request, members, entries);
        const [first] = entries;
        const failed = entries.every(({ responseStatusCode }) => responseStatusCode >= RSC.BAD_REQUEST);
        return first !== undefined && failed
          ? { ...response, responseStatusCode: first.responseStatusCode }
          : response;
      },
    }),
  },
  {
    name: 'delete-removes-the-group',
    description: 'A delete of the fan-out point deletes the group as well.',
    catches: ['A delete removes every member'],
    apply: (procedures) => ({
      ...procedures,
      async fanOutPoint(cse, fanOut) {
        const response = await procedures.fanOutPoint(cse, fanOut);
        const { request, group, suffix } = fanOut;
        if (request.operation === 'delete' && suffix === '') await procedures.delete(cse, request, group);
        return response;
      },
    }),
  },
  {
    name: 'fan-out-capped-at-20',
    description: 'Asks the first 20 members only.',
    catches: ['A group of 50 members brings 50 entries'],
    apply: (procedures) => ({
      ...procedures,
      askMembers: (cse, fanOut, members) => procedures.askMembers(cse, fanOut, members.slice(0, 20)),
    }),
  },
  {
    name: 'empty-group-answers-ok',
    description: 'A group without members answers OK with an empty aggregate.',
    catches: [
      'A <kind> at a group without members is refused',
      'A group that has lost its last member refuses like one that never had any',
    ],
    apply: (procedures) => ({ ...procedures, checkGroupHasMembers: () => undefined }),
  },
  {
    name: 'empty-group-wrong-code',
    description: 'Refuses a group without members with NOT_FOUND.',
    catches: ['A <kind> at a group without members is refused'],
    apply: (procedures) => ({
      ...procedures,
      checkGroupHasMembers: (group) => withStatus(procedures.checkGroupHasMembers(group), RSC.NOT_FOUND),
    }),
  },
  {
    name: 'empty-group-remembered-full',
    description: 'Looks whether the group had members when it was created.',
    catches: ['A group that has lost its last member refuses like one that never had any'],
    apply: (procedures) =>
      withGroupsAsCreated(procedures, (asCreated) => ({
        checkGroupHasMembers: (group) => procedures.checkGroupHasMembers(asCreated(group)),
      })),
  },
];
