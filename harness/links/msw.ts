import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { readBoundedBody } from './bounded-body';
import { answerOf, bodyTooLarge } from './guarded-endpoint';
import { createHttpClient } from './http-client';
import type { Endpoint, Link, Listener } from './link';
import { LinkFailure } from './link';
import { DEFAULT_LINK_LIMITS, type LinkLimits } from './link-limits';
import { listenerAddress } from './listener-address';
import { copyRequest } from './message-copy';
import { misbehaviourOf } from './misbehaviour';

/** One peer that msw plays. */
interface StandIn {
  readonly endpoint: Endpoint;
  /** Becomes a network error when the listener closes, for exchanges that still wait then. */
  readonly gone: Promise<Response>;
  leave(): void;
}

/**
 * The link of the test of our HTTP client: msw stands in for the peers, so that the client meets answers and network
 * errors that a socket cannot make on demand. msw replaces the global fetch while it listens: from the first listener
 * of this link until the link closes. It must never be open while a real target is driven, and so it sends to its own
 * listeners only. The only file that knows msw.
 */
export function createMswLink(limits: LinkLimits = DEFAULT_LINK_LIMITS): Link {
  const standIns = new Map<string, StandIn>();
  const client = createHttpClient(limits);
  const server = setupServer(
    http.all('*', ({ request }) => {
      const standIn = standIns.get(new URL(request.url).origin);
      return standIn === undefined ? undefined : Promise.race([standIn.gone, play(standIn, request, limits)]);
    }),
  );
  let intercepting = false;

  return {
    async listen(name: string, endpoint: Endpoint): Promise<Listener> {
      if (!intercepting) server.listen({ onUnhandledRequest: 'bypass' });
      intercepting = true;
      const address = listenerAddress(name, 'stand-in', standIns);
      const standIn = createStandIn(endpoint);
      standIns.set(address, standIn);
      return {
        address,
        async close() {
          if (standIns.get(address) === standIn) standIns.delete(address);
          standIn.leave();
        },
      };
    },

    async send(request: Request): Promise<Response> {
      if (standIns.has(new URL(request.url).origin)) return client.send(request);
      throw new LinkFailure('unreachable', request.url, 'nobody listens at this address');
    },

    async close() {
      client.close();
      for (const standIn of standIns.values()) standIn.leave();
      standIns.clear();
      if (intercepting) server.close();
      intercepting = false;
    },
  };
}

function createStandIn(endpoint: Endpoint): StandIn {
  let leave = (_error: Response): void => undefined;
  const gone = new Promise<Response>((resolve) => {
    leave = resolve;
  });
  return { endpoint, gone, leave: () => leave(HttpResponse.error()) };
}

async function play(standIn: StandIn, request: Request, limits: LinkLimits): Promise<Response> {
  const body = await readBoundedBody(request.body, limits.bodyBytes);
  if (!body.ok) return bodyTooLarge(limits.bodyBytes, request);
  const answer = await answerOf(standIn.endpoint, copyRequest(request, body.bytes));
  switch (misbehaviourOf(answer)) {
    case 'close-without-answer':
    case 'garbage':
      return HttpResponse.error();
    case 'never':
      return standIn.gone;
    default:
      return answer;
  }
}
