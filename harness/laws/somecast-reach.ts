import fc, { type Arbitrary } from 'fast-check';
import { plural } from '../report/text/plural';
import type { Law } from './law';
import { algorithmsOf, givenSomecastGroup, type SomecastGroup, somecastGroup } from './somecast-group';
import { type Story, type StoryStep, showing, then, when } from './story';

/** @see SOM 7.4.14.2.4 paragraph 5 sentence 3 */
export const SOMECAST_REACH: Law = {
  name: 'somecast-reach',
  says: 'A somecast below the number of members reaches exactly so many different members, and these answer',
  role: 'group-hosting-cse',
  requirements: ['SOM-CAST-003', 'SOM-CAST-008', 'SOM-CAST-010', 'SOM-CAST-014', 'SOM-FAN-004'],
  icsItems: ['group.somecast'],
  stories: (abilities) => somecastGroup(abilities, algorithmsOf(abilities)).chain(storiesOf),
};

type Verb = 'retrieves' | 'updates';

interface Turn {
  readonly verb: Verb;
  readonly number: number;
}

function storiesOf(group: SomecastGroup): Arbitrary<Story> {
  const turn: Arbitrary<Turn> = fc.record({
    verb: fc.constantFrom<Verb[]>('retrieves', 'updates'),
    number: fc.integer({ min: 1, max: group.members - 1 }),
  });
  const turns = fc.array(turn, { minLength: 1, maxLength: 4 });
  return turns.map((all) => [givenSomecastGroup(group), ...all.flatMap(tell)]);
}

function tell({ verb, number }: Turn, at: number): readonly StoryStep[] {
  return [
    ask(verb, number, at),
    showing(['SOM-CAST-003', 'SOM-CAST-014'], then('the answer is OK (2000)')),
    showing('SOM-CAST-008', then(`exactly ${plural(number, 'member')} received the request`)),
    showing('SOM-CAST-010', then(`the answer holds ${plural(number, 'entry', 'entries')}`)),
    showing('SOM-FAN-004', then('every entry names its member')),
  ];
}

/** An update differs from the ones before it, so that it shows whom it reached. */
function ask(verb: Verb, number: number, at: number): StoryStep {
  const choice = `any ${plural(number, 'member')}`;
  if (verb === 'retrieves') return when(`AE1 retrieves "pumps/fopt" from ${choice}`);
  return when(`AE1 updates "pumps/fopt" for ${choice} with:`, [['labels', `turn-${at + 1}`]]);
}
