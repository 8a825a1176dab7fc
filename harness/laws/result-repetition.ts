import fc, { type Arbitrary } from 'fast-check';
import { plural } from '../report/text/plural';
import type { Abilities, Law } from './law';
import { given, memberNames, quoted, type Story, type StoryStep, showing, then, when } from './story';

/** @see IGO 2.2 steps 5 and 6, notes 1 and 2 */
export const RESULT_REPETITION: Law = {
  name: 'result-repetition',
  says: 'A result message is repeated unchanged until it is acknowledged or the limit is reached, and no result is lost',
  role: 'group-hosting-cse',
  requirements: [
    'IGO-RTY-001',
    'IGO-RTY-003',
    'IGO-RTY-004',
    'IGO-RTY-005',
    'IGO-RTY-007',
    'IGO-RTY-009',
    'IGO-RTY-013',
    'IGO-ACK-001',
    'IGO-ACK-003',
  ],
  icsItems: ['remote-cse'],
  stories: (abilities) =>
    fc
      .record({ members: fc.array(delay, { minLength: 1, maxLength: 3 }), manner: mannerOf(abilities) })
      .map(({ members, manner }) => tell(members, manner, abilities)),
};

/** Seconds that a member takes. */
const delay = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 }));

const REACTIONS = [
  'stays silent',
  'drops the connection',
  'answers with garbage',
  'acknowledges too late',
] as const;

/** What asks for a repetition after each. */
const REPEATED_AFTER = {
  'stays silent': 'IGO-RTY-001',
  'drops the connection': 'IGO-RTY-007',
  'answers with garbage': 'IGO-RTY-009',
} as const;

/** How the application takes the messages: by the book, or otherwise, to so many of them or to all. */
interface Manner {
  readonly reaction?: (typeof REACTIONS)[number];
  readonly first?: number;
}

function mannerOf({ igo }: Abilities): Arbitrary<Manner> {
  const reaction = fc.constantFrom(...REACTIONS);
  return fc.oneof(
    fc.constant({}),
    fc.record({ reaction, first: fc.integer({ min: 1, max: igo.retryLimit + 2 }) }),
    fc.record({ reaction }),
  );
}

function tell(members: readonly number[], manner: Manner, { igo }: Abilities): Story {
  const names = quoted(memberNames(members.length));
  return [
    given('AE1 can be notified'),
    given(`a group "meters" of ${plural(members.length, 'container')} on CSE2`),
    ...members.flatMap(answerLate),
    ...behave(manner),
    given('AE1 has asked for a retrieve of "meters/fopt" and to be notified with:', [
      ['Result Expiration Timestamp', '30 seconds'],
      ['Result Persistence', 'as long as the CSE allows'],
    ]),
    when('the CSE has given up on AE1'),
    showing('IGO-RTY-013', then(`an inquiry eventually shows results of ${names}`)),
    ...toldInTheEnd(manner, names, igo.retryLimit),
    showing('IGO-RTY-004', then('AE1 got no message more often than the limit allows')),
    showing('IGO-RTY-003', then('every repetition to AE1 is the same byte for byte')),
    showing('IGO-ACK-001', then('no repetition comes after the acknowledgement')),
    showing('IGO-ACK-003', then('no member was reported to AE1 twice')),
  ];
}

function answerLate(seconds: number, at: number): readonly StoryStep[] {
  return seconds === 0 ? [] : [given(`CSE2 answers for "m${at + 1}" after ${plural(seconds, 'second')}`)];
}

function behave({ reaction, first }: Manner): readonly StoryStep[] {
  if (reaction === undefined) return [];
  if (first === undefined) return [given(`AE1 ${reaction}`)];
  return [given(`AE1 ${reaction} to the first ${plural(first, 'message')}`)];
}

/** A message that is never answered uses up all its sendings; one that is answered before that is acknowledged. */
function toldInTheEnd({ reaction, first }: Manner, names: string, retryLimit: number): readonly StoryStep[] {
  const acknowledged = then(`AE1 acknowledged the results of ${names}`);
  if (reaction === undefined) return [acknowledged];
  if (reaction === 'acknowledges too late') return [];
  if (first === undefined)
    return [showing('IGO-RTY-005', then('AE1 got the first message as often as the limit allows'))];
  return first <= retryLimit ? [showing(REPEATED_AFTER[reaction], acknowledged)] : [];
}
