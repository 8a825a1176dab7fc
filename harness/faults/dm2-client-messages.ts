import { readOptions } from '../../protocol/codec/dm2/notification-options';
import { encodeTrigger } from '../../protocol/codec/dm2/trigger';
import { Place } from '../../protocol/codec/place';
import {
  DEVICE_ID_HEADER,
  INITIATION_MEDIA_TYPE,
  NOTIFICATION_MEDIA_TYPE,
  RESPONSE_MEDIA_TYPE,
} from '../../protocol/tables/dm2/identifiers';
import type { Endpoint } from './fault';
import { parsed, withBody } from './rewritten-message';

/** Messages between a DM 2.0 client and the network, changed on their way. It knows HTTP, and no procedure. */
type Json = NonNullable<ReturnType<typeof parsed>>;

/** Packages 1 and 3; the rest of what a client sends is for repositories. */
export function isPackage({ headers }: Request): boolean {
  return headers.has(DEVICE_ID_HEADER);
}

export function isInitiation({ headers }: Request): boolean {
  return headers.get('Content-Type') === INITIATION_MEDIA_TYPE;
}

export function isResponse({ headers }: Request): boolean {
  return headers.get('Content-Type') === RESPONSE_MEDIA_TYPE;
}

/** Changes what the client sends, where it is a message of this kind. */
export function sendingOtherwise(
  isOfKind: (message: Request) => boolean,
  change: (message: Request) => Request | Promise<Request>,
) {
  return (transmit: Endpoint): Endpoint =>
    async (message) =>
      transmit(isOfKind(message) ? await change(message) : message);
}

/** Changes the headers of such messages. */
export function withOtherHeaders(change: (headers: Headers) => void) {
  return (message: Request): Request => {
    const headers = new Headers(message.headers);
    change(headers);
    return new Request(message, { headers });
  };
}

/** Changes the JSON of such messages. */
export function withOtherJson(change: (json: Json) => Json) {
  return async (message: Request): Promise<Request> =>
    withBody(message, JSON.stringify(change(parsed(await message.text()) ?? {})));
}

/** Changes what the client gets for its packages with status 200. */
export function readingOtherwise(change: (answer: Response) => Response | Promise<Response>) {
  return (transmit: Endpoint): Endpoint =>
    async (message) => {
      const answer = await transmit(message);
      return isPackage(message) && answer.status === 200 ? change(answer) : answer;
    };
}

type Octets = Uint8Array<ArrayBuffer>;

/** Does something else with the octets of notifications. */
export function notifiedOtherwise(
  take: (octets: Octets, message: Request, endpoint: Endpoint) => Promise<Response>,
) {
  return (endpoint: Endpoint): Endpoint =>
    async (message) => {
      if (message.headers.get('Content-Type') !== NOTIFICATION_MEDIA_TYPE) return endpoint(message);
      return take(new Uint8Array(await message.clone().arrayBuffer()), message, endpoint);
    };
}

/** Opens a session for such notifications, as if something had happened in the device. */
export function openingFor(isObeyed: (octets: Octets) => boolean) {
  return notifiedOtherwise(async (octets, message, endpoint) => {
    if (!isObeyed(octets)) return endpoint(message);
    const body = encodeTrigger({ procedure: 'internalEvent', event: 'other', serverURI: message.url });
    const headers = { 'Content-Type': 'application/json' };
    return endpoint(new Request(new URL('/trigger', message.url), { method: 'POST', headers, body }));
  });
}

/** Drops such notifications without a word. */
export function dropping(isDropped: (octets: Octets) => boolean) {
  return notifiedOtherwise(async (octets, message, endpoint) =>
    isDropped(octets) ? new Response(null, { status: 204 }) : endpoint(message),
  );
}

/** Numbers of the options of a notification, as far as it can be read. */
export function optionNumbersIn(octets: Octets): readonly number[] {
  const [high = 0, low = 0] = octets;
  const options = readOptions(octets, ((high & 15) << 1) | (low >> 7), new Place('notification'));
  return options.map(({ number }) => number);
}

/** The last seven bits of its header. */
export function reservedBitsOf([, low = 0]: Octets): number {
  return low & 0x7f;
}
