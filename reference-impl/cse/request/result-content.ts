import type { Attributes } from '../../../protocol/model/attribute-value';
import type { PrimitiveContent } from '../../../protocol/model/primitive-content';
import type { Representation } from '../../../protocol/model/representation';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResultContent } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { respond } from '../response';
import { addressOf } from './address-of';

/** The resource as its representation shows it. */
export function representationOf(
  resource: Resource,
  attributes: Attributes = resource.attributes,
): Representation {
  return { element: resource.element, attributes };
}

/** The response of a create. @see TS-0001 table 8.1.2-1, TS-0009 6.4.4 */
export function respondCreated(cse: Cse, request: RequestPrimitive, resource: Resource): ResponsePrimitive {
  const address = addressOf(cse, resource, request.desiredIdentifierResultType);
  const content = createdContent(request, resource, address);
  const response = respond(request, RSC.CREATED, content);
  return content?.kind === 'uri' || content?.kind === 'resourceAndAddress'
    ? { ...response, contentLocation: address }
    : response;
}

function createdContent(
  request: RequestPrimitive,
  resource: Resource,
  uri: string,
): PrimitiveContent | undefined {
  switch (request.resultContent ?? ResultContent.attributes) {
    case ResultContent.nothing:
      return undefined;
    case ResultContent.hierarchicalAddress:
      return { kind: 'uri', uri };
    case ResultContent.hierarchicalAddressAndAttributes:
      return { kind: 'resourceAndAddress', uri, resource: representationOf(resource) };
    case ResultContent.modifiedAttributes:
      return {
        kind: 'resource',
        resource: representationOf(resource, notAsGiven(request, resource.attributes)),
      };
    default:
      return { kind: 'resource', resource: representationOf(resource) };
  }
}

/** What the Hosting CSE set or changed on top of what the Originator sent. @see TS-0004 6.3.4.2.7 */
export function notAsGiven(request: RequestPrimitive, attributes: Attributes): Attributes {
  const given = request.content?.kind === 'resource' ? request.content.resource.attributes : {};
  const changed = Object.entries(attributes).filter(
    ([name, value]) => JSON.stringify(given[name]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed);
}
