import type { AttributeValue } from '../../../protocol/model/attribute-value';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import type { Resource } from '../resource';

/** Where each CSE-ID was found last: a CSE with many children is not searched again for every request. */
const foundBefore = new WeakMap<Cse, Map<string, string>>();

/** The <remoteCSE> that stands for `cseID` at this CSE. @see TS-0004 7.4.4 */
export function remoteCse(cse: Cse, cseID: string): Resource | undefined {
  const known = foundBefore.get(cse) ?? new Map<string, string>();
  foundBefore.set(cse, known);
  const before = cse.store.get(known.get(cseID) ?? '');
  if (before !== undefined && standsFor(cse, before, cseID)) return before;
  const found = cse.store
    .childrenOf(cse.config.resourceID, ResourceType.remoteCSE)
    .find((resource) => standsFor(cse, resource, cseID));
  if (found === undefined) known.delete(cseID);
  else known.set(cseID, found.resourceID);
  return found;
}

function standsFor(cse: Cse, resource: Resource, cseID: string): boolean {
  const { resourceType, attributes } = resource;
  if (resourceType !== ResourceType.remoteCSE || isExpired(cse, resource)) return false;
  return canonicalCseID(attributes['CSE-ID']) === cseID;
}

/** CSE-IDs are compared SP-relative; some registrations leave out the slash. */
export function canonicalCseID(cseID: AttributeValue | undefined): string | undefined {
  if (typeof cseID !== 'string') return undefined;
  return cseID.startsWith('/') ? cseID : `/${cseID}`;
}
