import { appendPath } from '../../../protocol/model/identifier';
import { parseTimestamp } from '../../../protocol/model/timestamp';
import type { Resource } from '../resource';
import type { Debt } from './session-procedures';
import { endpointIDsIn } from './session-room';
import { isEstablished, type KnownEndpoint, type NextHop } from './session-state';

/** When a session, or what belongs to it, has ended by itself, in milliseconds since the epoch. */
export function endOf({ attributes }: Resource): number {
  return parseTimestamp(String(attributes.expirationTime)) ?? 0;
}

/** What a neighbour is owed when a session ends here. One that was being ended already may have gone there. */
export function hopDebt(session: Resource, { cseID, address }: NextHop): Debt {
  const { resourceID: sessionID, parentID: collectionID, resourceName: name } = session;
  return {
    sessionID,
    debtor: { kind: 'hop', address: appendPath(cseID, sessionID) },
    endpointIDs: endpointIDsIn(session),
    until: endOf(session),
    reserved: { collectionID, name },
    ...(isEstablished(session) && { first: address }),
  };
}

/** What an endpoint here is owed; nothing where it did not say how it is told. */
export function endpointDebt(session: Resource, { notificationURI }: KnownEndpoint): Debt | undefined {
  if (notificationURI === undefined) return undefined;
  const debtor = { kind: 'endpoint', notificationURI } as const;
  return {
    sessionID: session.resourceID,
    debtor,
    endpointIDs: endpointIDsIn(session),
    until: endOf(session),
  };
}
