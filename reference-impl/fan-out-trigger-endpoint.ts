import { decodeJson, ObjectReader } from '../protocol/codec/dm2/json-reader';
import { readBodyBytes } from '../protocol/codec/http-body';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { Place } from '../protocol/codec/place';
import type { Decoded } from '../protocol/model/decoded';
import type { FanOutRequest } from './dm-server/fan-out-job';

/**
 * Tells the DM server by HTTP that somebody wants a fan-out. The answer says that it will see to it, not how it goes: that
 * is between the server and the gateway. @see docs/profiles/gateway-fan-out.md
 */
export function fanOutTriggerEndpoint(
  request: (request: FanOutRequest) => boolean,
): (message: Request) => Promise<Response> {
  return async (message) => {
    if (message.method !== 'POST') return said(405, 'A trigger is a POST.', { Allow: 'POST' });
    const mediaType = message.headers.get('Content-Type') ?? 'none';
    if (!/^application\/json\s*(;|$)/i.test(mediaType))
      return said(415, `Expected application/json, found ${mediaType}.`);
    const decoded = await decodeTrigger(message);
    if (!decoded.ok) return said(400, `${decoded.fault.where}: ${decoded.fault.detail}`);
    if (request(decoded.value)) return new Response(null, { status: 204 });
    return said(409, `${decoded.value.gateway} is no gateway of this server, or has too much to do already.`);
  };
}

async function decodeTrigger(message: Request): Promise<Decoded<FanOutRequest>> {
  const place = new Place('trigger');
  const body = await readBodyBytes(message, DEFAULT_LIMITS, place);
  if (body === undefined) return place.outcome<FanOutRequest>(undefined);
  return decodeJson(body, { name: 'trigger' }, (value, at) => {
    const reader = new ObjectReader(value, at);
    reader.needOneOf('procedure', ['fanOut']);
    return {
      gateway: reader.needText('gateway'),
      group: reader.needText('group'),
      commands: reader.text('commands') ?? '',
    };
  });
}

function said(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}
