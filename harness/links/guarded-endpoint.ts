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

/** What a listener answers to a body beyond its limit. */
export function bodyTooLarge(limit: number): Response {
  return new Response(`The body holds more than ${limit} bytes, which is the limit here.\n`, {
    status: 413,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
