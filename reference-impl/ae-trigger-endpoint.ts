import { decodeApplicationTrigger } from '../protocol/codec/application-trigger';
import type { ApplicationTrigger } from '../protocol/model/application-intent';
import { plainAnswer } from './plain-answer';

/** Does what a trigger asks for; answers false where the CSE could not be reached. */
type CarryOut = (trigger: ApplicationTrigger) => Promise<boolean>;

/**
 * Takes triggers by HTTP, at any path. What the CSE answered is the application's affair: the trigger is told only that
 * the request went out. @see docs/profiles/application-trigger.md
 */
export function aeTriggerEndpoint(carryOut: CarryOut): (message: Request) => Promise<Response> {
  return async (message) => {
    if (message.method !== 'POST') return plainAnswer(405, 'A trigger is a POST.', [['Allow', 'POST']]);
    const decoded = await decodeApplicationTrigger(message);
    if (!decoded.ok) {
      const { reason, where, detail } = decoded.fault;
      return plainAnswer(reason === 'unsupported-media-type' ? 415 : 400, `${where}: ${detail}`);
    }
    const { pointOfAccess } = decoded.value;
    const isCarriedOut = await carryOut(decoded.value).catch(() => false);
    if (isCarriedOut) return new Response(null, { status: 204 });
    return plainAnswer(502, `The request to ${pointOfAccess} got no answer that makes sense.`);
  };
}
