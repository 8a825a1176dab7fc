import { isRefusal } from '../../protocol/model/refusal';
import { SomecastAlgorithm } from '../../protocol/tables/onem2m/enumerations';
import { memberIDsOf, withMemberIDs } from '../../reference-impl/cse/group/group-attributes';
import { DEFAULT_WEIGHT } from '../../reference-impl/cse/group/member-weight';
import { workLoad } from '../../reference-impl/cse/group/work-load';
import type { Resource } from '../../reference-impl/cse/resource';
import type { Fault } from './fault';
import { withAttributes, withGroupsAsCreated } from './groups-as-created';
import { type JsonObject, rewritingGroups } from './rewritten-message';

/** Deviations in the algorithms that choose the members of a somecast. @see SOM 6.3.4.2.X */
export const SOMECAST_ALGORITHM_FAULTS: readonly Fault[] = [
  {
    name: 'round-robin-always-first',
    description: 'ROUND_ROBIN begins with the first member every time.',
    catches: [
      'ROUND_ROBIN gives every member its turn',
      'ROUND_ROBIN with two members a turn keeps the members level',
      'In the middle of a round no two members differ by more than one',
    ],
    apply: (procedures) => ({
      ...procedures,
      chooseRoundRobin: (_cse, group, count) => memberIDsOf(group.attributes).slice(0, count),
    }),
  },
  {
    name: 'round-robin-skips-last',
    description: 'ROUND_ROBIN begins again before the last member has had its turn.',
    catches: [
      'ROUND_ROBIN gives every member its turn',
      'ROUND_ROBIN with two members a turn keeps the members level',
    ],
    apply: (procedures) => ({
      ...procedures,
      chooseRoundRobin: (cse, group, count) => procedures.chooseRoundRobin(cse, withoutLast(group), count),
    }),
  },
  {
    name: 'somecast-default-random',
    description: 'A group that says nothing of somecastAlgorithm gets RANDOM.',
    catches: ['Without somecastAlgorithm the members take turns'],
    apply: (procedures) => ({
      ...procedures,
      checkCreateRepresentation(cse, request) {
        const checked = procedures.checkCreateRepresentation(cse, request);
        if (isRefusal(checked) || checked.element !== 'm2m:grp') return checked;
        const { somecastAlgorithm = SomecastAlgorithm.RANDOM } = checked.attributes;
        return { ...checked, attributes: { ...checked.attributes, somecastAlgorithm } };
      },
    }),
  },
  {
    name: 'algorithm-read-at-create',
    description: 'Goes by somecastAlgorithm as it was when the group was created.',
    catches: ['An update to ROUND_ROBIN makes the members take turns'],
    apply: (procedures) =>
      withGroupsAsCreated(procedures, (asCreated) => ({
        chooseMembers(cse, group, count) {
          const { somecastAlgorithm = SomecastAlgorithm.ROUND_ROBIN } = asCreated(group).attributes;
          return procedures.chooseMembers(cse, withAttributes(group, { somecastAlgorithm }), count);
        },
      })),
  },
  {
    name: 'weights-ignored',
    description: 'Every member has the same weight.',
    catches: ['WEIGHTED_ROUND_ROBIN gives a member of weight 3 three turns in five'],
    apply: (procedures) => ({ ...procedures, memberWeight: async () => DEFAULT_WEIGHT }),
  },
  {
    name: 'weight-default-zero',
    description: 'Members without a weight label have no weight.',
    catches: [
      'WEIGHTED_ROUND_ROBIN gives a member of weight 3 three turns in five',
      'WEIGHTED_ROUND_ROBIN without weights gives every member the same',
    ],
    apply: (procedures) => ({
      ...procedures,
      async memberWeight(cse, group, memberID) {
        const weight = await procedures.memberWeight(cse, group, memberID);
        return weight === DEFAULT_WEIGHT ? 0 : weight;
      },
    }),
  },
  {
    name: 'weighted-repeats-in-turn',
    description: 'WEIGHTED_ROUND_ROBIN chooses one by one and may take a member twice in a turn.',
    catches: ['WEIGHTED_ROUND_ROBIN with two members a turn never takes the heavy one twice in a turn'],
    apply: (procedures) => ({
      ...procedures,
      async chooseWeightedRoundRobin(cse, group, count) {
        const chosen: string[] = [];
        while (chosen.length < count)
          chosen.push(...(await procedures.chooseWeightedRoundRobin(cse, group, 1)));
        return chosen;
      },
    }),
  },
  {
    name: 'work-load-ignored',
    description: 'LEAST_WORK_LOAD takes the first members.',
    catches: ['LEAST_WORK_LOAD passes a member by that still has a request to answer'],
    apply: (procedures) => ({
      ...procedures,
      chooseLeastWorkLoad: (_cse, group, count) => memberIDsOf(group.attributes).slice(0, count),
    }),
  },
  {
    name: 'most-work-load',
    description: 'LEAST_WORK_LOAD takes the members with the most unanswered requests.',
    catches: ['LEAST_WORK_LOAD passes a member by that still has a request to answer'],
    apply: (procedures) => ({
      ...procedures,
      chooseLeastWorkLoad: (cse, group, count) =>
        [...memberIDsOf(group.attributes)]
          .sort((one, other) => workLoad(cse, other) - workLoad(cse, one))
          .slice(0, count),
    }),
  },
  {
    name: 'random-never-last',
    description: 'RANDOM never chooses the last member.',
    catches: ['RANDOM reaches every member in the long run'],
    apply: (procedures) => ({
      ...procedures,
      chooseRandom: (cse, group, count) => procedures.chooseRandom(cse, withoutLast(group), count),
    }),
  },
  {
    name: 'random-with-repetition',
    description: 'RANDOM may draw a member twice in a turn.',
    catches: ['RANDOM with two members a turn never takes one twice in a turn'],
    apply: (procedures) => ({
      ...procedures,
      chooseRandom: (cse, group, count) =>
        Array.from({ length: count }).flatMap(() => procedures.chooseRandom(cse, group, 1)),
    }),
  },
  {
    name: 'undefined-algorithm-is-round-robin',
    description: 'A somecastAlgorithm that is not defined counts as ROUND_ROBIN.',
    catches: [
      'A somecastAlgorithm of <value> is refused at create',
      'An undefined somecastAlgorithm is refused at update',
    ],
    wrapEndpoint: (endpoint) =>
      rewritingGroups('POST', withDefinedAlgorithm)(rewritingGroups('PUT', withDefinedAlgorithm)(endpoint)),
  },
];

function withDefinedAlgorithm(group: JsonObject): JsonObject {
  const defined = Object.values(SomecastAlgorithm).some((algorithm) => algorithm === group.soma);
  return group.soma === undefined || defined ? group : { ...group, soma: SomecastAlgorithm.ROUND_ROBIN };
}

function withoutLast(group: Resource): Resource {
  const memberIDs = memberIDsOf(group.attributes).slice(0, -1);
  return { ...group, attributes: withMemberIDs(group.attributes, memberIDs) };
}
