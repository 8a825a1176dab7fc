import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Resource } from '../resource';
import { memberIDsOf } from './group-attributes';

/** @see SOM 7.4.14.2.4 */
export function checkGroupHasMembers(group: Resource): Refusal | undefined {
  if (memberIDsOf(group.attributes).length > 0) return undefined;
  return refuse(RSC.NO_MEMBERS, `The group ${group.resourceName} has no members.`, 'SOM 7.4.14.2.4');
}
