import { type Refusal, refuse } from '../../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../../protocol/model/request-primitive';
import { ResourceType } from '../../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../../protocol/tables/onem2m/status-codes';

const CONTAINER = resourceTypeByNumber(ResourceType.container)?.element;

/** The identifier that makes a request session-based, in its query or its content. @see SES 2 steps 1, 2, 8, 20 and 21 */
export function sessionIDOf(request: RequestPrimitive): string | Refusal | undefined {
  const inQuery = request.sessionID;
  const inContent = inContentOf(request);
  if (inQuery !== undefined && inContent !== undefined && inQuery !== inContent) {
    return refuse(
      RSC.BAD_REQUEST,
      'Query and content name different sessions.',
      'profile service-sessions: Use',
    );
  }
  return inQuery ?? inContent;
}

/** The same request as it looks to whom the session is no concern of. */
export function withoutSessionID({ sessionID: _sid, ...request }: RequestPrimitive): RequestPrimitive {
  const { content } = request;
  if (content?.kind !== 'resource') return request;
  const { sessionID: _inContent, ...attributes } = content.resource.attributes;
  return { ...request, content: { kind: 'resource', resource: { ...content.resource, attributes } } };
}

/** Other resources have attributes of that name which mean something else. */
function inContentOf({ content }: RequestPrimitive): string | undefined {
  if (content?.kind !== 'resource' || content.resource.element !== CONTAINER) return undefined;
  const { sessionID } = content.resource.attributes;
  return typeof sessionID === 'string' ? sessionID : undefined;
}
