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
  request(request: Request, body: Uint8Array): RecordedRequest;
  response(response: Response, body: Uint8Array): RecordedResponse;
}

export function createMessageRecorder(limits: RecordingLimits, redaction: Redaction): MessageRecorder {
  const redactor = createRedactor(redaction);
  let left = limits.totalBodyBytes;

  function message(headers: Headers, body: Uint8Array): RecordedMessage {
    const kept = body.subarray(0, Math.min(limits.bodyBytes, left));
    left -= kept.byteLength;
    const truncated = kept.byteLength < body.byteLength;
    const named = [...headers].map(([name, value]) => [name, redactor.header(name, value)] as const);
    return {
      headers: Object.fromEntries(named),
      ...bodyText(kept, truncated),
      bodyBytes: body.byteLength,
      truncated,
    };
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
    request: (request, body) => ({
      method: request.method,
      url: redactor.url(request.url),
      ...message(request.headers, body),
    }),
    response: (response, body) => ({ status: response.status, ...message(response.headers, body) }),
  };
}
