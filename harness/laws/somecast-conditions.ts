import fc, { type Arbitrary } from 'fast-check';
import { plural } from '../report/text/plural';
import type { Abilities, Law } from './law';
import { given, memberNames, quoted, type Story, type StoryStep, showing, then, when } from './story';

/** @see SOM 7.4.14.2.4 paragraph 5 sentences 1 and 2 */
export const SOMECAST_CONDITIONS: Law = {
  name: 'somecast-conditions',
  says: 'A somecast for as many members as there are now, for more, or where it is not enabled reaches nobody',
  role: 'group-hosting-cse',
  requirements: [
    'SOM-CAST-001',
    'SOM-CAST-002',
    'SOM-CAST-003',
    'SOM-CAST-005',
    'SOM-CAST-006',
    'SOM-CAST-007',
    'SOM-CAST-011',
  ],
  icsItems: ['group.somecast'],
  stories: storiesFor,
};

const CONTAINERS = 5;

/** What happens to the group, or what is asked of it. */
type Event =
  | { readonly kind: 'ask'; readonly number: number }
  | { readonly kind: 'members'; readonly members: readonly string[] }
  | { readonly kind: 'enable'; readonly value: 'true' | 'false' | 'NULL' };

const members = fc.subarray([...memberNames(CONTAINERS)], { minLength: 1 });
const ask: Arbitrary<Event> = fc.record({
  kind: fc.constant('ask' as const),
  number: fc.integer({ min: 1, max: CONTAINERS + 2 }),
});

function storiesFor({ declares }: Abilities): Arbitrary<Story> {
  const event = fc.oneof(
    { arbitrary: ask, weight: 5 },
    { arbitrary: fc.record({ kind: fc.constant('members' as const), members }), weight: 2 },
    { arbitrary: enabling, weight: 2 },
  );
  return fc
    .record({
      isRemote: declares('remote-cse') ? fc.boolean() : fc.constant(false),
      first: members,
      events: fc.array(event, { maxLength: 4 }),
      last: ask,
    })
    .map(({ first, events, last, isRemote }) => tell(first, [...events, last], isRemote));
}

const enabling: Arbitrary<Event> = fc.record({
  kind: fc.constant('enable' as const),
  value: fc.constantFrom<('true' | 'false' | 'NULL')[]>('false', 'NULL', 'true'),
});

/** The group at some point of a story. */
interface Group {
  readonly members: number;
  readonly enabled: 'true' | 'false' | 'NULL';
  /** Whether its members are others than those that it was made with. */
  readonly isChanged: boolean;
}

function tell(first: readonly string[], events: readonly Event[], isRemote: boolean): Story {
  const containers = `${plural(CONTAINERS, 'container')} ${quoted(memberNames(CONTAINERS))}`;
  const story: StoryStep[] = [
    given(isRemote ? `${containers} on CSE2` : containers),
    given(`a group "pumps" of ${quoted(first)} with somecast enabled`),
  ];
  let group: Group = { members: first.length, enabled: 'true', isChanged: false };
  for (const event of events) {
    if (event.kind === 'members') group = { ...group, members: event.members.length, isChanged: true };
    if (event.kind === 'enable') group = { ...group, enabled: event.value };
    story.push(...tellEvent(event, group));
  }
  return story;
}

function tellEvent(event: Event, group: Group): readonly StoryStep[] {
  switch (event.kind) {
    case 'members':
      return [given(`the members of "pumps" are changed to ${quoted(event.members)}`)];
    case 'enable':
      return [given('"pumps" is updated with:', [['somecastEnable', event.value]])];
    case 'ask': {
      const asked = when(`AE1 retrieves "pumps/fopt" from any ${plural(event.number, 'member')}`);
      return [asked, ...outcome(event.number, group)];
    }
  }
}

function outcome(number: number, { members, enabled, isChanged }: Group): readonly StoryStep[] {
  if (enabled !== 'true') return refused(enabled === 'false' ? 'SOM-CAST-005' : 'SOM-CAST-006');
  if (number >= members) return refused(number === members ? 'SOM-CAST-001' : 'SOM-CAST-002');
  const requirement = isChanged ? 'SOM-CAST-011' : 'SOM-CAST-003';
  return [
    showing(requirement, then('the answer is OK (2000)')),
    showing(requirement, then(`exactly ${plural(number, 'member')} received the request`)),
  ];
}

function refused(requirement: string): readonly StoryStep[] {
  return [
    showing(requirement, then('the answer is BAD_REQUEST (4000)')),
    showing('SOM-CAST-007', then('no member received a request')),
  ];
}
