import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { allMembers } from '../../reference-impl/cse/group/addressed-member';
import { askingOthers } from './changed-fan-out';
import type { Fault } from './fault';
import { withoutSomecastNumber } from './without-somecast-number';

/** Deviations in asking as many members as Group Somecast Target Number says. @see SOM 7.4.14.2.4 */
export const SOMECAST_FAULTS: readonly Fault[] = [
  {
    name: 'somecast-number-ignored',
    description: 'Judges the number and asks all members.',
    catches: [
      'A somecast number of <number> in a group of 4 reaches exactly <number>',
      'Of four members on another CSE exactly the chosen two are asked',
      'Somecast: the request, the chosen members, the aggregated answer',
      'A create for any two members makes two resources',
    ],
    apply: askingOthers((members, { request, group }) =>
      request.groupSomecastTargetNumber === undefined ? members : allMembers(group.attributes),
    ),
  },
  {
    name: 'somecast-one-too-many',
    description: 'Chooses one member more than the number says.',
    catches: [
      'A somecast number of <number> in a group of 4 reaches exactly <number>',
      'Of four members on another CSE exactly the chosen two are asked',
      'A create for any two members makes two resources',
      'A delete for any one member removes one member resource',
      'LEAST_WORK_LOAD with idle members reaches as many as asked for',
    ],
    apply: (procedures) => ({
      ...procedures,
      chooseMembers: (cse, group, count) => procedures.chooseMembers(cse, group, count + 1),
    }),
  },
  {
    name: 'somecast-always-one',
    description: 'Chooses one member whatever the number is.',
    catches: [
      'A retrieve from any two members brings two entries',
      'A path after /fopt is appended to the chosen members',
      'LEAST_WORK_LOAD with idle members reaches as many as asked for',
    ],
    apply: (procedures) => ({
      ...procedures,
      chooseMembers: (cse, group) => procedures.chooseMembers(cse, group, 1),
    }),
  },
  {
    name: 'somecast-for-retrieve-only',
    description: 'Ignores the number of any request that is no retrieve.',
    catches: [
      'A create for any two members makes two resources',
      'A delete for any one member removes one member resource',
    ],
    apply: (procedures) => ({
      ...procedures,
      addressedMembers: (cse, fanOut) =>
        procedures.addressedMembers(
          cse,
          fanOut.request.operation === 'retrieve' ? fanOut : withoutSomecastNumber(fanOut),
        ),
    }),
  },
  {
    name: 'somecast-suffix-lost',
    description: 'Sends chosen members the request without what followed /fopt.',
    catches: ['A path after /fopt is appended to the chosen members'],
    apply: (procedures) => ({
      ...procedures,
      memberRequest: (cse, fanOut, member) =>
        procedures.memberRequest(
          cse,
          fanOut.request.groupSomecastTargetNumber === undefined ? fanOut : { ...fanOut, suffix: '' },
          member,
        ),
    }),
  },
  {
    name: 'somecast-replaces-unreachable',
    description: 'Asks another member for each chosen one that did not answer.',
    catches: ['Chosen members that do not answer are not replaced by others'],
    apply: (procedures) => ({
      ...procedures,
      async askMembers(cse, fanOut, members) {
        const entries = await procedures.askMembers(cse, fanOut, members);
        if (fanOut.request.groupSomecastTargetNumber === undefined) return entries;
        const chosen = new Set(members.map(({ memberID }) => memberID));
        const others = allMembers(fanOut.group.attributes).filter(({ memberID }) => !chosen.has(memberID));
        const answered = entries.filter((entry) => entry.responseStatusCode !== RSC.TARGET_NOT_REACHABLE);
        const missing = members.length - answered.length;
        return [...answered, ...(await procedures.askMembers(cse, fanOut, others.slice(0, missing)))];
      },
    }),
  },
  {
    name: 'somecast-number-copied',
    description: 'Copies Group Somecast Target Number into the requests to the members.',
    catches: ['A sub-group that was chosen does not get the number to judge'],
    apply: (procedures) => ({
      ...procedures,
      memberRequest(cse, fanOut, member) {
        const request = procedures.memberRequest(cse, fanOut, member);
        const { groupSomecastTargetNumber } = fanOut.request;
        return groupSomecastTargetNumber === undefined ? request : { ...request, groupSomecastTargetNumber };
      },
    }),
  },
];
