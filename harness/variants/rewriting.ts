import type { Deviation } from '../faults/deviation';
import type { Endpoint } from '../links/link';
import type { VariantGround } from './variant';

/** A message of HTTP as a variant may rewrite it; what it is about is for the variant to know. */
export interface Rewritable {
  readonly headers: Headers;
  /** Empty where it has none. */
  readonly body: string;
}

/** The body that it is to have; headers are changed where they are. */
export type Rewrite = (message: Rewritable, context: RewriteContext) => string;

export interface RewriteContext {
  /** What was asked, where an answer is rewritten. */
  readonly asked?: Request;
  /** Of an answer. */
  readonly status?: number;
}

type Otherwise = (ground: VariantGround) => Deviation;

/** Every answer of a role goes out as `rewrite` has it. */
export function rewritingAnswers(rewrite: Rewrite): Otherwise {
  return ({ took }) => ({ wrapEndpoint: answersOf(rewrite, took) });
}

/** Both answers and requests of its own. */
export function rewritingMessages(rewrite: Rewrite): Otherwise {
  return ({ took }) => ({ wrapEndpoint: answersOf(rewrite, took), wrapTransmit: requestsOf(rewrite, took) });
}

/** JSON only, and only where something changes. */
export function inJson(change: (value: unknown) => unknown): Rewrite {
  return (message) => {
    const { body } = message;
    if (!isJson(message)) return body;
    const before = JSON.stringify(JSON.parse(body));
    const after = JSON.stringify(change(JSON.parse(body)));
    return after === before ? body : after;
  };
}

/** Media types have no letter case. @see RFC 9110 8.3.1 */
export function isJson({ headers, body }: Rewritable): boolean {
  return body !== '' && /json/i.test(headers.get('Content-Type') ?? '');
}

function answersOf(rewrite: Rewrite, took: () => void) {
  return (endpoint: Endpoint): Endpoint =>
    async (asked) => {
      const answer = await endpoint(asked);
      // Octets that are no text would not survive.
      if (isBinary(answer.headers)) return answer;
      const text = await answer.text();
      const headers = new Headers(answer.headers);
      const body = rewrite({ headers, body: text }, { asked, status: answer.status });
      if (body !== text || differ(headers, answer.headers)) took();
      return new Response(body === '' ? null : body, { status: answer.status, headers });
    };
}

function requestsOf(rewrite: Rewrite, took: () => void) {
  return (transmit: Endpoint): Endpoint =>
    async (request) => {
      if (isBinary(request.headers)) return transmit(request);
      const text = await request.text();
      const headers = new Headers(request.headers);
      const body = rewrite({ headers, body: text }, {});
      if (body !== text || differ(headers, request.headers)) took();
      const { url, method, signal } = request;
      return transmit(new Request(url, { method, headers, signal, body: body === '' ? null : body }));
    };
}

function differ(one: Headers, other: Headers): boolean {
  return JSON.stringify([...one]) !== JSON.stringify([...other]);
}

function isBinary(headers: Headers): boolean {
  return /wbxml|octet-stream|notification/.test(headers.get('Content-Type') ?? '');
}
