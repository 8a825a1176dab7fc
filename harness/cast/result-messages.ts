import { decodeHttpRequest } from '../../protocol/codec/onem2m-http';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Exchange, RecordedRequest } from '../links/exchange';
import { type Entry, entriesOf, isAggregate, toEntry } from './entries';
import { asksWhetherToNotify } from './notification-target';
import type { Places } from './places';
import type { Scene } from './scene';

/** One sending of a message to a listener; copies of one message bear the same identifier. */
export interface Sending {
  readonly exchange: Exchange;
  /** Request Identifier, empty where there is none. */
  readonly identifier: string;
  /** Absent where the bytes are no request primitive. */
  readonly request?: RequestPrimitive;
  /** The response that the message carries. */
  readonly result?: ResponsePrimitive;
  readonly entries: readonly Entry[];
}

const decoded = new WeakMap<RecordedRequest, Promise<RequestPrimitive | undefined>>();

/**
 * What the target sent to a listener, in the order in which it left: every notification but those that ask whether to
 * notify at all. The wiretap is the source, so that copies can be compared byte for byte.
 */
export async function sendingsTo(scene: Scene, listener: string): Promise<Sending[]> {
  const posts = scene.stage
    .exchanges()
    .filter(({ from, to, request }) => from === 'the CSE' && to === listener && request.method === 'POST');
  const sendings = await Promise.all(posts.map((exchange) => sendingOf(scene, exchange)));
  return sendings.filter(({ request }) => request === undefined || !asksWhetherToNotify(request));
}

/** The first sending of each message. */
export function messagesAmong(sendings: readonly Sending[]): Sending[] {
  const seen = new Set<string>();
  return sendings.filter(({ identifier }) => {
    const isNew = !seen.has(identifier);
    seen.add(identifier);
    return isNew;
  });
}

/** Whether the listener said that it took this sending. */
export function isAcknowledged({ exchange }: Sending): boolean {
  return /^2\d{3}$/.test(exchange.response?.headers['x-m2m-rsc'] ?? '');
}

async function sendingOf(scene: Scene, exchange: Exchange): Promise<Sending> {
  const identifier = exchange.request.headers['x-m2m-ri'] ?? '';
  const request = await decodedOnce(scene, exchange.request);
  if (request === undefined) return { exchange, identifier, entries: [] };
  if (request.content?.kind !== 'response') return { exchange, identifier, request, entries: [] };
  const result = request.content.response;
  return { exchange, identifier, request, result, entries: entriesIn(result, scene.places) };
}

/** A bare result is an entry of its own, save an OK that holds nothing and names no member: it tells of nobody. */
function entriesIn(result: ResponsePrimitive, places: Places): Entry[] {
  if (isAggregate(result)) return entriesOf(result, places);
  const entry = toEntry(result, places);
  const tells = entry.member !== undefined || result.content !== undefined;
  return tells || result.responseStatusCode !== RSC.OK ? [entry] : [];
}

/** The body of an exchange is filled in once it was read: from then on its request is the same object. */
function decodedOnce(scene: Scene, recorded: RecordedRequest): Promise<RequestPrimitive | undefined> {
  const known = decoded.get(recorded) ?? decodeRecorded(scene, recorded);
  decoded.set(recorded, known);
  return known;
}

async function decodeRecorded(
  scene: Scene,
  { method, url, headers, body, bodyEncoding }: RecordedRequest,
): Promise<RequestPrimitive | undefined> {
  const bytes = Buffer.from(body, bodyEncoding);
  const message = new Request(url, { method, headers, ...(bytes.length === 0 ? {} : { body: bytes }) });
  const outcome = await decodeHttpRequest(message, { names: scene.stage.target.names });
  return outcome.ok ? outcome.value : undefined;
}
