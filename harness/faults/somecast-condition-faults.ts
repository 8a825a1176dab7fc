import type { FanOutRequest } from '../../reference-impl/cse/group/fan-out-request';
import { memberIDsOf, withMemberIDs } from '../../reference-impl/cse/group/group-attributes';
import type { Fault } from './fault';
import { withAttributes, withGroupsAsCreated } from './groups-as-created';
import { refuseTooLate } from './refuse-too-late';
import { withoutSomecastNumber } from './without-somecast-number';
import { withoutTargets } from './without-targets';

/** Deviations in the three conditions on Group Somecast Target Number. @see SOM 7.4.14.2.4 */
export const SOMECAST_CONDITION_FAULTS: readonly Fault[] = [
  {
    name: 'somecast-allows-equal-number',
    description: 'Accepts a number that is equal to the number of members.',
    catches: [
      'A somecast number equal to the number of members is refused',
      'A group of one member has nobody to choose from',
      'After an update the number is held against the members of now',
      'A somecast that is refused ends before any member is asked',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkSomecast: (fanOut) => procedures.checkSomecast(withMoreMembers(fanOut, 1)),
    }),
  },
  {
    name: 'somecast-number-unbounded',
    description: 'Does not compare the number with the members.',
    catches: [
      'A somecast number of <number> in a group of 3 is refused',
      'A refused somecast asks no member on another CSE',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkSomecast: (fanOut) =>
        procedures.checkSomecast(withMoreMembers(fanOut, fanOut.request.groupSomecastTargetNumber ?? 0)),
    }),
  },
  {
    name: 'somecast-number-too-strict',
    description: 'Refuses the number of members less one.',
    catches: [
      'A somecast number of <number> in a group of 4 reaches exactly <number>',
      'A retrieve from any two members brings two entries',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkSomecast: (fanOut) => procedures.checkSomecast(withFewerMembers(fanOut)),
    }),
  },
  {
    name: 'somecast-with-target-members',
    description: 'Lets target members come along, and ignores them.',
    catches: ['A somecast number together with target members is refused'],
    apply: (procedures) => ({
      ...procedures,
      checkSomecast: (fanOut) =>
        procedures.checkSomecast({ ...fanOut, request: withoutTargets(fanOut.request) }),
    }),
  },
  {
    name: 'somecast-when-disabled',
    description: 'Takes a number where somecastEnable is false.',
    catches: [
      'A group with somecast disabled refuses a somecast number',
      'Somecast disabled by an update works no more',
    ],
    apply: (procedures) => ({
      ...procedures,
      checkSomecast: (fanOut) =>
        procedures.checkSomecast(fanOut.group.attributes.somecastEnable === false ? enabled(fanOut) : fanOut),
    }),
  },
  {
    name: 'somecast-enabled-by-default',
    description: 'An absent somecastEnable counts as true.',
    catches: ['A group that says nothing of somecast refuses a somecast number'],
    apply: (procedures) => ({
      ...procedures,
      checkSomecast: (fanOut) =>
        procedures.checkSomecast(
          fanOut.group.attributes.somecastEnable === undefined ? enabled(fanOut) : fanOut,
        ),
    }),
  },
  {
    name: 'somecast-disabled-is-fan-out',
    description: 'Where somecast is not enabled the number is ignored and everybody asked.',
    catches: [
      'A group with somecast disabled refuses a somecast number',
      'A group that says nothing of somecast refuses a somecast number',
    ],
    apply: (procedures) => ({
      ...procedures,
      addressedMembers: (cse, fanOut) =>
        procedures.addressedMembers(
          cse,
          fanOut.group.attributes.somecastEnable === true ? fanOut : withoutSomecastNumber(fanOut),
        ),
    }),
  },
  {
    name: 'somecast-enable-read-at-create',
    description: 'Goes by somecastEnable as it was when the group was created.',
    catches: [
      'Somecast enabled by an update works from then on',
      'Somecast disabled by an update works no more',
    ],
    apply: (procedures) =>
      withGroupsAsCreated(procedures, (asCreated) => ({
        checkSomecast(fanOut) {
          const { somecastEnable = false } = asCreated(fanOut.group).attributes;
          return procedures.checkSomecast({
            ...fanOut,
            group: withAttributes(fanOut.group, { somecastEnable }),
          });
        },
      })),
  },
  {
    name: 'somecast-counts-members-at-create',
    description: 'Compares the number with the members that the group was created with.',
    catches: ['After an update the number is held against the members of now'],
    apply: (procedures) =>
      withGroupsAsCreated(procedures, (asCreated) => ({
        checkSomecast: (fanOut) =>
          procedures.checkSomecast(withMembers(fanOut, memberIDsOf(asCreated(fanOut.group).attributes))),
      })),
  },
  {
    name: 'somecast-refused-after-asking',
    description: 'Asks the members first and refuses then.',
    catches: [
      'A somecast number equal to the number of members is refused',
      'A refused somecast asks no member on another CSE',
      'A somecast that is refused ends before any member is asked',
    ],
    apply: (procedures) => ({
      ...procedures,
      fanOutPoint: refuseTooLate(
        procedures,
        (_cse, fanOut) => procedures.checkSomecast(fanOut),
        (_cse, fanOut) => withoutSomecastNumber(fanOut),
      ),
    }),
  },
];

function withMembers(fanOut: FanOutRequest, memberIDs: readonly string[]): FanOutRequest {
  const { group } = fanOut;
  return { ...fanOut, group: { ...group, attributes: withMemberIDs(group.attributes, memberIDs) } };
}

function withMoreMembers(fanOut: FanOutRequest, more: number): FanOutRequest {
  const memberIDs = memberIDsOf(fanOut.group.attributes);
  return withMembers(fanOut, [...memberIDs, ...new Array<string>(Math.max(more, 0)).fill('one more')]);
}

function withFewerMembers(fanOut: FanOutRequest): FanOutRequest {
  return withMembers(fanOut, memberIDsOf(fanOut.group.attributes).slice(1));
}

function enabled(fanOut: FanOutRequest): FanOutRequest {
  return { ...fanOut, group: withAttributes(fanOut.group, { somecastEnable: true }) };
}
