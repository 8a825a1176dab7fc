import fc, { type Arbitrary } from 'fast-check';
import { plural } from '../report/text/plural';
import type { Law } from './law';
import { given, memberNames, quoted, type Story, type StoryStep, showing, then, when } from './story';

/**
 * Create and update differ on whether duplicates count against the limit, so the limit is far away.
 * @see SOM 7.4.13.2.1 step 1
 * @see SOM 7.4.13.2.3 step 4
 */
export const MEMBER_LISTS: Law = {
  name: 'member-lists',
  says: 'A group has the members that were written last, each once, counts these and asks these',
  role: 'group-hosting-cse',
  requirements: ['SOM-CRE-005', 'SOM-UPD-002', 'SOM-SUB-001', 'SOM-FAN-002'],
  icsItems: ['group'],
  stories: () => fc.record({ first: written, updates: fc.array(update, { maxLength: 3 }) }).map(tell),
};

const CONTAINERS = 4;
const MANY = 20;

/** Members as they are written: with duplicates. */
const written = fc.array(fc.constantFrom(...memberNames(CONTAINERS)), { minLength: 1, maxLength: 6 });

interface Update {
  readonly members: readonly string[];
  /** Whether the members are asked afterwards. */
  readonly isFollowed: boolean;
}

const update: Arbitrary<Update> = fc.record({ members: written, isFollowed: fc.boolean() });

function tell({ first, updates }: { first: readonly string[]; updates: readonly Update[] }): Story {
  return [
    given(`${plural(CONTAINERS, 'container')} ${quoted(memberNames(CONTAINERS))}`),
    when('AE1 creates a group "pumps" with:', [
      ['memberIDs', quoted(first)],
      ['maxNrOfMembers', `${MANY}`],
    ]),
    then('the answer is CREATED (2001)'),
    showing('SOM-CRE-005', hasMembers(first)),
    ...updates.flatMap(tellUpdate),
  ];
}

function tellUpdate({ members, isFollowed }: Update): readonly StoryStep[] {
  return [
    when('AE1 updates "pumps" with:', [['memberIDs', quoted(members)]]),
    showing('SOM-UPD-002', then('the answer is UPDATED (2004)')),
    showing('SOM-UPD-002', hasMembers(members)),
    ...(isFollowed ? asked(members) : []),
  ];
}

function hasMembers(members: readonly string[]): StoryStep {
  return then(`"pumps" has the members ${quoted(once(members))}`);
}

function asked(members: readonly string[]): readonly StoryStep[] {
  return [
    when('AE1 retrieves "pumps/fopt"'),
    then('the answer is OK (2000)'),
    showing(
      ['SOM-SUB-001', 'SOM-FAN-002'],
      then(`the answer holds entries for ${quoted(once(members))} only`),
    ),
  ];
}

function once(members: readonly string[]): readonly string[] {
  return [...new Set(members)];
}
