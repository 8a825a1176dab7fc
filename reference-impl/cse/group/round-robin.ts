import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { inTurn, served } from './rotation';

/** The next members in turn, whoever asks and for whatever: the rotation belongs to the group. @see SOM 6.3.4.2.X */
export function chooseRoundRobin(cse: Cse, group: Resource, count: number): readonly string[] {
  const chosen = inTurn(cse, group).slice(0, count);
  served(cse, group, chosen.at(-1));
  return chosen;
}
