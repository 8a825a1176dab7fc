import { SomecastAlgorithm } from '../../../protocol/tables/onem2m/enumerations';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { somecastAlgorithmIn } from './group-attributes';
import { beginRequests } from './work-load';

/**
 * Chooses by the algorithm of the group. The chosen members count as having a request to answer from the moment they
 * are chosen, so that a choice made before it is sent takes it into account. @see SOM 7.4.14.2.4
 */
export async function chooseMembers(cse: Cse, group: Resource, count: number): Promise<readonly string[]> {
  const weighted = somecastAlgorithmIn(group.attributes) === SomecastAlgorithm.WEIGHTED_ROUND_ROBIN;
  const chosen = weighted
    ? await cse.procedures.chooseWeightedRoundRobin(cse, group, count)
    : chooseAtOnce(cse, group, count);
  beginRequests(cse, chosen);
  return chosen;
}

function chooseAtOnce(cse: Cse, group: Resource, count: number): readonly string[] {
  switch (somecastAlgorithmIn(group.attributes)) {
    case SomecastAlgorithm.LEAST_WORK_LOAD:
      return cse.procedures.chooseLeastWorkLoad(cse, group, count);
    case SomecastAlgorithm.RANDOM:
      return cse.procedures.chooseRandom(cse, group, count);
    default:
      return cse.procedures.chooseRoundRobin(cse, group, count);
  }
}
