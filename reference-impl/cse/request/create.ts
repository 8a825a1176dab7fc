import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import { removeTree } from '../remove-tree';
import type { Resource } from '../resource';
import { refused } from '../response';
import { checkExpirationTime } from './check-expiration-time';
import { checkName } from './check-name';
import { draftResource, newIdentity } from './draft-resource';
import { respondCreated } from './result-content';

/** Create, from the check of the child type to the response. @see TS-0004 7.2.2.2, 7.3.3.5 */
export async function create(
  cse: Cse,
  request: RequestPrimitive,
  parent: Resource,
): Promise<ResponsePrimitive> {
  const { procedures, store } = cse;
  const draft = await draftOf(cse, request, parent);
  if (isRefusal(draft)) return refused(request, draft);
  const type = procedures.resourceTypeProcedures(draft.resourceType);
  const attributes = (await type?.create?.(cse, request, draft)) ?? draft.attributes;
  if (isRefusal(attributes)) return refused(request, attributes);

  const changedMeanwhile = checkPlace(cse, parent, draft);
  if (changedMeanwhile !== undefined) return refused(request, changedMeanwhile);
  const resource: Resource = { ...draft, attributes };
  store.put(resource);
  const response = respondCreated(cse, request, resource);
  type?.created?.(cse, resource, request);
  void procedures.notifySubscribers(cse, { type: 'childCreate', subject: parent, child: resource });
  return response;
}

/** The resource as the generic checks leave it, before the procedures of its type. */
async function draftOf(cse: Cse, request: RequestPrimitive, parent: Resource): Promise<Resource | Refusal> {
  const { procedures } = cse;
  const row = resourceTypeByNumber(request.resourceType ?? -1);
  const type = procedures.resourceTypeProcedures(request.resourceType ?? -1);
  if (row === undefined || type === undefined) return unknownType(request);
  const misplaced = procedures.checkChildType(cse, parent, row.type);
  if (misplaced !== undefined) return misplaced;
  if (type.madeByHostingCse === true) return notCreated(row.name);
  const representation = procedures.checkCreateRepresentation(cse, request);
  if (isRefusal(representation)) return representation;
  const identity = type.identify?.(cse, request) ?? newIdentity(cse, request, row);
  if (isRefusal(identity)) return identity;
  const draft = draftResource(cse, { request, parent, row, representation, identity });
  return (
    checkName(cse, draft) ??
    checkExpirationTime(cse, representation.attributes) ??
    checkPlace(cse, parent, draft) ??
    draft
  );
}

/** A type that the standard has and this CSE has not is not implemented; any other number is a mistake. */
function unknownType({ resourceType }: RequestPrimitive): Refusal {
  const exists = Object.values<number | undefined>(ResourceType).includes(resourceType);
  return exists
    ? refuse(RSC.NOT_IMPLEMENTED, `Resource type ${resourceType} is not implemented.`, 'TS-0004 7.3.3.3')
    : refuse(RSC.BAD_REQUEST, `${resourceType} is no resource type.`, 'TS-0004 7.3.2.1');
}

function notCreated(name: string): Refusal {
  return refuse(RSC.OPERATION_NOT_ALLOWED, `A ${name} is not created by request.`, 'TS-0004 7.4.12.2.1');
}

/** Asked twice: members may be retrieved meanwhile, and others may create or delete. @see TS-0004 7.3.3.5 */
function checkPlace(cse: Cse, parent: Resource, draft: Resource): Refusal | undefined {
  removeExpired(cse, cse.store.get(draft.resourceID));
  removeExpired(cse, cse.store.childNamed(parent.resourceID, draft.resourceName));
  if (cse.store.get(parent.resourceID) === undefined) {
    return refuse(RSC.NOT_FOUND, 'The parent was deleted.', 'TS-0004 7.3.3.2');
  }
  if (cse.store.get(draft.resourceID) !== undefined) {
    return refuse(RSC.CONFLICT, `There is a resource ${draft.resourceID} already.`, 'TS-0004 7.3.3.5');
  }
  if (cse.store.childNamed(parent.resourceID, draft.resourceName) === undefined) return undefined;
  return refuse(RSC.CONFLICT, `There is a child named ${draft.resourceName} already.`, 'TS-0004 7.3.3.5');
}

/** What has expired holds no name and no identifier any more. @see TS-0004 7.3.3.5 */
function removeExpired(cse: Cse, resource: Resource | undefined): void {
  if (resource !== undefined && isExpired(cse, resource)) removeTree(cse, resource);
}
