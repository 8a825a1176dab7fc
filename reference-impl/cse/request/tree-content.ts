import type { PrimitiveContent, ResourceReference } from '../../../protocol/model/primitive-content';
import type { Representation } from '../../../protocol/model/representation';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { ResultContent } from '../../../protocol/tables/onem2m/enumerations';
import { numberOf } from '../attribute-reading';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { accessibleChildren } from './accessible-children';
import { addressOf } from './address-of';
import { representationOf } from './result-content';

/** A resource with or without what is below it, as Result Content says. @see TS-0004 6.3.4.2.7 */
export function contentOfTree(
  cse: Cse,
  request: RequestPrimitive,
  target: Resource,
  byDefault: number,
): PrimitiveContent | undefined {
  const levels = numberOf(request.filterCriteria?.level) ?? Number.POSITIVE_INFINITY;
  switch (request.resultContent ?? byDefault) {
    case ResultContent.nothing:
      return undefined;
    case ResultContent.attributesAndChildResources:
      return { kind: 'resource', resource: withChildren(cse, request, target, levels) };
    case ResultContent.childResources: {
      const { children = [] } = withChildren(cse, request, target, levels);
      return { kind: 'resource', resource: { element: target.element, attributes: {}, children } };
    }
    case ResultContent.childResourceReferences:
      return { kind: 'references', references: referencesBelow(cse, request, target, levels) };
    default:
      return { kind: 'resource', resource: representationOf(target) };
  }
}

function withChildren(
  cse: Cse,
  request: RequestPrimitive,
  resource: Resource,
  levels: number,
): Representation {
  if (levels <= 0) return representationOf(resource);
  const children = accessibleChildren(cse, request, resource);
  return {
    ...representationOf(resource),
    children: children.map((child) => withChildren(cse, request, child, levels - 1)),
  };
}

function referencesBelow(
  cse: Cse,
  request: RequestPrimitive,
  resource: Resource,
  levels: number,
): readonly ResourceReference[] {
  if (levels <= 0) return [];
  return accessibleChildren(cse, request, resource).flatMap((child) => [
    {
      uri: addressOf(cse, child, request.desiredIdentifierResultType),
      name: child.resourceName,
      type: child.resourceType,
    },
    ...referencesBelow(cse, request, child, levels - 1),
  ]);
}
