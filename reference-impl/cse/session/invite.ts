import { appendPath } from '../../../protocol/model/identifier';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEndpoint, SessionEvent } from '../../../protocol/model/session-event';
import { parseTimestamp } from '../../../protocol/model/timestamp';
import { SessionEventType } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { isDenial, isPositive, refusalIn } from './answers';
import { recordDebt, strikeOut } from './debts';
import { endpointFrom, endpointOf, publicEndpoint } from './endpoint-value';
import { firstSubscription, subscribedURI } from './first-subscription';
import type { Accepted, Establishment } from './session-procedures';
import { addressFromOutside } from './session-resource';
import { endpointIDsOf } from './session-room';
import { collectionOf } from './sessions-collection';

/** Asks an application of this CSE whether it wants the session. @see SES 1 steps 10 to 13 */
export async function invite(
  cse: Cse,
  establishment: Establishment,
  target: Resource,
  deadline: number,
): Promise<Accepted | Refusal> {
  if (!cse.procedures.hasSessionCapability(target)) {
    return refuse(RSC.TARGET_HAS_NO_SESSION_CAPABILITY, `${target.resourceID} can do no sessions.`);
  }
  const subscription = firstSubscription(cse, target);
  const notificationURI = subscribedURI(subscription);
  if (subscription === undefined || notificationURI === undefined) {
    return refuse(RSC.TARGET_NOT_REACHABLE, `${target.resourceID} has not subscribed to its sessions.`);
  }
  const debt = {
    sessionID: establishment.sessionID,
    debtor: { kind: 'endpoint', notificationURI },
    endpointIDs: endpointIDsOf(cse, establishment),
    until: parseTimestamp(establishment.expirationTime) ?? deadline,
  } as const;
  recordDebt(cse, debt);
  const answer = await cse.procedures.tellEndpoint(cse, notificationURI, eventOf(cse, establishment), {
    subscription: addressFromOutside(cse, subscription),
    deadline,
  });
  if (isPositive(answer)) return acceptedBy(cse, target, answer, notificationURI);
  if (isDenial(answer)) strikeOut(cse, debt);
  return refusalIn(answer, target.resourceID);
}

/** @see SES 1 step 11 */
function eventOf(
  cse: Cse,
  { sessionID, credentials, initiating, collection, name }: Establishment,
): SessionEvent {
  return {
    type: SessionEventType.establishment,
    sessionID,
    sessionCredentials: credentials,
    initiatingEndpoint: publicEndpoint(initiating),
    sessionAddress: appendPath(addressFromOutside(cse, collection), name),
  };
}

/** It may have gone, or want no more sessions, while it was asked; and no session outlives it. */
function acceptedBy(
  cse: Cse,
  target: Resource,
  answer: ResponsePrimitive,
  subscribed: string,
): Accepted | Refusal {
  const application = cse.store.get(target.resourceID);
  if (application === undefined || collectionOf(cse, application) === undefined) {
    return refuse(RSC.NOT_FOUND, `${target.resourceID} has gone.`);
  }
  const { expirationTime } = application.attributes;
  return {
    endpoint: acceptingEndpoint(cse, application, answer, subscribed),
    ...(typeof expirationTime === 'string' && { expirationTime }),
  };
}

/** Who it is its registrar knows; what it says of itself is its own. @see SES 1 step 13 */
function acceptingEndpoint(
  cse: Cse,
  target: Resource,
  { content }: ResponsePrimitive,
  subscribed: string,
): SessionEndpoint {
  const attributes = content?.kind === 'resource' ? content.resource.attributes : {};
  const given = endpointFrom({ endpointID: '', ...attributes }) ?? {};
  return endpointOf(cse, target, { notificationURI: subscribed, ...given });
}
