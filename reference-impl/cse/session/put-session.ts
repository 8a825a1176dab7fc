import type { Attributes } from '../../../protocol/model/attribute-value';
import { appendPath } from '../../../protocol/model/identifier';
import type { SessionEndpoint } from '../../../protocol/model/session-event';
import { SessionState } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { earlier } from './check-establishment';
import { attributeOf, publicEndpoint } from './endpoint-value';
import { freeName } from './session-name';
import type { Accepted, Establishment } from './session-procedures';
import { addressFromOutside, ownResource } from './session-resource';
import { keepKey, type NextHop } from './session-state';
import { watchExpiration } from './watch-expiration';

/** Makes the session with its children, all in one step, and keeps the key beside it. @see SES 1 steps 14 and 16 */
export function putSession(cse: Cse, establishment: Establishment, accepted: Accepted): Resource {
  const { sessionID, collection, credentials, initiating } = establishment;
  const name = freeName(cse, collection, establishment.name, sessionID);
  const own = {
    resourceType: ResourceType.session,
    resourceID: sessionID,
    resourceName: name,
    createdBy: initiating.endpointID,
  };
  const session = ownResource(
    cse,
    collection,
    own,
    sessionAttributes(cse, { ...establishment, name }, accepted),
  );
  cse.store.put(session);
  keepKey(cse, sessionID, credentials);
  putEndpoint(cse, session, 'initiatingEndpoint', initiating);
  putEndpoint(cse, session, 'targetEndpoint', accepted.endpoint);
  for (const hop of hopsOf(establishment, accepted)) putHop(cse, session, hop);
  watchExpiration(cse, session);
  void cse.procedures.notifySubscribers(cse, { type: 'childCreate', subject: collection, child: session });
  return session;
}

function sessionAttributes(cse: Cse, establishment: Establishment, accepted: Accepted): Attributes {
  const { sessionID, target, initiating, expirationTime, maxNrOfContexts, collection, name } = establishment;
  const limit = cse.config.maximumSessionContexts;
  return {
    expirationTime: earlier(expirationTime, accepted.expirationTime ?? expirationTime),
    sessionID,
    targetEndpoint: target,
    initiatingEndpoint: attributeOf(publicEndpoint(initiating)),
    acceptedEndpoint: attributeOf(publicEndpoint(accepted.endpoint)),
    sessionAddress: appendPath(addressFromOutside(cse, collection), name),
    sessionState: SessionState.established,
    maxNrOfContexts: Math.min(maxNrOfContexts ?? limit, limit),
  };
}

function putEndpoint(cse: Cse, session: Resource, name: string, endpoint: SessionEndpoint): void {
  putChild(cse, session, { type: ResourceType.sessionEndpoint, prefix: 'sep-', name }, attributeOf(endpoint));
}

/** Back to where it came from, by the name that a session has everywhere; and on to whom was asked. */
function hopsOf({ path, sessionID, initiating }: Establishment, { nextHop }: Accepted): readonly NextHop[] {
  const predecessor = path.at(-1);
  const back =
    predecessor === undefined
      ? []
      : [
          {
            cseID: predecessor,
            address: appendPath(predecessor, sessionID),
            leadsTo: initiating.endpointID,
          },
        ];
  return nextHop === undefined ? back : [...back, nextHop];
}

function putHop(cse: Cse, session: Resource, { cseID, address, leadsTo }: NextHop): void {
  const child = { type: ResourceType.nextHop, prefix: 'nxh-' };
  putChild(cse, session, child, { nextHopCSE: cseID, nextHopAddress: address, leadsTo });
}

interface Child {
  readonly type: number;
  readonly prefix: string;
  /** Absent: its identifier. */
  readonly name?: string;
}

function putChild(cse: Cse, session: Resource, { type, prefix, name }: Child, attributes: Attributes): void {
  const resourceID = cse.ports.ids.next(prefix);
  const own = {
    resourceType: type,
    resourceID,
    resourceName: name ?? resourceID,
    createdBy: session.createdBy,
  };
  const { expirationTime = '' } = session.attributes;
  cse.store.put(ownResource(cse, session, own, { expirationTime, ...attributes }));
}
