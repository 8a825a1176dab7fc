import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse, Resolved } from '../cse';

/** Recv-6.2: the resource, or the virtual child of one, that To names. @see TS-0004 7.3.3.2 */
export function checkExistence(cse: Cse, request: RequestPrimitive): Resolved | Refusal {
  return (
    cse.resolve(request.to) ??
    refuse(RSC.NOT_FOUND, `${request.to} names no resource of this CSE.`, 'TS-0004 7.3.3.2')
  );
}
