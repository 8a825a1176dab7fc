import type { SessionEndpoint } from '../../../protocol/model/session-event';
import { SessionState } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import type { Resource } from '../resource';

/** The neighbour in the chain that leads to one endpoint. `address` is that of the session there. */
export interface NextHop {
  readonly cseID: string;
  readonly address: string;
  readonly leadsTo: string;
}

/** An endpoint as this CSE knows it. */
export interface KnownEndpoint extends SessionEndpoint {
  readonly resource: Resource;
}

const CREDENTIALS = 'session-credentials';

/** The session of that identifier that this CSE holds, also one that is terminating. Its resource bears the identifier. */
export function sessionWith(cse: Cse, sessionID: string): Resource | undefined {
  const resource = cse.store.get(sessionID);
  if (resource?.resourceType !== ResourceType.session || isExpired(cse, resource)) return undefined;
  return resource;
}

/** Whether requests may use it. */
export function isEstablished({ attributes }: Resource): boolean {
  return attributes.sessionState === SessionState.established;
}

export function endpointsOf(cse: Cse, session: Resource): readonly KnownEndpoint[] {
  return cse.store.childrenOf(session.resourceID, ResourceType.sessionEndpoint).map((resource) => {
    const { endpointID, endpointAddress, notificationURI, description } = resource.attributes;
    return {
      resource,
      endpointID: String(endpointID),
      ...(typeof endpointAddress === 'string' && { endpointAddress }),
      ...(typeof notificationURI === 'string' && { notificationURI }),
      ...(typeof description === 'string' && { description }),
    };
  });
}

export function nextHopsOf(cse: Cse, session: Resource): readonly NextHop[] {
  return cse.store.childrenOf(session.resourceID, ResourceType.nextHop).map(({ attributes }) => ({
    cseID: String(attributes.nextHopCSE),
    address: String(attributes.nextHopAddress),
    leadsTo: String(attributes.leadsTo),
  }));
}

export function policiesOf(cse: Cse, session: Resource): readonly Resource[] {
  return cse.store.childrenOf(session.resourceID, ResourceType.sessionPolicy);
}

export function contextsOf(cse: Cse, session: Resource): readonly Resource[] {
  return cse.store.childrenOf(session.resourceID, ResourceType.sessionContext);
}

/** The key of a session is no attribute of its resource, so that no representation can show it. */
export function keyOf(cse: Cse, sessionID: string): string | undefined {
  const value = cse.ports.records?.get(CREDENTIALS, sessionID);
  return typeof value === 'string' ? value : undefined;
}

export function keepKey(cse: Cse, sessionID: string, key: string): void {
  cse.ports.records?.put(CREDENTIALS, sessionID, key);
}

export function forgetKey(cse: Cse, sessionID: string): void {
  cse.ports.records?.remove(CREDENTIALS, sessionID);
}
