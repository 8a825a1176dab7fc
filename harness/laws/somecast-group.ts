import fc, { type Arbitrary } from 'fast-check';
import { plural } from '../report/text/plural';
import type { Abilities } from './law';
import { given, type Row, type StoryStep } from './story';

/** A group of containers that can be asked for any so many of its members. */
export interface SomecastGroup {
  readonly members: number;
  /** Absent: what the document has for a group that names none. */
  readonly algorithm?: string;
  /** On a CSE that a tester plays; otherwise on the target. */
  readonly isRemote: boolean;
}

const ALGORITHMS: readonly { readonly name: string; readonly icsItem: string }[] = [
  { name: 'ROUND_ROBIN', icsItem: 'group.somecast' },
  { name: 'RANDOM', icsItem: 'group.somecast.random' },
  { name: 'LEAST_WORK_LOAD', icsItem: 'group.somecast.leastWorkLoad' },
  { name: 'WEIGHTED_ROUND_ROBIN', icsItem: 'group.somecast.weighted' },
];

/** The algorithms that a target declares, the simplest first. */
export function algorithmsOf({ declares }: Abilities): readonly string[] {
  return ALGORITHMS.filter(({ icsItem }) => declares(icsItem)).map(({ name }) => name);
}

/** Weights are asked of the members: where a tester plays these, the question would pass for a request. */
export function somecastGroup(abilities: Abilities, algorithms: readonly string[]): Arbitrary<SomecastGroup> {
  return fc
    .record({
      members: fc.integer({ min: 2, max: 6 }),
      algorithm: fc.option(fc.constantFrom(...algorithms), { nil: undefined }),
      isRemote: abilities.declares('remote-cse') ? fc.boolean() : fc.constant(false),
    })
    .map(({ members, algorithm, isRemote }) => ({
      members,
      ...(algorithm !== undefined && { algorithm }),
      isRemote: isRemote && algorithm !== 'WEIGHTED_ROUND_ROBIN',
    }));
}

export function givenSomecastGroup({ members, algorithm, isRemote }: SomecastGroup): StoryStep {
  const rows: readonly Row[] = [
    ['somecastEnable', 'true'],
    ...(algorithm === undefined ? [] : [['somecastAlgorithm', algorithm] as const]),
  ];
  return given(`a group "pumps" of ${plural(members, 'container')}${isRemote ? ' on CSE2' : ''} with:`, rows);
}
