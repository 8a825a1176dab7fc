import type { Attributes } from '../../../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../../../protocol/model/response-primitive';
import { formatTimestamp } from '../../../../protocol/model/timestamp';
import { OperationCode } from '../../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../../protocol/tables/onem2m/resource-type-numbers';
import { numberOf } from '../../attribute-reading';
import type { Cse } from '../../cse';
import type { Resource } from '../../resource';
import { respond } from '../../response';
import type { SessionRequest } from '../session-procedures';
import { ownResource } from '../session-resource';
import { contextsOf, isEstablished, sessionWith } from '../session-state';

/** One per request of the session that was served or passed on, the latest ones only. @see SES 2 steps 13, 15 and 26 */
export function keepContext(cse: Cse, use: SessionRequest, responseStatusCode: number): void {
  const session = sessionWith(cse, use.session.resourceID);
  if (session === undefined || !isEstablished(session)) return;
  const before = contextOf(cse, use);
  if (before !== undefined) {
    const lastModifiedTime = formatTimestamp(cse.ports.clock.now());
    cse.store.put({ ...before, attributes: { ...before.attributes, responseStatusCode, lastModifiedTime } });
    return;
  }
  cse.store.put(newContext(cse, session, { ...identityOf(use), ...timesOf(use), responseStatusCode }));
  const contexts = contextsOf(cse, session);
  for (const eldest of contexts.slice(0, Math.max(contexts.length - mostContexts(cse, session), 0))) {
    cse.store.remove(eldest.resourceID);
  }
}

/**
 * The answer to an update that was carried out and is asked once more. What failed, or changes nothing, may be carried
 * out again.
 */
export function answeredBefore(cse: Cse, use: SessionRequest): ResponsePrimitive | undefined {
  if (use.request.operation !== 'update') return undefined;
  const status = numberOf(contextOf(cse, use)?.attributes.responseStatusCode);
  if (status === undefined || Math.floor(status / 1_000) !== 2) return undefined;
  return respond(use.request, status);
}

/** What tells requests apart. */
export function identityOf({ request, originator }: SessionRequest) {
  return {
    operation: OperationCode[request.operation],
    to: request.to,
    from: originator.endpointID,
    requestID: request.requestIdentifier,
  } as const;
}

export function isSameRequest(one: SessionRequest, other: SessionRequest): boolean {
  return JSON.stringify(identityOf(one)) === JSON.stringify(identityOf(other));
}

function contextOf(cse: Cse, use: SessionRequest): Resource | undefined {
  const { operation, to, from, requestID } = identityOf(use);
  return contextsOf(cse, use.session).find(({ attributes }) => {
    const same = attributes.requestID === requestID && attributes.from === from;
    return same && attributes.to === to && attributes.operation === operation;
  });
}

function timesOf({ receivedAt }: SessionRequest): Attributes {
  return { receivedTime: formatTimestamp(receivedAt) };
}

function newContext(cse: Cse, session: Resource, attributes: Attributes): Resource {
  const resourceID = cse.ports.ids.next('sct-');
  const own = { resourceType: ResourceType.sessionContext, resourceID, resourceName: resourceID };
  return ownResource(cse, session, { ...own, createdBy: session.createdBy }, attributes);
}

function mostContexts(cse: Cse, { attributes }: Resource): number {
  const most = cse.config.maximumSessionContexts;
  return Math.min(numberOf(attributes.maxNrOfContexts) ?? most, most);
}
