import { refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import type { VirtualResource } from '../resource-type';
import { refused } from '../response';

/**
 * A name that stands for its parent: what is created there is a child of that, and a path behind it goes on from that.
 * Nothing else is done to the parent by this name. @see SES 1 steps 3 and 18
 */
export function standsForParent(resourceType: number): VirtualResource {
  return async (cse, request, parent, suffix) => {
    if (suffix !== '') return onChild(cse, request, parent, suffix);
    const isChild = request.operation === 'create' && request.resourceType === resourceType;
    if (isChild || request.operation === 'retrieve') {
      return cse.procedures.perform(cse, request, { resource: parent, suffix: '' });
    }
    return refused(
      request,
      request.operation === 'create'
        ? refuse(RSC.INVALID_CHILD_RESOURCE_TYPE, 'That is not what is collected here.')
        : refuse(RSC.OPERATION_NOT_ALLOWED, `${request.operation} is not for a collection.`),
    );
  };
}

async function onChild(
  cse: Cse,
  request: RequestPrimitive,
  parent: Resource,
  suffix: string,
): Promise<ResponsePrimitive> {
  const found = cse.resolve(`${parent.resourceID}/${suffix}`);
  if (found === undefined || found.resource === parent) {
    return refused(request, refuse(RSC.NOT_FOUND, `There is no ${suffix}.`, 'TS-0004 7.3.3.1'));
  }
  return cse.procedures.perform(cse, request, found);
}
