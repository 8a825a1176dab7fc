import { readBoundedBody } from './bounded-body';
import { LinkFailure } from './link';
import type { LinkLimits } from './link-limits';
import { copyHeaders, copyResponse } from './message-copy';

/** Sends over the global fetch until it is closed. */
export interface HttpClient {
  send(request: Request): Promise<Response>;
  close(): void;
}

/** Causes under which no connection came about at all, by the codes that node and its fetch give them. */
const UNREACHABLE_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * The sending side of HTTP: standard Request in, whole Response out, every failure a LinkFailure. Follows no redirect,
 * asks for no compression, bounds the answer in size and time. The deadline is real time: a peer at the other end of a
 * socket knows no other.
 */
export function createHttpClient(limits: LinkLimits): HttpClient {
  const underway = new Set<AbortController>();
  let open = true;

  return {
    async send(request: Request): Promise<Response> {
      if (!open) throw new LinkFailure('unreachable', request.url, 'this link is closed');
      const controller = new AbortController();
      underway.add(controller);
      try {
        return await sendWithin(request, controller, limits);
      } finally {
        underway.delete(controller);
      }
    },
    close() {
      open = false;
      for (const controller of underway) controller.abort();
    },
  };
}

async function sendWithin(
  request: Request,
  controller: AbortController,
  limits: LinkLimits,
): Promise<Response> {
  const deadline = AbortSignal.timeout(limits.answerMilliseconds);
  const abort = () => controller.abort();
  deadline.addEventListener('abort', abort);
  request.signal.addEventListener('abort', abort);
  if (request.signal.aborted) abort();
  try {
    return await exchanged(request, controller.signal, limits);
  } catch (error) {
    throw failureOf(error, request, deadline.aborted || request.signal.aborted);
  } finally {
    deadline.removeEventListener('abort', abort);
    request.signal.removeEventListener('abort', abort);
  }
}

async function exchanged(request: Request, signal: AbortSignal, limits: LinkLimits): Promise<Response> {
  const headers = copyHeaders(request.headers);
  if (!headers.has('accept-encoding')) headers.set('accept-encoding', 'identity');
  const body = request.body === null ? null : await request.arrayBuffer();
  const { method, url } = request;
  const response = await fetch(url, { method, headers, body, redirect: 'manual', signal });
  const received = await readBoundedBody(response.body, limits.bodyBytes);
  if (!received.ok)
    throw new LinkFailure('too-large', url, `the answer holds more than ${limits.bodyBytes} bytes`);
  return copyResponse(response, received.bytes, headersAsReceived(response));
}

/** Without the headers that describe a compressed body: fetch has unpacked it already. */
function headersAsReceived(response: Response): Headers {
  if (!response.headers.has('content-encoding')) return response.headers;
  const headers = copyHeaders(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return headers;
}

function failureOf(error: unknown, request: Request, tooLate: boolean): LinkFailure {
  if (error instanceof LinkFailure) return error;
  if (tooLate) return new LinkFailure('timeout', request.url, 'no complete answer came in time');
  const cause = rootCause(error);
  const code = codeOf(cause);
  // fetch refuses some ports and schemes before it tries; that failure has a message and no code.
  const neverTried = code === undefined && /bad port|scheme/.test(messageOf(cause));
  const kind = neverTried || (code !== undefined && UNREACHABLE_CODES.has(code)) ? 'unreachable' : 'broken';
  return new LinkFailure(
    kind,
    request.url,
    code === undefined ? messageOf(cause) : `${messageOf(cause)} (${code})`,
  );
}

/** fetch wraps what happened, and a host of several addresses wraps it once more. */
function rootCause(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return rootCause(error.errors[0]);
  if (error instanceof Error && error.cause instanceof Error) return rootCause(error.cause);
  return error;
}

function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
