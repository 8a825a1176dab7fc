import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEvent } from '../../../protocol/model/session-event';
import type {
  EstablishSessionIntent,
  OfferSessionsIntent,
  OwnPlace,
  SessionIntent,
} from '../../../protocol/model/session-intent';
import type { Ae } from '../ae';
import { composeRequest } from '../compose-request';
import type { Wish } from '../procedures';
import { endpointID } from './establish';
import { type HeldSession, latestSession } from './held-session';

type Answer = Promise<ResponsePrimitive | undefined>;

/** What an application can only do in a session that it holds. */
type InSession = Exclude<SessionIntent, OfferSessionsIntent | EstablishSessionIntent>;

/**
 * The application does what it is told about sessions. Answers false where its CSE gave no answer; without a session
 * there is nothing to do, and that is done. @see SES call flows 1 to 3
 */
export async function carryOutInSession(
  ae: Ae,
  pointOfAccess: string,
  intent: SessionIntent,
): Promise<boolean> {
  switch (intent.procedure) {
    case 'offerSessions':
      return (await offer(ae, pointOfAccess, intent)) !== undefined;
    case 'establishSession':
      return (await establish(ae, pointOfAccess, intent)) !== undefined;
    default: {
      const session = latestSession(ae.sessions);
      return session === undefined || (await useSession(ae, session, intent)) !== undefined;
    }
  }
}

async function offer(ae: Ae, pointOfAccess: string, intent: OfferSessionsIntent): Answer {
  const { registrar, accept } = intent;
  ae.sessions.offer = { pointOfAccess, registrar, accept };
  await register(ae, pointOfAccess, intent);
  return send(ae, pointOfAccess, ae.procedures.subscribeToSessions(ae, intent));
}

/** Once; who is registered already is told so, and goes on. @see SES 1 step 2 */
async function register(ae: Ae, pointOfAccess: string, place: OwnPlace): Promise<void> {
  const { registered } = ae.sessions;
  const key = `${pointOfAccess} ${place.sessions}`;
  if (registered.has(key)) return;
  const answer = await send(ae, pointOfAccess, ae.procedures.registration(ae, place));
  if (answer !== undefined) registered.add(key);
}

async function establish(ae: Ae, pointOfAccess: string, intent: EstablishSessionIntent): Answer {
  await register(ae, pointOfAccess, intent);
  const answer = await send(ae, pointOfAccess, ae.procedures.establishment(ae, intent));
  const established = answer && ae.procedures.sessionIn(answer);
  if (established !== undefined) {
    const own = endpointID(ae, intent.registrar);
    ae.sessions.held.set(established.sessionID, {
      ...established,
      endpointID: own,
      pointOfAccess,
      sequence: 0,
    });
  }
  return answer;
}

async function useSession(ae: Ae, session: HeldSession, intent: InSession): Answer {
  const { procedures } = ae;
  switch (intent.procedure) {
    case 'setSessionPolicy':
      return send(ae, session.pointOfAccess, procedures.policy(session, intent));
    case 'updateInSession': {
      const wish = await procedures.update(ae, session, intent.resource, intent.data);
      return send(ae, session.pointOfAccess, wish);
    }
    case 'readInSession':
      return read(ae, session, intent.resource);
    case 'endSession':
      return end(ae, session);
  }
}

async function read(ae: Ae, session: HeldSession, resource: string): Answer {
  const answer = await send(ae, session.pointOfAccess, ae.procedures.retrieval(session, resource));
  if (answer !== undefined) await ae.procedures.readProtected(ae, session, answer);
  return answer;
}

/** @see SES 3 steps 1, 10 and 11 */
async function end(ae: Ae, session: HeldSession): Answer {
  const answer = await send(ae, session.pointOfAccess, ae.procedures.termination(session));
  if (answer !== undefined && ae.procedures.hasEnded(answer))
    ae.procedures.forgetSession(ae, session.sessionID);
  return answer;
}

/** @see SES 2 steps 19 and 20 */
export function readAfterUpdate(ae: Ae, { sessionID, resource }: SessionEvent): void {
  const session = ae.sessions.held.get(sessionID);
  if (session !== undefined && resource !== undefined)
    void read(ae, session, resource).catch(() => undefined);
}

function send(ae: Ae, pointOfAccess: string, wish: Wish): Answer {
  return ae.ports.outbound.send(pointOfAccess, composeRequest(ae, wish));
}
