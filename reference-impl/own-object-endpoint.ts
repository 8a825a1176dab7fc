import { acceptsMediaType, mediaTypeOf } from '../protocol/codec/dm2/media-types';
import { readBodyBytes } from '../protocol/codec/http-body';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { Place } from '../protocol/codec/place';
import { isRefusal, type Refusal } from '../protocol/model/refusal';
import { ACCEPT_HEADER } from '../protocol/tables/dm2/identifiers';
import { boundedEndpoint } from './bounded-endpoint';
import type { ObjectMethod } from './dm2-server/dm2-server';
import type { StoredObject } from './dm2-server/dm2-server-config';
import type { ObjectQuestion } from './dm2-server/procedures';
import { plainAnswer } from './plain-answer';

export interface OwnObjectOptions {
  /** In front of the names. */
  readonly root: string;
  readonly objectTypes: readonly string[];
  /** Octets of one object. */
  readonly objectSize: number;
}

/** The server's own repository over HTTP. @see dm2.md 5.3, 5.4, 5.8 */
export function ownObjectEndpoint(
  options: OwnObjectOptions,
  answer: (question: ObjectQuestion) => StoredObject | Refusal,
): (message: Request) => Promise<Response> {
  return boundedEndpoint(async (message) => {
    const { method } = message;
    const name = new URL(message.url).pathname.slice(options.root.length);
    if (!isObjectMethod(method)) return plainAnswer(405, 'Expected GET, PUT or POST.', [['Allow', METHODS]]);
    const sent = method === 'GET' ? undefined : await readObject(message, options);
    if (sent instanceof Response) return sent;
    return answerFor(message, answer({ name, method, ...(sent && { object: sent }) }));
  });
}

function answerFor({ method, headers }: Request, object: StoredObject | Refusal): Response {
  if (isRefusal(object)) return plainAnswer(object.status, `${object.reason}.`);
  if (method !== 'GET') return new Response(null, { status: 204 });
  const { mediaType, content } = object;
  if (!acceptsMediaType(headers.get('Accept'), mediaType))
    return plainAnswer(406, `It can be had as ${mediaType} only.`);
  return new Response(Uint8Array.from(content), { headers: { 'Content-Type': mediaType } });
}

const METHODS = 'GET, PUT, POST';

function isObjectMethod(method: string): method is ObjectMethod {
  return METHODS.split(', ').includes(method);
}

async function readObject(
  message: Request,
  { objectTypes, objectSize }: OwnObjectOptions,
): Promise<StoredObject | Response> {
  const mediaType = mediaTypeOf(message.headers.get('Content-Type'));
  if (mediaType === undefined || !objectTypes.includes(mediaType)) {
    const accepted = objectTypes.join(', ');
    return plainAnswer(415, `Expected one of ${accepted}.`, [[ACCEPT_HEADER, accepted]]);
  }
  const place = new Place('body');
  const body = await readBodyBytes(message, { ...DEFAULT_LIMITS, bytes: objectSize }, place);
  const whole = place.outcome(body);
  if (whole.ok) return { mediaType, content: whole.value };
  const { reason, detail } = whole.fault;
  return plainAnswer(reason === 'too-large' ? 413 : 400, `${detail}.`);
}
