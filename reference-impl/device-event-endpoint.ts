import { decodeJson, ObjectReader } from '../protocol/codec/dm2/json-reader';
import { readBodyBytes } from '../protocol/codec/http-body';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { Place } from '../protocol/codec/place';
import type { Decoded } from '../protocol/model/decoded';
import type { DeviceEvent, EventAlert } from './dm-client/device-event';

/**
 * Tells the device by HTTP that something happened to it. The answer says that it will see to it, not how it goes: that
 * is between the device and its server. @see docs/profiles/gateway-fan-out.md
 */
export function deviceEventEndpoint(
  happen: (event: DeviceEvent) => boolean,
): (message: Request) => Promise<Response> {
  return async (message) => {
    if (message.method !== 'POST') return said(405, 'A trigger is a POST.', { Allow: 'POST' });
    const mediaType = message.headers.get('Content-Type') ?? 'none';
    if (!/^application\/json\s*(;|$)/i.test(mediaType))
      return said(415, `Expected application/json, found ${mediaType}.`);
    const decoded = await decodeEvent(message);
    if (!decoded.ok) return said(400, `${decoded.fault.where}: ${decoded.fault.detail}`);
    if (happen(decoded.value)) return new Response(null, { status: 204 });
    return said(409, 'The device has no such server, no session to abort, or too much to do already.');
  };
}

async function decodeEvent(message: Request): Promise<Decoded<DeviceEvent>> {
  const place = new Place('trigger');
  const body = await readBodyBytes(message, DEFAULT_LIMITS, place);
  if (body === undefined) return place.outcome<DeviceEvent>(undefined);
  return decodeJson(body, { name: 'trigger' }, (value, at) => {
    const reader = new ObjectReader(value, at);
    const server = reader.text('server');
    const alert = reader.object('alert');
    return {
      event: reader.needText('event'),
      ...(server !== undefined && { server }),
      ...(alert !== undefined && { alert: readAlert(alert) }),
    };
  });
}

const OPTIONAL = ['format', 'mark', 'source', 'data', 'correlator'] as const;

function readAlert(reader: ObjectReader): EventAlert {
  const given = OPTIONAL.map((name) => [name, reader.text(name)] as const);
  return {
    type: reader.needText('type'),
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  };
}

function said(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}
