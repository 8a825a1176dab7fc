import { refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResultContent } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { removeTree } from '../remove-tree';
import type { Resource } from '../resource';
import { refused, respond } from '../response';
import { contentOfTree } from './tree-content';

/** Delete, with all descendants; the CSEBase stays. @see TS-0004 7.3.3.8, 7.4.3.2.4 */
export async function deleteResource(
  cse: Cse,
  request: RequestPrimitive,
  target: Resource,
): Promise<ResponsePrimitive> {
  if (target.resourceType === ResourceType.CSEBase) {
    return refused(
      request,
      refuse(RSC.OPERATION_NOT_ALLOWED, 'A CSEBase is not deleted.', 'TS-0004 7.4.3.2.4'),
    );
  }
  const refusal = cse.procedures.resourceTypeProcedures(target.resourceType)?.checkDelete?.(cse, target);
  if (refusal !== undefined) return refused(request, refusal);
  const content = contentOfTree(cse, request, target, ResultContent.nothing);
  removeTree(cse, target);
  return respond(request, RSC.DELETED, content);
}
