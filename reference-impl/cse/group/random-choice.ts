import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { memberIDsOf } from './group-attributes';

/** Drawn one after the other from those not drawn yet: each set of members is equally likely. @see SOM 6.3.4.2.X */
export function chooseRandom(cse: Cse, group: Resource, count: number): readonly string[] {
  const left = [...memberIDsOf(group.attributes)];
  const chosen: string[] = [];
  while (chosen.length < count && left.length > 0) {
    const drawn = cse.ports.random.below(left.length);
    chosen.push(...left.splice(drawn, 1));
  }
  return chosen;
}
