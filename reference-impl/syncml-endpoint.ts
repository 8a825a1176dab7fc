import { DEFAULT_LIMITS } from '../protocol/codec/limits';
import { encodeSyncMLBody, readSyncMLMediaType } from '../protocol/codec/syncml/syncml-body';
import type { OutgoingMessage, ReceivedMessage } from './syncml/envelope';
import { readSyncMLMessage } from './syncml-received';
import { signatureHeaders } from './syncml-signature';

/** Requests in work at the same time; what comes on top is turned away at once. */
const MOST_AT_ONCE = 4096;

/** No answer where there is no room for what the message asks for. */
type Handle = (received: ReceivedMessage, token?: string) => Promise<OutgoingMessage | undefined>;

/**
 * Answers HTTP messages by a role that knows SyncML messages only, in the media type in which it was asked. What is no
 * message of SyncML is refused without a body. @see docs/profiles/gateway-fan-out.md
 */
export function syncmlEndpoint(
  handle: Handle,
  messageSize: number = DEFAULT_LIMITS.bytes,
): (request: Request) => Promise<Response> {
  let inWork = 0;
  return async (request) => {
    if (inWork >= MOST_AT_ONCE) return refused(503);
    inWork += 1;
    try {
      return await answer(handle, request, messageSize);
    } catch {
      return refused(500);
    } finally {
      inWork -= 1;
    }
  };
}

async function answer(handle: Handle, request: Request, messageSize: number): Promise<Response> {
  if (request.method !== 'POST') return refused(405, { Allow: 'POST' });
  const contentType = request.headers.get('Content-Type') ?? '';
  const mediaType = readSyncMLMediaType(contentType);
  if (mediaType === undefined) return refused(415);
  const limits = { ...DEFAULT_LIMITS, bytes: messageSize };
  const read = await readSyncMLMessage(request, contentType, limits);
  if (!read.ok) return refused(read.fault.reason === 'too-large' ? 413 : 400);
  const outgoing = await handle(read.value, tokenOf(request));
  if (outgoing === undefined) return refused(503);
  const body = encodeSyncMLBody(outgoing.message, mediaType.serialization);
  const headers = { 'Content-Type': essenceOf(contentType), 'Cache-Control': 'private' };
  return new Response(body, { headers: { ...headers, ...signatureHeaders(outgoing.mac, body) } });
}

/** As the address in RespURI has it. @see DM_RepPro 4.1.1.17 */
function tokenOf({ url }: Request): string | undefined {
  return new URL(url).searchParams.get('session') ?? undefined;
}

function essenceOf(contentType: string): string {
  return contentType.split(';', 1)[0]?.trim() ?? '';
}

function refused(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}
