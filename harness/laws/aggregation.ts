import fc, { type Arbitrary } from 'fast-check';
import { plural } from '../report/text/plural';
import type { Law } from './law';
import { given, memberNames, quoted, type Story, type StoryStep, showing, then, when } from './story';

/** @see SOM 7.4.14.2.4 */
export const AGGREGATION: Law = {
  name: 'aggregation',
  says: 'An aggregated response holds one answer of each member, whatever this is, and of nobody else',
  role: 'group-hosting-cse',
  requirements: ['SOM-FAN-001', 'SOM-FAN-002', 'SOM-FAN-003', 'SOM-FAN-013'],
  icsItems: ['remote-cse'],
  stories: () => storiesAsking(() => fc.constant([])),
};

/** @see SOM 7.4.14.2.4 */
export const TARGET_MEMBERS: Law = {
  name: 'target-members',
  says: 'A request for some of the members reaches these only, and these alone answer',
  role: 'group-hosting-cse',
  requirements: ['SOM-TGT-004', 'SOM-FAN-002', 'SOM-FAN-003', 'SOM-FAN-013'],
  icsItems: ['group.targetMembers', 'remote-cse'],
  stories: () => storiesAsking((names) => fc.subarray([...names], { minLength: 1 })),
};

/** A CSE can refuse a request for reasons of its own. */
const REFUSALS = ['OPERATION_NOT_ALLOWED (4005)', 'INTERNAL_SERVER_ERROR (5000)'] as const;

interface Asked {
  readonly members: number;
  /** Which members refuse, with what. */
  readonly refusals: readonly (string | undefined)[];
  /** Whom each turn asks; nobody stands for all. */
  readonly turns: readonly (readonly string[])[];
}

/** Whom a turn asks of these members. */
type Choosing = (names: readonly string[]) => Arbitrary<readonly string[]>;

function storiesAsking(choosing: Choosing): Arbitrary<Story> {
  const refusal = fc.oneof(fc.constant(undefined), fc.constantFrom(...REFUSALS));
  const asked = fc.integer({ min: 1, max: 5 }).chain((members) =>
    fc.record({
      members: fc.constant(members),
      refusals: fc.array(refusal, { minLength: members, maxLength: members }),
      turns: fc.array(choosing(memberNames(members)), { minLength: 1, maxLength: 3 }),
    }),
  );
  return asked.map(tell);
}

function tell({ members, refusals, turns }: Asked): Story {
  const names = memberNames(members);
  const refusing = refusals.flatMap((code, at) =>
    code === undefined ? [] : [given(`CSE2 refuses every request to "m${at + 1}" with ${code}`)],
  );
  const group = given(`a group "pumps" of ${plural(members, 'container')} on CSE2`);
  const codes = new Map(names.map((name, at) => [name, refusals[at] ?? 'OK (2000)']));
  return [group, ...refusing, ...turns.flatMap((targets) => tellTurn(targets, names, codes))];
}

function tellTurn(
  targets: readonly string[],
  names: readonly string[],
  codes: ReadonlyMap<string, string>,
): readonly StoryStep[] {
  const asked = targets.length === 0 ? names : targets;
  const choice = `${targets.length === 1 ? 'member' : 'members'} ${quoted(targets)}`;
  return [
    when(`AE1 retrieves "pumps/fopt"${targets.length === 0 ? '' : ` from ${choice}`}`),
    showing('SOM-FAN-003', then('the answer is OK (2000)')),
    showing(
      targets.length === 0 ? 'SOM-FAN-001' : 'SOM-TGT-004',
      then(`only ${quoted(asked)} received the request`),
    ),
    showing('SOM-FAN-002', then(`the answer holds entries for ${quoted(asked)} only`)),
    ...asked.map((name) => showing('SOM-FAN-013', then(`the entry of "${name}" is ${codes.get(name)}`))),
  ];
}
