import { DesIdResType } from '../../../protocol/tables/onem2m/enumerations';
import type { Cse } from '../cse';
import type { Resource } from '../resource';

/** The CSE-relative address of a resource, in the form that the Originator desired. @see TS-0004 6.3.4.2.8 */
export function addressOf(cse: Cse, resource: Resource, desired?: number): string {
  return desired === DesIdResType.unstructured ? resource.resourceID : structuredAddress(cse, resource);
}

function structuredAddress(cse: Cse, resource: Resource): string {
  const parent = cse.store.get(resource.parentID);
  if (parent === undefined) return resource.resourceName;
  return `${structuredAddress(cse, parent)}/${resource.resourceName}`;
}
