import type { Operation } from '../../../protocol/model/operation';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { AccessControlOperations, FilterUsage } from '../../../protocol/tables/onem2m/enumerations';

const PRIVILEGE: { readonly [operation in Operation]: number } = {
  create: AccessControlOperations.CREATE,
  retrieve: AccessControlOperations.RETRIEVE,
  update: AccessControlOperations.UPDATE,
  delete: AccessControlOperations.DELETE,
  notify: AccessControlOperations.NOTIFY,
};

/** The privilege that a request needs, as a flag of m2m:accessControlOperations. @see TS-0004 6.3.4.2.29 */
export function neededPrivilege(request: RequestPrimitive): number {
  const discovers = request.filterCriteria?.filterUsage === FilterUsage.discovery;
  return discovers && request.operation === 'retrieve'
    ? AccessControlOperations.DISCOVERY
    : PRIVILEGE[request.operation];
}
