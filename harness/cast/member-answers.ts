import type { PrimitiveContent } from '../../protocol/model/primitive-content';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { HostedResource } from './hosted-resource';
import { representationOf } from './hosted-resource';

/**
 * What a well-behaved member-hosting CSE says to a request for `hosted`. It checks no rights and remembers nothing:
 * what is tested is the CSE that asks.
 */
export function memberAnswer(request: RequestPrimitive, hosted: HostedResource): ResponsePrimitive {
  return { ...plainAnswer(request, hosted), requestIdentifier: request.requestIdentifier };
}

function plainAnswer(
  request: RequestPrimitive,
  hosted: HostedResource,
): Omit<ResponsePrimitive, 'requestIdentifier'> {
  switch (request.operation) {
    case 'create':
      return withContent(RSC.CREATED, createdContent(request, hosted));
    case 'retrieve':
      return withContent(RSC.OK, { kind: 'resource', resource: representationOf(hosted) });
    case 'update':
      return withContent(RSC.UPDATED, { kind: 'resource', resource: representationOf(hosted) });
    case 'delete':
      return { responseStatusCode: RSC.DELETED };
    case 'notify':
      return { responseStatusCode: RSC.OK };
  }
}

function withContent(responseStatusCode: number, content: PrimitiveContent) {
  return { responseStatusCode, content };
}

/** What a tester calls a resource that is created under `parent`. */
export function childIdentifier(parent: HostedResource): string {
  return `${parent.resourceID}-child`;
}

function createdContent(request: RequestPrimitive, hosted: HostedResource): PrimitiveContent {
  const content = request.content;
  if (content?.kind !== 'resource') return { kind: 'debug', text: 'a create without a resource' };
  const { element, attributes } = content.resource;
  const generated = {
    resourceID: childIdentifier(hosted),
    parentID: hosted.resourceID,
    resourceType: request.resourceType ?? 0,
    creationTime: '20260101T000000',
    lastModifiedTime: '20260101T000000',
    expirationTime: '20991231T235959',
  };
  return {
    kind: 'resource',
    resource: { element, attributes: { resourceName: 'child', ...attributes, ...generated } },
  };
}
