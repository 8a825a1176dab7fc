import fc, { type Arbitrary } from 'fast-check';
import { plural } from '../report/text/plural';
import type { Law } from './law';
import { given, memberNames, quoted, type Story, type StoryStep, showing, then, when } from './story';

/** @see SOM 7.4.14.2.4 paragraphs 2 and 3 */
export const FAN_OUT_IDENTIFIERS: Law = {
  name: 'fan-out-identifiers',
  says: 'Each fan-out has one identifier, the given one or a fresh one, and a given one is fanned out once',
  role: 'group-hosting-cse',
  requirements: ['SOM-GID-001', 'SOM-GID-002', 'SOM-GID-004', 'SOM-GID-005', 'SOM-GID-012'],
  icsItems: ['group.groupRequestIdentifier', 'remote-cse'],
  stories: () =>
    fc
      .record({
        members: fc.integer({ min: 1, max: 3 }),
        requests: fc.array(identifier, { minLength: 1, maxLength: 5 }),
      })
      .map(tell),
};

/** What a request gives; with nothing the CSE finds an identifier itself. */
const identifier: Arbitrary<string | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom('g1', 'g2'),
);

interface FanOuts {
  readonly members: number;
  readonly requests: readonly (string | undefined)[];
}

function tell({ members, requests }: FanOuts): Story {
  const names = memberNames(members);
  const story: StoryStep[] = [given(`a group "pumps" of ${plural(members, 'container')} on CSE2`)];
  const executed = new Set<string>();
  let wasExecuted = false;
  for (const one of requests) {
    const isNew = one === undefined || !executed.has(one);
    if (one !== undefined) executed.add(one);
    story.push(ask(one), ...(isNew ? fannedOut(names, one) : REFUSED));
    if (isNew && wasExecuted) story.push(DIFFERENT);
    wasExecuted = isNew;
  }
  return story;
}

function ask(one: string | undefined): StoryStep {
  if (one === undefined) return when('AE1 retrieves "pumps/fopt"');
  return when(`CSE3 fans out AE1's retrieve to "pumps/fopt" with group request identifier "${one}"`);
}

const REFUSED = [
  showing('SOM-GID-012', then('the answer is GROUP_REQUEST_IDENTIFIER_EXISTS (4104)')),
  showing('SOM-GID-012', then('no member received a request')),
];

const DIFFERENT = showing(
  'SOM-GID-002',
  then('the requests of the two turns carry different Group Request Identifiers'),
);

function fannedOut(names: readonly string[], one: string | undefined): readonly StoryStep[] {
  const answered = [
    then('the answer is OK (2000)'),
    showing(
      one === undefined ? ['SOM-GID-001', 'SOM-GID-005'] : 'SOM-GID-005',
      then(`the requests that ${quoted(names)} received carry the same Group Request Identifier`),
    ),
  ];
  if (one === undefined) return answered;
  const rows = [['Group Request Identifier', one]] as const;
  return [
    ...answered,
    ...names.map((name) => showing('SOM-GID-004', then(`the request that "${name}" received has:`, rows))),
  ];
}
