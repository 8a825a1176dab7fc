import type { Attributes } from '../../../protocol/model/attribute-value';
import type { PrimitiveContent } from '../../../protocol/model/primitive-content';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { FilterUsage } from '../../../protocol/tables/onem2m/enumerations';
import { resourceTypeByElement } from '../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { textList } from '../attribute-reading';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { refused, respond } from '../response';
import { discover } from './discover';
import { representationOf } from './result-content';
import { contentOfTree } from './tree-content';

/** Retrieve: discovery, some attributes, or as Result Content says. @see TS-0004 7.3.3.6, 7.3.3.14 */
export async function retrieve(
  cse: Cse,
  request: RequestPrimitive,
  target: Resource,
): Promise<ResponsePrimitive> {
  if (request.filterCriteria?.filterUsage === FilterUsage.discovery) return discover(cse, request, target);
  const type = cse.procedures.resourceTypeProcedures(target.resourceType);
  const shown = type?.present?.(cse, request, target) ?? target;
  const content = retrievedContent(cse, request, shown);
  return isRefusal(content) ? refused(request, content) : respond(request, RSC.OK, content);
}

function retrievedContent(
  cse: Cse,
  request: RequestPrimitive,
  target: Resource,
): PrimitiveContent | Refusal | undefined {
  const wanted = wantedAttributes(request);
  if (wanted === undefined) return contentOfTree(cse, request, target, 1);
  const attributes = pick(target, wanted);
  return isRefusal(attributes)
    ? attributes
    : { kind: 'resource', resource: representationOf(target, attributes) };
}

function wantedAttributes(request: RequestPrimitive): readonly string[] | undefined {
  if (request.content?.kind === 'attributeList') return request.content.names;
  const filtered = request.filterCriteria?.attributeList;
  return filtered === undefined ? undefined : textList(filtered);
}

/** The attributes asked for, by long or short name; one that the type does not have is an error. @see TS-0004 7.3.3.6 */
function pick(target: Resource, wanted: readonly string[]): Attributes | Refusal {
  const rows = resourceTypeByElement(target.element)?.attributes ?? [];
  const picked: { [name: string]: Attributes[string] } = {};
  for (const name of wanted) {
    const row = rows.find((attribute) => attribute.name === name || attribute.short === name);
    const longName = row?.name ?? name;
    const value = target.attributes[longName];
    if (value !== undefined) picked[longName] = value;
    else if (row === undefined) {
      return refuse(RSC.BAD_REQUEST, `${target.element} has no attribute ${name}.`, 'TS-0004 7.3.3.6');
    }
  }
  return picked;
}
