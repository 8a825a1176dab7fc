import type { RecordedMessage, RecordedRequest, RecordedResponse } from './exchange';
import { createRedactor, type Redaction } from './redaction';

export interface RecordingLimits {
  /** Longest body kept of one message, in bytes. */
  readonly bodyBytes: number;
  /** Bytes of bodies kept by this recorder in all. */
  readonly totalBodyBytes: number;
}

/** Turns messages into plain data: bounded, redacted, text where the bytes are text. */
export interface MessageRecorder {
  /** A request whose body has not been read yet. */
  request(request: Request): RecordedRequest;
  withBody(request: RecordedRequest, body: Uint8Array): RecordedRequest;
  response(response: Response, body: Uint8Array): RecordedResponse;
}

type RecordedBody = Omit<RecordedMessage, 'headers'>;

const NO_BODY: RecordedBody = { body: '', bodyEncoding: 'utf-8', bodyBytes: 0, truncated: false };

export function createMessageRecorder(limits: RecordingLimits, redaction: Redaction): MessageRecorder {
  const redactor = createRedactor(redaction);
  let left = limits.totalBodyBytes;

  function recordedHeaders(headers: Headers): RecordedMessage['headers'] {
    const recorded: { [name: string]: string } = {};
    for (const [name, value] of headers) recorded[name] = redactor.header(name, value);
    return recorded;
  }

  function recordedBody(whole: Uint8Array, contentType: string): RecordedBody {
    if (whole.byteLength === 0) return NO_BODY;
    const body = redactor.body(whole, contentType);
    const kept = body.subarray(0, Math.min(limits.bodyBytes, left));
    left -= kept.byteLength;
    const truncated = kept.byteLength < body.byteLength;
    return { ...bodyText(kept, truncated), bodyBytes: body.byteLength, truncated };
  }

  function bodyText(kept: Uint8Array, truncated: boolean): Pick<RecordedMessage, 'body' | 'bodyEncoding'> {
    try {
      // A cut may go through a character: the streaming mode leaves that one out. It also makes a decoder remember
      // it, hence a fresh decoder each time.
      const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      const text = utf8.decode(kept, { stream: truncated });
      return { body: redactor.text(text), bodyEncoding: 'utf-8' };
    } catch {
      return { body: Buffer.from(kept).toString('base64'), bodyEncoding: 'base64' };
    }
  }

  return {
    request: ({ method, url, headers }) => ({
      method,
      url: redactor.url(url),
      headers: recordedHeaders(headers),
      ...NO_BODY,
    }),
    withBody: (request, body) => ({
      ...request,
      ...recordedBody(body, request.headers['content-type'] ?? ''),
    }),
    response: ({ status, headers }, body) => ({
      status,
      headers: recordedHeaders(headers),
      ...recordedBody(body, headers.get('content-type') ?? ''),
    }),
  };
}
