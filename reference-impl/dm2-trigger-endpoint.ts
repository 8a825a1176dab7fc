import { mediaTypeOf } from '../protocol/codec/dm2/media-types';
import { decodeTrigger } from '../protocol/codec/dm2/trigger';
import { readBodyBytes } from '../protocol/codec/http-body';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { Place } from '../protocol/codec/place';
import type { Decoded } from '../protocol/model/decoded';
import type { DM2Trigger } from '../protocol/model/dm2-trigger';

/**
 * Tells a client or a server of DM 2.0 by HTTP what a person or a device would. The answer says whether it was taken, not
 * how it goes. `take` answers undefined for what is no affair of the role. @see dm2.md 10
 */
export function dm2TriggerEndpoint(
  take: (trigger: DM2Trigger) => boolean | undefined,
): (message: Request) => Promise<Response> {
  return async (message) => {
    if (message.method !== 'POST') return said(405, 'A trigger is a POST.', { Allow: 'POST' });
    if (mediaTypeOf(message.headers.get('Content-Type')) !== 'application/json')
      return said(415, 'Expected application/json.');
    const trigger = await readTrigger(message);
    if (!trigger.ok) return said(400, `${trigger.fault.where}: ${trigger.fault.detail}`);
    const isTaken = take(trigger.value);
    if (isTaken === undefined) return said(400, `This role has no procedure ${trigger.value.procedure}.`);
    if (isTaken) return new Response(null, { status: 204 });
    return said(
      409,
      'Nothing can come of it: the other side is not known, or too much is to be done already.',
    );
  };
}

async function readTrigger(message: Request): Promise<Decoded<DM2Trigger>> {
  const place = new Place('trigger');
  const body = place.outcome(await readBodyBytes(message, DEFAULT_LIMITS, place));
  return body.ok ? decodeTrigger(body.value) : body;
}

function said(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}
