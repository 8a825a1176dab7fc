import { isRefusal, type Refusal } from '../../../protocol/model/refusal';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { checkName } from '../request/check-name';
import type { Resource } from '../resource';
import { isNameReserved } from './debts';
import { isNameTaken } from './pending-establishments';
import { ownResource } from './session-resource';

/** Whether a session can have this name in its collection at all. @see TS-0004 6.2.4 */
export function checkSessionName(cse: Cse, collection: Resource, name: string): Refusal | undefined {
  const own = { resourceType: ResourceType.session, resourceID: name, resourceName: name, createdBy: '' };
  return checkName(cse, ownResource(cse, collection, own, {}));
}

/** The name that was wished for, or one that nobody else has. */
export function freeName(cse: Cse, collection: Resource, wanted: string, sessionID: string): string {
  const impossible = isRefusal(checkSessionName(cse, collection, wanted));
  const taken = isNameTaken(cse, collection, wanted) || isNameReserved(cse, collection, wanted);
  return impossible || taken ? sessionID : wanted;
}
