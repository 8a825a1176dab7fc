import type { Attributes, AttributeValue } from '../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../protocol/tables/onem2m/resource-types';
import type { AttributeRow } from '../../protocol/tables/onem2m/rows';

/** What an Originator gives for a group, as faults look at it and change it. It knows no procedure. */
export function givenAttributes({ content }: Pick<RequestPrimitive, 'content'>): Attributes {
  return content?.kind === 'resource' ? content.resource.attributes : {};
}

/** The request with other attributes in its representation. */
export function withGiven(request: RequestPrimitive, attributes: Attributes): RequestPrimitive {
  const { content } = request;
  if (content?.kind !== 'resource') return request;
  return { ...request, content: { ...content, resource: { ...content.resource, attributes } } };
}

/** The request without the attributes that its type does not have. */
export function withoutUnknown(request: RequestPrimitive): RequestPrimitive {
  const { content } = request;
  if (content?.kind !== 'resource') return request;
  const { unknown: _unknown, ...resource } = content.resource;
  return { ...request, content: { ...content, resource } };
}

export function filtered(
  attributes: Attributes,
  keep: (name: string, value: AttributeValue) => boolean,
): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name, value]) => keep(name, value)));
}

export function describesGroup({ content }: RequestPrimitive): boolean {
  return content?.kind === 'resource' && content.resource.element === 'm2m:grp';
}

export function groupAttribute(name: string): AttributeRow | undefined {
  return resourceTypeByNumber(ResourceType.group)?.attributes.find((row) => row.name === name);
}
