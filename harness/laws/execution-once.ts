import fc, { type Arbitrary } from 'fast-check';
import type { Law } from './law';
import { given, type Story, type StoryStep, showing, then, when } from './story';

/**
 * Whether the identifier alone or the pair with the target is compared is left open: an identifier goes to one target.
 * @see SOM 7.4.14.2.4 paragraph 3
 */
export const EXECUTION_ONCE: Law = {
  name: 'execution-once',
  says: 'A group request identifier is executed once at its target; all others are, in whatever order they come',
  role: 'member-hosting-cse',
  requirements: ['SOM-GID-006', 'SOM-GID-007', 'SOM-GID-008', 'SOM-GID-009', 'SOM-GID-010', 'SOM-GID-011'],
  icsItems: ['group.groupRequestIdentifier'],
  stories: () => fc.array(request, { minLength: 1, maxLength: 6 }).map(tell),
};

interface FannedOut {
  readonly member: 'm1' | 'm2';
  readonly operation: 'create' | 'retrieve' | 'update';
  /** Absent: an ordinary request. */
  readonly identifier?: string;
  readonly isTwiceAtOnce: boolean;
}

/** Some differ little, and are different identifiers all the same. */
const IDENTIFIERS = { m1: ['g1', 'G1', 'g-1'], m2: ['h1', 'h2'] } as const;

const request: Arbitrary<FannedOut> = fc.constantFrom<('m1' | 'm2')[]>('m1', 'm2').chain((member) =>
  fc
    .record({
      operation: fc.constantFrom<FannedOut['operation'][]>('create', 'retrieve', 'update'),
      identifier: fc.option(fc.constantFrom<string[]>(...IDENTIFIERS[member]), { nil: undefined, freq: 6 }),
      isTwiceAtOnce: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 4),
    })
    .map(({ operation, identifier, isTwiceAtOnce }) => ({
      member,
      operation,
      ...(identifier !== undefined && { identifier }),
      isTwiceAtOnce,
    })),
);

const REPEATED = 'GROUP_REQUEST_IDENTIFIER_EXISTS (4104)';
/** What a wrong answer to an identifier shows, be it new or not. */
const NEW = ['SOM-GID-008', 'SOM-GID-010'];
const OLD = ['SOM-GID-006', 'SOM-GID-009'];
const DONE = { create: 'CREATED (2001)', retrieve: 'OK (2000)', update: 'UPDATED (2004)' } as const;

function tell(requests: readonly FannedOut[]): Story {
  const story: StoryStep[] = [given('2 containers "m1", "m2"')];
  const executed = new Set<string>();
  const created = { m1: 0, m2: 0 };
  for (const [at, fannedOut] of requests.entries()) {
    const { member, operation, identifier } = fannedOut;
    const isNew = identifier === undefined || !executed.has(identifier);
    if (identifier !== undefined) executed.add(identifier);
    if (isNew && (operation === 'create' || identifier === undefined)) created[member] += 1;
    story.push(...tellRequest(fannedOut, at, isNew));
  }
  return [...story, ...(['m1', 'm2'] as const).map((member) => childrenOf(member, created[member]))];
}

function tellRequest(
  { member, operation, identifier, isTwiceAtOnce }: FannedOut,
  at: number,
  isNew: boolean,
): readonly StoryStep[] {
  if (identifier === undefined) {
    return [
      when(`AE1 creates a contentInstance "c${at + 1}" in "${member}"`),
      showing('SOM-GID-011', then('the answer is CREATED (2001)')),
    ];
  }
  const sent = `CSE2 fans out AE1's ${operation} to "${member}" with group request identifier "${identifier}"`;
  const outcome = isNew ? DONE[operation] : REPEATED;
  if (isTwiceAtOnce) {
    const both = then(`one answer is ${outcome} and the other ${REPEATED}`);
    return [when(`${sent} twice at once`), showing('SOM-GID-006', both)];
  }
  return [when(sent), showing(isNew ? NEW : OLD, then(`the answer is ${outcome}`))];
}

function childrenOf(member: string, count: number): StoryStep {
  return showing('SOM-GID-007', then(`"${member}" has ${count} children of type contentInstance`));
}
