import { refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { refused } from '../response';
import { deliver } from './deliver';
import { pointsOfAccess, withOriginatorOutside } from './forward';

/** Where reports of other CSEs come in. @see IGO 2.2 step 4 */
const TAKES_REPORTS: readonly number[] = [ResourceType.CSEBase, ResourceType.request];

/** A notification for an AE goes on to its points of access; nothing else here takes one. @see TS-0004 7.5.1.2.2 */
export async function notify(
  cse: Cse,
  request: RequestPrimitive,
  target: Resource,
): Promise<ResponsePrimitive> {
  if (target.resourceType === ResourceType.AE) {
    return deliver(cse, pointsOfAccess(target), withOriginatorOutside(cse, request));
  }
  const reported = request.content?.kind === 'response' && TAKES_REPORTS.includes(target.resourceType);
  if (reported) return cse.procedures.receiveReport(cse, request);
  return refused(
    request,
    refuse(RSC.OPERATION_NOT_ALLOWED, `${target.element} takes no notifications.`, 'TS-0004 7.3.3.9'),
  );
}
