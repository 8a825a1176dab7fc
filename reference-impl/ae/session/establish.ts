import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { EstablishSessionIntent, OfferSessionsIntent } from '../../../protocol/model/session-intent';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { readKey } from '../../session/protected-data';
import type { Ae } from '../ae';
import type { Wish } from '../procedures';
import type { HeldSession } from './held-session';

/** Asks to be told of invitations. @see SES 1 step 3 */
export function subscribeToSessions({ notificationURI }: Ae, { sessions }: OfferSessionsIntent): Wish {
  const attributes = { notificationURI: notificationURI === undefined ? [] : [notificationURI] };
  return {
    operation: 'create',
    to: `${sessions}/subscriptions`,
    resourceType: ResourceType.subscription,
    content: { kind: 'resource', resource: { element: 'm2m:sub', attributes } },
  };
}

/** @see SES 1 step 7 */
export function establishment(ae: Ae, intent: EstablishSessionIntent): Wish {
  const { registrar, sessions, target, name, description } = intent;
  const initiatingEndpoint = {
    endpointID: endpointID(ae, registrar),
    ...(ae.notificationURI !== undefined && { notificationURI: ae.notificationURI }),
    ...(description !== undefined && { description }),
  };
  const attributes = {
    ...(name !== undefined && { resourceName: name }),
    targetEndpoint: target,
    initiatingEndpoint,
  };
  return {
    operation: 'create',
    to: sessions,
    resourceType: ResourceType.session,
    content: { kind: 'resource', resource: { element: 'fp:ses', attributes } },
  };
}

/** Its own AE-ID as others know it. */
export function endpointID({ originator }: Ae, registrar: string): string {
  return `${registrar}/${originator}`;
}

/** A session without identifier or without a key of 256 bits is none. @see SES 1 step 17 */
export function sessionIn({
  responseStatusCode,
  content,
}: ResponsePrimitive): Pick<HeldSession, 'sessionID' | 'key' | 'address'> | undefined {
  if (responseStatusCode !== RSC.CREATED || content?.kind !== 'resource') return undefined;
  const { sessionID, sessionCredentials, sessionAddress } = content.resource.attributes;
  if (typeof sessionID !== 'string' || typeof sessionCredentials !== 'string') return undefined;
  if (readKey(sessionCredentials) === undefined) return undefined;
  const address = typeof sessionAddress === 'string' ? sessionAddress : sessionID;
  return { sessionID, key: sessionCredentials, address };
}
