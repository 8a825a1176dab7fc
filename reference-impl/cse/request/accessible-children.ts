import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import type { Resource } from '../resource';

/** The children that the Originator of `request` may see with it. @see TS-0004 7.3.3.14 */
export function accessibleChildren(
  cse: Cse,
  request: RequestPrimitive,
  parent: Resource,
): readonly Resource[] {
  return cse.store
    .childrenOf(parent.resourceID)
    .filter((child) => !isExpired(cse, child) && cse.procedures.authorize(cse, request, child) === undefined);
}
