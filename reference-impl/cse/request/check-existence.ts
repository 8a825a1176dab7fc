import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { FilterUsage } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse, Resolved } from '../cse';
import { matchesFilter } from './matches-filter';

/**
 * Recv-6.2: the resource, or the virtual child of one, that To names. Conditions of the Filter Criteria are conditions
 * on the resource itself, but for discovery and for virtual children, which have none. @see TS-0004 7.3.3.1
 */
export function checkExistence(cse: Cse, request: RequestPrimitive): Resolved | Refusal {
  const resolved = cse.resolve(request.to);
  if (resolved === undefined) {
    return refuse(RSC.NOT_FOUND, `${request.to} names no resource of this CSE.`, 'TS-0004 7.3.3.1');
  }
  const filter = request.filterCriteria ?? {};
  const discovers = filter.filterUsage === FilterUsage.discovery;
  if (discovers || resolved.virtual !== undefined || matchesFilter(resolved.resource, filter))
    return resolved;
  return refuse(RSC.NOT_FOUND, `${request.to} does not meet the Filter Criteria.`, 'TS-0004 7.3.3.1');
}
