import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { remoteCse } from './remote-cse';

/** An AE or CSE that is registered with this CSE; `originator` in canonical form. */
export function isRegistered(cse: Cse, originator: string): boolean {
  return cse.store.get(originator)?.resourceType === ResourceType.AE || isRegisteredCse(cse, originator);
}

/** This CSE itself, or one that has a <remoteCSE> here. */
export function isRegisteredCse(cse: Cse, originator: string): boolean {
  return originator === cse.config.cseID || remoteCse(cse, originator) !== undefined;
}
