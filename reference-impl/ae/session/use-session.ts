import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SetSessionPolicyIntent } from '../../../protocol/model/session-intent';
import { SessionDelivery } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { randomOctets } from '../../runtime/random-octets';
import { open, protect as seal, VECTOR_OCTETS } from '../../session/protected-data';
import type { Ae } from '../ae';
import type { Wish } from '../procedures';
import type { HeldSession } from './held-session';

/** What was read is kept for a look at it; so much of it. */
const READ_AT_MOST = 100;

/** @see SES 1 step 18 */
export function policy({ address }: HeldSession, intent: SetSessionPolicyIntent): Wish {
  const { delivery, entries, appliesTo } = intent;
  const attributes = {
    delivery: SessionDelivery[delivery],
    ...(entries.length > 0 && { scheduleElement: { scheduleEntry: entries } }),
    ...(appliesTo.length > 0 && { appliesTo }),
  };
  return {
    operation: 'create',
    to: `${address}/sessionPolicies`,
    resourceType: ResourceType.sessionPolicy,
    content: { kind: 'resource', resource: { element: 'fp:spo', attributes } },
  };
}

/** @see SES 2 step 1 */
export async function update(ae: Ae, session: HeldSession, resource: string, data: string): Promise<Wish> {
  const { sessionID } = session;
  const attributes = { sessionID, protectedData: await ae.procedures.protect(ae, session, data) };
  return {
    operation: 'update',
    to: resource,
    content: { kind: 'resource', resource: { element: 'm2m:cnt', attributes } },
  };
}

export function nextSequence(session: HeldSession): number {
  session.sequence += 1;
  return session.sequence;
}

export function protect(ae: Ae, session: HeldSession, data: string): Promise<string> {
  const { sessionID, endpointID: sender, key } = session;
  const header = { sessionID, sender, sequence: ae.procedures.nextSequence(session) };
  const vector = randomOctets(ae.ports.random, VECTOR_OCTETS);
  return seal(key, { header, plaintext: new TextEncoder().encode(data) }, vector);
}

/** @see SES 2 step 20 */
export function retrieval({ sessionID }: HeldSession, resource: string): Wish {
  return { operation: 'retrieve', to: resource, sessionID };
}

/** What cannot be opened was not meant for this session, and is passed over. @see SES 2 step 27 */
export async function readProtected(
  ae: Ae,
  session: HeldSession,
  { content }: ResponsePrimitive,
): Promise<void> {
  const text = content?.kind === 'resource' ? content.resource.attributes.protectedData : undefined;
  if (typeof text !== 'string') return;
  const opened = await open(session.key, text);
  if (!opened.ok || opened.data.header.sessionID !== session.sessionID) return;
  ae.sessions.read.push(opened.data.plaintext);
  if (ae.sessions.read.length > READ_AT_MOST) ae.sessions.read.shift();
}
