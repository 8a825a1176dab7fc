import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { SessionEvent } from '../../../protocol/model/session-event';
import { FilterUsage, SessionEventType } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';

/** What a message of service sessions is about, as scenarios call it. */
export type SessionMessage =
  | 'establishment'
  | 'termination'
  | 'update'
  | 'retrieve'
  | 'policy'
  | 'deletion of the policy'
  | 'discovery'
  | 'subscription'
  | 'registration'
  | 'result';

const BY_EVENT: { readonly [type: number]: SessionMessage } = {
  [SessionEventType.establishment]: 'establishment',
  [SessionEventType.update]: 'update',
  [SessionEventType.termination]: 'termination',
};

const BY_CREATED_TYPE: { readonly [type: number]: SessionMessage } = {
  [ResourceType.session]: 'establishment',
  [ResourceType.sessionPolicy]: 'policy',
  [ResourceType.subscription]: 'subscription',
  [ResourceType.AE]: 'registration',
  [ResourceType.remoteCSE]: 'registration',
};

/** `undefined`: nothing that scenarios of sessions speak of. */
export function sessionMessageOf(request: RequestPrimitive): SessionMessage | undefined {
  const { operation, resourceType, filterCriteria } = request;
  switch (operation) {
    case 'notify':
      return notified(request);
    case 'create':
      return BY_CREATED_TYPE[resourceType ?? 0];
    case 'delete':
      return deleted(request.to);
    case 'retrieve':
      if (sessionIDIn(request) !== undefined) return 'retrieve';
      return filterCriteria?.filterUsage === FilterUsage.discovery ? 'discovery' : undefined;
    case 'update':
      return sessionIDIn(request) === undefined ? undefined : 'update';
  }
}

function notified(request: RequestPrimitive): SessionMessage | undefined {
  if (request.content?.kind === 'response') return 'result';
  return BY_EVENT[sessionEventIn(request)?.type ?? 0];
}

/** A policy stands below its session, or below `sessionPolicies`; a session below `sessions`, or it is named by its identifier. */
function deleted(address: string): SessionMessage {
  const segments = address.split('/').filter((segment) => segment !== '');
  const isPolicy = segments.at(-2) === 'sessionPolicies' || segments.at(-3) === 'sessions';
  return isPolicy ? 'deletion of the policy' : 'termination';
}

/** What an application is told of a session. */
export function sessionEventIn({ content }: RequestPrimitive): SessionEvent | undefined {
  const told = content?.kind === 'notification' ? content.notification.event?.representation : undefined;
  return told?.kind === 'sessionEvent' ? told.event : undefined;
}

/** The identifier that a message carries; one that only its address names is not among them. */
export function sessionIDIn(request: RequestPrimitive): string | undefined {
  const { content } = request;
  const attributes = content?.kind === 'resource' ? content.resource.attributes : {};
  const carried = attributes.sessionID ?? request.sessionID ?? sessionEventIn(request)?.sessionID;
  return typeof carried === 'string' ? carried : undefined;
}
