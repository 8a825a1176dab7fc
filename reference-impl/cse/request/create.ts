import type { AttributeValue } from '../../../protocol/model/attribute-value';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { Representation } from '../../../protocol/model/representation';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { formatTimestamp } from '../../../protocol/model/timestamp';
import { resourceTypeByNumber } from '../../../protocol/tables/onem2m/resource-types';
import type { ResourceTypeRow } from '../../../protocol/tables/onem2m/rows';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import type { Resource } from '../resource';
import type { ResourceIdentity } from '../resource-type';
import { refused } from '../response';
import { checkExpirationTime } from './check-expiration-time';
import { checkName } from './check-name';
import { respondCreated } from './result-content';

/** How long a resource lives whose creator gave no expirationTime. */
const LIFETIME = 10 * 365 * 24 * 60 * 60 * 1_000;

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
  type?.created?.(cse, resource);
  void procedures.notifySubscribers(cse, { type: 'childCreate', subject: parent, child: resource });
  return response;
}

/** The resource as the generic checks leave it, before the procedures of its type. */
async function draftOf(cse: Cse, request: RequestPrimitive, parent: Resource): Promise<Resource | Refusal> {
  const { procedures } = cse;
  const row = resourceTypeByNumber(request.resourceType ?? -1);
  const type = procedures.resourceTypeProcedures(request.resourceType ?? -1);
  if (row === undefined || type === undefined) {
    return refuse(
      RSC.BAD_REQUEST,
      `${request.resourceType} is no resource type of this CSE.`,
      'TS-0004 7.3.3.3',
    );
  }
  const misplaced = procedures.checkChildType(cse, parent, row.type);
  if (misplaced !== undefined) return misplaced;
  const representation = procedures.checkCreateRepresentation(cse, request);
  if (isRefusal(representation)) return representation;
  const identity = type.identify?.(cse, request) ?? newIdentity(cse, request, row);
  if (isRefusal(identity)) return identity;
  const draft = drafted(cse, { request, parent, row, representation, identity });
  return (
    checkName(cse, draft) ??
    checkExpirationTime(cse, draft.attributes) ??
    checkPlace(cse, parent, draft) ??
    draft
  );
}

interface Parts {
  readonly request: RequestPrimitive;
  readonly parent: Resource;
  readonly row: ResourceTypeRow;
  readonly representation: Representation;
  readonly identity: ResourceIdentity;
}

function newIdentity(cse: Cse, request: RequestPrimitive, row: ResourceTypeRow): ResourceIdentity {
  const prefix = row.element.replace(/^.*:/, '');
  return {
    resourceID: cse.ports.ids.next(`${prefix}-`),
    createdBy: canonicalOriginator(cse.config, request.from ?? ''),
  };
}

function drafted(cse: Cse, { request, parent, row, representation, identity }: Parts): Resource {
  const now = cse.ports.clock.now();
  const { resourceName, ...given } = representation.attributes;
  const name = typeof resourceName === 'string' ? resourceName : identity.resourceID;
  const initial: { [name: string]: AttributeValue } = {};
  for (const attribute of row.attributes) {
    if (attribute.initial !== undefined) initial[attribute.name] = attribute.initial;
    if (attribute.name === 'expirationTime') initial[attribute.name] = formatTimestamp(now + LIFETIME);
  }
  return {
    ...identity,
    parentID: parent.resourceID,
    resourceName: name,
    resourceType: row.type,
    element: representation.element,
    attributes: {
      ...initial,
      ...given,
      ...(given.creator === null && { creator: request.from ?? identity.createdBy }),
      resourceType: row.type,
      resourceID: identity.resourceID,
      resourceName: name,
      parentID: parent.resourceID,
      creationTime: formatTimestamp(now),
      lastModifiedTime: formatTimestamp(now),
    },
  };
}

/** Asked twice: members may be retrieved meanwhile, and others may create or delete. @see TS-0004 7.3.3.5 */
function checkPlace(cse: Cse, parent: Resource, draft: Resource): Refusal | undefined {
  if (cse.store.get(parent.resourceID) === undefined) {
    return refuse(RSC.NOT_FOUND, 'The parent was deleted.', 'TS-0004 7.3.3.2');
  }
  if (cse.store.get(draft.resourceID) !== undefined) {
    return refuse(RSC.CONFLICT, `There is a resource ${draft.resourceID} already.`, 'TS-0004 7.3.3.5');
  }
  if (cse.store.childNamed(parent.resourceID, draft.resourceName) === undefined) return undefined;
  return refuse(RSC.CONFLICT, `There is a child named ${draft.resourceName} already.`, 'TS-0004 7.3.3.5');
}
