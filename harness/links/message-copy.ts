import type { ReadableStream } from 'node:stream/web';

/**
 * Rebuilds a message whose body stream has been read, so that the next reader finds a whole one. Knows that some
 * messages cannot carry a body at all, and nothing else of HTTP.
 */

/** What a copy was given to carry, so that the next station can look at it without reading it up. */
const carried = new WeakMap<Request | Response, Uint8Array>();

/** The bytes of a copy made here that nobody has read yet; `undefined` for every other message. */
export function wholeBody(message: Request | Response): Uint8Array | undefined {
  return message.bodyUsed ? undefined : carried.get(message);
}

const STATUSES_WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** A request like `request`, carrying `bytes`. It has no signal unless given one: the other end cannot call it off. */
export function copyRequest(
  request: Request,
  bytes: Uint8Array,
  init: { readonly headers?: Headers; readonly signal?: AbortSignal } = {},
): Request {
  const { method, headers } = request;
  const body = bytes.byteLength === 0 ? null : bytes;
  const copy = new Request(request.url, { method, headers, body, ...init });
  carried.set(copy, bytes);
  return copy;
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
  const copy = new Response(body, { status, statusText, headers });
  if (content instanceof Uint8Array) carried.set(copy, content);
  return copy;
}

/**
 * Headers that can be changed without touching the original. Copied line by line: while msw listens, the Headers
 * constructor loses the lines of an instance that it is given where the body brought a content type with it.
 */
export function copyHeaders(headers: Headers): Headers {
  return new Headers([...headers]);
}
