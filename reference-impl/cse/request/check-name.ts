import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';

/** Unreserved characters of a URI; `-` alone stands for the CSEBase. @see TS-0001 7.2, TS-0004 6.2.4 */
const RESOURCE_NAME = /^(?!-$)(?!\.{1,2}$)[A-Za-z0-9._~-]{1,256}$/;

/** A name that cannot be written into an address, or that a virtual child has, names nothing. @see TS-0004 6.2.4 */
export function checkName(cse: Cse, draft: Resource): Refusal | undefined {
  const { resourceName, parentID } = draft;
  if (!RESOURCE_NAME.test(resourceName)) {
    return refuse(
      RSC.BAD_REQUEST,
      `${JSON.stringify(resourceName)} cannot be a resource name.`,
      'TS-0004 6.2.4',
    );
  }
  const parent = cse.store.get(parentID);
  const virtual = parent && cse.procedures.resourceTypeProcedures(parent.resourceType)?.virtual;
  if (virtual === undefined || !Object.hasOwn(virtual, resourceName)) return undefined;
  return refuse(RSC.CONFLICT, `${resourceName} is the name of a virtual child.`, 'TS-0004 7.3.3.5');
}
