import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { Representation } from '../../../protocol/model/representation';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { resourceTypeByElement } from '../../../protocol/tables/onem2m/resource-types';
import type { AttributeRow, ResourceTypeRow } from '../../../protocol/tables/onem2m/rows';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';

const CLAUSE = 'TS-0004 7.3.3.3';

/** Recv-6.4 of a create: what is given, judged by the attribute table of its type. @see TS-0004 7.3.3.3 */
export function checkCreateRepresentation(_cse: Cse, request: RequestPrimitive): Representation | Refusal {
  const representation = contentOf(request);
  if (isRefusal(representation)) return representation;
  const { attributes, element } = representation;
  const row = resourceTypeByElement(element);
  if (row === undefined || row.type !== request.resourceType) {
    return refuse(RSC.BAD_REQUEST, `${element} is not of resource type ${request.resourceType}.`, CLAUSE);
  }
  for (const [name, value] of Object.entries(attributes)) {
    const refusal = checkGiven(row, name, value, 'create');
    if (refusal !== undefined) return refusal;
  }
  const missing = row.attributes.find(({ create, name }) => create === 'M' && attributes[name] === undefined);
  return missing === undefined
    ? representation
    : refuse(RSC.BAD_REQUEST, `${missing.name} is missing.`, missing.clause);
}

/** Recv-6.4 of an update: the attributes of the resource with the changes. NULL deletes. @see TS-0004 7.3.3.3, 8.4.2 */
export function checkUpdateRepresentation(
  _cse: Cse,
  request: RequestPrimitive,
  current: Resource,
): Attributes | Refusal {
  const row = resourceTypeByElement(current.element);
  if (row === undefined || row.attributes.every(({ update }) => update === 'NP')) {
    return refuse(RSC.OPERATION_NOT_ALLOWED, `${current.element} cannot be updated.`, row?.clause ?? CLAUSE);
  }
  const representation = contentOf(request);
  if (isRefusal(representation)) return representation;
  if (representation.element !== current.element) {
    return refuse(
      RSC.BAD_REQUEST,
      `The content is ${representation.element}, the target ${current.element}.`,
      CLAUSE,
    );
  }
  const changed: { [name: string]: AttributeValue } = { ...current.attributes };
  for (const [name, value] of Object.entries(representation.attributes)) {
    const refusal = checkGiven(row, name, value, 'update');
    if (refusal !== undefined) return refusal;
    if (value === null) delete changed[name];
    else changed[name] = value;
  }
  return changed;
}

function contentOf(request: RequestPrimitive): Representation | Refusal {
  if (request.content?.kind !== 'resource') {
    return refuse(RSC.BAD_REQUEST, 'The content is no resource representation.', CLAUSE);
  }
  const { resource } = request.content;
  const unknown = Object.keys(resource.unknown ?? {})[0];
  if (unknown === undefined) return resource;
  return refuse(RSC.BAD_REQUEST, `${resource.element} has no attribute ${unknown}.`, CLAUSE);
}

function checkGiven(
  row: ResourceTypeRow,
  name: string,
  value: AttributeValue,
  operation: 'create' | 'update',
): Refusal | undefined {
  const attribute = attributeRow(row, name);
  if (attribute === undefined) {
    return row.customAttributes
      ? undefined
      : refuse(RSC.BAD_REQUEST, `${row.name} has no attribute ${name}.`, CLAUSE);
  }
  if (attribute[operation] === 'NP') {
    return refuse(RSC.BAD_REQUEST, `${name} is not permitted in ${operation}.`, attribute.clause);
  }
  if (operation === 'create' && attribute.nullOnCreate && value !== null) {
    return refuse(RSC.BAD_REQUEST, `${name} is set by the CSE: only NULL can be given.`, CLAUSE);
  }
  if (value !== null || mayBeNull(attribute, operation)) return undefined;
  return refuse(RSC.BAD_REQUEST, `${name} cannot be NULL in ${operation}.`, attribute.clause);
}

/** NULL deletes an optional attribute. In a create it asks the Hosting CSE for a value. @see TS-0004 7.3.3.3 */
function mayBeNull(attribute: AttributeRow, operation: 'create' | 'update'): boolean {
  return operation === 'update' ? attribute.create !== 'M' : attribute.nullOnCreate === true;
}

function attributeRow(row: ResourceTypeRow, name: string): AttributeRow | undefined {
  return row.attributes.find((attribute) => attribute.name === name);
}
