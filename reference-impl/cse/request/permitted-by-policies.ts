import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import { neededPrivilege } from './needed-privilege';
import { grantsAccess, type PrivilegeSet } from './privileges';

/** One granting policy is enough; identifiers that name no policy grant nothing. @see TS-0001 9.6.2 */
export function permittedByPolicies(
  cse: Cse,
  request: RequestPrimitive,
  policyIDs: readonly string[],
): boolean {
  return permittedBy(cse, request, policyIDs, 'privileges');
}

/** Who may say which policies bind a resource. @see TS-0001 9.6.1.3.2 */
export function permittedBySelfPrivileges(
  cse: Cse,
  request: RequestPrimitive,
  policyIDs: readonly string[],
): boolean {
  return permittedBy(cse, request, policyIDs, 'selfPrivileges');
}

function permittedBy(
  cse: Cse,
  request: RequestPrimitive,
  policyIDs: readonly string[],
  set: PrivilegeSet,
): boolean {
  const wish = {
    originator: canonicalOriginator(cse.config, request.from ?? ''),
    privilege: neededPrivilege(request),
  };
  return policyIDs.some((policyID) => {
    const policy = cse.resolve(policyID)?.resource;
    return policy?.resourceType === ResourceType.accessControlPolicy && grantsAccess(cse, policy, set, wish);
  });
}
