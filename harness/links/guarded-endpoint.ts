import type { Endpoint } from './link';

/**
 * Runs an endpoint so that it always answers: one that throws answers 500 with a fixed text. The reason stays on this
 * side, since a stack trace is nothing to hand to a peer.
 */
export async function answerOf(endpoint: Endpoint, request: Request): Promise<Response> {
  try {
    return await endpoint(request);
  } catch {
    return new Response('The endpoint failed while it handled this request.\n', {
      status: 500,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
}

/**
 * What a listener answers to a body beyond its limit. A message that is known by a Request Identifier gets it back, with
 * the code of BAD_REQUEST beside the status, for nobody behind this door will see it. @see TS-0009 6.3.2
 */
export function bodyTooLarge(limit: number, { headers }: Pick<Request, 'headers'>): Response {
  const text = `The body holds more than ${limit} bytes, which is the limit here.`;
  const requestIdentifier = headers.get('X-M2M-RI');
  if (requestIdentifier === null) {
    const type = { 'content-type': 'text/plain; charset=utf-8' };
    return new Response(`${text}\n`, { status: 413, headers: type });
  }
  return new Response(JSON.stringify({ 'm2m:dbg': text }), {
    status: 413,
    headers: { 'content-type': 'application/json', 'X-M2M-RSC': '4000', 'X-M2M-RI': requestIdentifier },
  });
}
