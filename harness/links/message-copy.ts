import type { ReadableStream } from 'node:stream/web';

/**
 * Rebuilds a message whose body stream has been read, so that the next reader finds a whole one. Knows that some
 * messages cannot carry a body at all, and nothing else of HTTP.
 */

const STATUSES_WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** A request like `request`, carrying `bytes`. It has no signal unless given one: the other end cannot call it off. */
export function copyRequest(
  request: Request,
  bytes: Uint8Array,
  init: { readonly headers?: Headers; readonly signal?: AbortSignal } = {},
): Request {
  const { method, headers } = request;
  const body = bytes.byteLength === 0 ? null : bytes;
  return new Request(request.url, { method, headers, body, ...init });
}

/** A response like `response`, carrying `content`; `headers` replaces its headers where given. */
export function copyResponse(
  response: Response,
  content: Uint8Array | ReadableStream,
  headers = response.headers,
): Response {
  const { status, statusText } = response;
  const empty = content instanceof Uint8Array && content.byteLength === 0;
  const body = empty || STATUSES_WITHOUT_BODY.has(status) ? null : content;
  return new Response(body, { status, statusText, headers });
}

/**
 * Headers that can be changed without touching the original. Copied line by line: while msw listens, the Headers
 * constructor loses the lines of an instance that it is given where the body brought a content type with it.
 */
export function copyHeaders(headers: Headers): Headers {
  return new Headers([...headers]);
}
