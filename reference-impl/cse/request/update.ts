import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import type { PrimitiveContent } from '../../../protocol/model/primitive-content';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { formatTimestamp } from '../../../protocol/model/timestamp';
import { ResultContent } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { refused, respond } from '../response';
import { checkExpirationTime, checkOutlivesChildren } from './check-expiration-time';
import { checkPolicyUpdate } from './policy-update';
import { notAsGiven, representationOf } from './result-content';

/** How often an update starts again because the resource changed while its members were asked. */
const ATTEMPTS = 5;

/** Update: checks, the procedures of the type, then all changes at once or none. @see TS-0004 7.2.2.2, 7.3.3.7 */
export async function update(
  cse: Cse,
  request: RequestPrimitive,
  target: Resource,
): Promise<ResponsePrimitive> {
  let current = target;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const attributes = await changedAttributes(cse, request, current);
    if (isRefusal(attributes)) return refused(request, attributes);
    const now = cse.store.get(target.resourceID);
    if (now === undefined)
      return refused(request, refuse(RSC.NOT_FOUND, 'It was deleted.', 'TS-0004 7.3.3.2'));
    if (now === current) return stored(cse, request, current, attributes);
    current = now;
  }
  return refused(request, refuse(RSC.CONFLICT, 'It is being changed by others.', 'TS-0004 7.3.3.7'));
}

async function changedAttributes(
  cse: Cse,
  request: RequestPrimitive,
  current: Resource,
): Promise<Attributes | Refusal> {
  const { procedures } = cse;
  const attributes = procedures.checkUpdateRepresentation(cse, request, current);
  if (isRefusal(attributes)) return attributes;
  const refusal = checkPolicyUpdate(request) ?? checkNewExpirationTime(cse, current, attributes);
  if (refusal !== undefined) return refusal;
  const type = procedures.resourceTypeProcedures(current.resourceType);
  return (await type?.update?.(cse, request, current, attributes)) ?? attributes;
}

function checkNewExpirationTime(cse: Cse, current: Resource, attributes: Attributes): Refusal | undefined {
  const unchanged = attributes.expirationTime === current.attributes.expirationTime;
  return unchanged
    ? undefined
    : (checkExpirationTime(cse, attributes) ?? checkOutlivesChildren(cse, current, attributes));
}

function stored(
  cse: Cse,
  request: RequestPrimitive,
  current: Resource,
  attributes: Attributes,
): ResponsePrimitive {
  const lastModifiedTime = formatTimestamp(cse.ports.clock.now());
  const resource: Resource = { ...current, attributes: { ...attributes, lastModifiedTime } };
  cse.store.put(resource);
  const response = respond(request, RSC.UPDATED, updatedContent(request, current, resource));
  cse.procedures.resourceTypeProcedures(resource.resourceType)?.updated?.(cse, resource, request);
  const changed = changesOf(current, resource);
  void cse.procedures.notifySubscribers(cse, { type: 'update', subject: resource, changed });
  return response;
}

function updatedContent(
  request: RequestPrimitive,
  before: Resource,
  after: Resource,
): PrimitiveContent | undefined {
  switch (request.resultContent ?? ResultContent.attributes) {
    case ResultContent.nothing:
      return undefined;
    case ResultContent.modifiedAttributes: {
      const changes = notAsGiven(request, changesOf(before, after));
      return { kind: 'resource', resource: representationOf(after, changes) };
    }
    default:
      return { kind: 'resource', resource: representationOf(after) };
  }
}

function changesOf(before: Resource, after: Resource): Attributes {
  const changes: { [name: string]: AttributeValue } = {};
  for (const [name, value] of Object.entries(after.attributes)) {
    if (JSON.stringify(before.attributes[name]) !== JSON.stringify(value)) changes[name] = value;
  }
  return changes;
}
