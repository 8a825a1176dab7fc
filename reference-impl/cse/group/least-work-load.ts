import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { inTurn, served } from './rotation';
import { workLoad } from './work-load';

/** The members with the fewest unanswered requests; among equals the next in turn. @see SOM 6.3.4.2.X */
export function chooseLeastWorkLoad(cse: Cse, group: Resource, count: number): readonly string[] {
  const candidates = inTurn(cse, group).map((memberID) => ({ memberID, load: workLoad(cse, memberID) }));
  // A stable sort: equals stay in turn.
  const chosen = candidates
    .sort((one, other) => one.load - other.load)
    .slice(0, count)
    .map(({ memberID }) => memberID);
  served(cse, group, chosen.at(-1));
  return chosen;
}
