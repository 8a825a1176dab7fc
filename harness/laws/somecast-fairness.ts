import fc, { type Arbitrary } from 'fast-check';
import { plural } from '../report/text/plural';
import type { Law } from './law';
import { givenSomecastGroup } from './somecast-group';
import { given, memberNames, quoted, type Row, type Story, showing, then, when } from './story';

/** @see SOM table 6.3.4.2.Y-1 row 1 */
export const SOMECAST_TURNS: Law = {
  name: 'somecast-turns',
  says: 'ROUND_ROBIN, and a group that names no algorithm, serve no member two requests before another has one',
  role: 'group-hosting-cse',
  requirements: ['SOM-ALG-001', 'SOM-ATT-066', 'SOM-CAST-009'],
  icsItems: ['group.somecast'],
  stories: () => membersAndNumbers.map(tellTurns),
};

/** @see SOM table 6.3.4.2.Y-1 row 2 */
export const SOMECAST_WEIGHTS: Law = {
  name: 'somecast-weights',
  says: 'Over a whole cycle WEIGHTED_ROUND_ROBIN serves each member in proportion to its weight',
  role: 'group-hosting-cse',
  requirements: ['SOM-ALG-002', 'SOM-CAST-008', 'SOM-CAST-009'],
  icsItems: ['group.somecast.weighted'],
  stories: () => weightsAndNumber.map(tellWeights),
};

/** @see SOM table 6.3.4.2.Y-1 row 3 */
export const SOMECAST_WORK_LOAD: Law = {
  name: 'somecast-work-load',
  says: 'LEAST_WORK_LOAD passes by whoever still has a request to answer, as long as enough others are idle',
  role: 'group-hosting-cse',
  requirements: ['SOM-ALG-003', 'SOM-CAST-009'],
  icsItems: ['group.somecast.leastWorkLoad', 'group.targetMembers', 'remote-cse'],
  stories: () => busyAndNumber.map(tellWorkLoad),
};

interface Turns {
  readonly members: number;
  readonly isNamed: boolean;
  readonly numbers: readonly number[];
}

const membersAndNumbers: Arbitrary<Turns> = fc.integer({ min: 2, max: 6 }).chain((members) =>
  fc.record({
    members: fc.constant(members),
    isNamed: fc.boolean(),
    numbers: fc.array(fc.integer({ min: 1, max: members - 1 }), { minLength: 1, maxLength: 6 }),
  }),
);

function tellTurns({ members, isNamed, numbers }: Turns): Story {
  const group = { members, isRemote: false, ...(isNamed && { algorithm: 'ROUND_ROBIN' }) };
  const turns = numbers.flatMap((number) => [
    when(`AE1 retrieves "pumps/fopt" from any ${plural(number, 'member')}`),
    showing(
      isNamed ? ['SOM-ALG-001', 'SOM-CAST-009'] : 'SOM-ATT-066',
      then('no two members differ by more than 1 request'),
    ),
  ]);
  return [givenSomecastGroup(group), ...turns];
}

interface Weights {
  readonly weights: readonly number[];
  readonly number: number;
}

/** The number is such that nobody's share is more than every turn. */
const weightsAndNumber: Arbitrary<Weights> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 })
  .chain((weights) => {
    const most = Math.min(weights.length - 1, Math.floor(sum(weights) / Math.max(...weights)));
    return fc.record({ weights: fc.constant(weights), number: fc.integer({ min: 1, max: most }) });
  });

function tellWeights({ weights, number }: Weights): Story {
  const names = memberNames(weights.length);
  const cycle = sum(weights);
  return [
    ...weights.map((weight, at) => given(`a container "m${at + 1}" with:`, [['labels', `weight:${weight}`]])),
    given(`a group "pumps" of ${quoted(names)} with:`, somecast('WEIGHTED_ROUND_ROBIN')),
    when(`AE1 retrieves "pumps/fopt" from any ${plural(number, 'member')}, ${cycle} times`),
    showing('SOM-CAST-008', then(`every turn reached exactly ${plural(number, 'different member')}`)),
    ...weights.map((weight, at) =>
      showing(PROPORTION, then(`"m${at + 1}" received ${plural(weight * number, 'request')}`)),
    ),
  ];
}

const PROPORTION = ['SOM-ALG-002', 'SOM-CAST-009'];

interface WorkLoad {
  readonly members: number;
  readonly busy: readonly string[];
  readonly number: number;
}

const busyAndNumber: Arbitrary<WorkLoad> = fc.integer({ min: 2, max: 5 }).chain((members) =>
  fc.subarray([...memberNames(members)], { minLength: 1, maxLength: members - 1 }).chain((busy) =>
    fc.record({
      members: fc.constant(members),
      busy: fc.constant(busy),
      number: fc.integer({ min: 1, max: members - busy.length }),
    }),
  ),
);

function tellWorkLoad({ members, busy, number }: WorkLoad): Story {
  return [
    given(`a group "pumps" of ${plural(members, 'container')} on CSE2 with:`, somecast('LEAST_WORK_LOAD')),
    given(`CSE2 stays silent to ${quoted(busy)}`),
    given(`AE1 is waiting for "pumps/fopt" from ${waitedFor(busy)}`),
    when(`AE1 retrieves "pumps/fopt" from any ${plural(number, 'member')}`),
    then('the answer is OK (2000)'),
    then(`exactly ${plural(number, 'member')} received the request`),
    then(`${quoted(busy)} received no request`),
  ];
}

function waitedFor(busy: readonly string[]): string {
  return `${busy.length === 1 ? 'member' : 'members'} ${quoted(busy)}`;
}

function somecast(algorithm: string): readonly Row[] {
  return [
    ['somecastEnable', 'true'],
    ['somecastAlgorithm', algorithm],
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
