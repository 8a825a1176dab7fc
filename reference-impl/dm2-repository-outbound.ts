import { isObjectsMediaType, mediaRanges, mediaTypeOf } from '../protocol/codec/dm2/media-types';
import { decodeObjects, encodeObjects } from '../protocol/codec/dm2/serialized-object';
import { readBodyBytes } from '../protocol/codec/http-body';
import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { Place } from '../protocol/codec/place';
import { readUtf8 } from '../protocol/codec/utf8';
import { isXmlText } from '../protocol/codec/xml-characters';
import { ACCEPT_HEADER, OBJECTS_MEDIA_TYPE } from '../protocol/tables/dm2/identifiers';
import type {
  DM2ClientPorts,
  FetchedContent,
  RepositoryQuestion,
  RepositoryReply,
  SentContent,
} from './dm2-client/dm2-client-ports';
import { failureKind } from './failure-kind';
import type { Transmit } from './http-outbound';

/**
 * Asks repositories over HTTP for a DM 2.0 client: large data, and nothing that says who asks. No answer is longer than
 * the limit. @see dm2.md 5.3, 5.4
 */
export function dm2RepositoryOutbound(
  transmit: Transmit,
  fetchedSize: number,
): DM2ClientPorts['askRepository'] {
  return async (question, signal) => {
    try {
      const response = await transmit(new Request(requestOf(question), { signal }));
      return await replyOf(response, question, fetchedSize);
    } catch (error) {
      return { kind: failureOf(error) };
    }
  };
}

function requestOf(question: RepositoryQuestion): Request {
  const { method, uri } = question;
  if (method === 'GET') {
    return new Request(uri, { redirect: 'manual', headers: { Accept: `${OBJECTS_MEDIA_TYPE}, */*` } });
  }
  const { type, body } = bodyOf(question.content);
  return new Request(uri, { method, redirect: 'manual', headers: { 'Content-Type': type }, body });
}

function bodyOf(content: SentContent): { readonly type: string; readonly body: string | Blob } {
  if (content.type === 'objects') return { type: OBJECTS_MEDIA_TYPE, body: encodeObjects(content.objects) };
  if (content.type === 'text/plain') return { type: 'text/plain; charset=utf-8', body: content.text };
  return { type: content.type, body: new Blob([Buffer.from(content.octets)]) };
}

/** What the link says of a message that came to nothing; a link that says nothing did not get through. */
function failureOf(error: unknown): Exclude<RepositoryReply['kind'], 'answered'> {
  const kind = failureKind(error);
  if (kind === 'timeout') return 'silent';
  return kind === 'broken' || kind === 'too-large' ? kind : 'unreachable';
}

async function replyOf(
  response: Response,
  { method }: RepositoryQuestion,
  fetchedSize: number,
): Promise<RepositoryReply> {
  const { status, headers } = response;
  const accept = headers.get(ACCEPT_HEADER);
  const answer = {
    kind: 'answered',
    status,
    ...(accept !== null && { objectTypes: mediaRanges(accept) }),
  } as const;
  if (method !== 'GET' || !response.ok) {
    response.body?.cancel().catch(() => undefined);
    return answer;
  }
  const place = new Place('data');
  const read = place.outcome(await readBodyBytes(response, { ...DEFAULT_LIMITS, bytes: fetchedSize }, place));
  if (!read.ok) return { kind: read.fault.reason === 'too-large' ? 'too-large' : 'broken' };
  return { ...answer, content: contentOf(read.value, headers.get('Content-Type'), fetchedSize) };
}

/** Octets of which nothing is said are octets. */
function contentOf(octets: Uint8Array, contentType: string | null, fetchedSize: number): FetchedContent {
  const type = contentType === null ? 'application/octet-stream' : mediaTypeOf(contentType);
  if (type === undefined) return { type: 'unknown' };
  if (isObjectsMediaType(contentType)) return objectsOf(octets, fetchedSize);
  if (!type.startsWith('text/')) return { type: 'octets', octets };
  const place = new Place('text');
  const text = readUtf8(octets, place);
  if (text !== undefined && isXmlText(text)) return { type: 'text', text };
  return { type: 'unreadable', reason: 'expected text in UTF-8 without control characters' };
}

function objectsOf(octets: Uint8Array, bytes: number): FetchedContent {
  const objects = decodeObjects(octets, { ...DEFAULT_LIMITS, bytes });
  if (objects.ok) return { type: 'objects', objects: objects.value };
  const { where, detail } = objects.fault;
  return { type: 'unreadable', reason: `${where}: ${detail}` };
}
