import { readBoundedBody } from './bounded-body';
import { answerOf, bodyTooLarge } from './guarded-endpoint';
import type { Endpoint, Link, Listener } from './link';
import { LinkFailure } from './link';
import { DEFAULT_LINK_LIMITS, type LinkLimits } from './link-limits';
import { listenerAddress } from './listener-address';
import { copyRequest, copyResponse, wholeBody } from './message-copy';
import { misbehaviourOf } from './misbehaviour';

/** One listening endpoint and the exchanges that wait for it. */
interface Station {
  readonly endpoint: Endpoint;
  readonly interrupts: Set<(failure: LinkFailure) => void>;
}

/** The address of a new listener, none of those that are taken. */
export type NewAddress = (name: string, taken: ReadonlyMap<string, unknown>) => string;

const namedAddress: NewAddress = (name, taken) => listenerAddress(name, 'in-process', taken);

/** Addresses of this machine, for roles that let loopback do what no other host may; each is given out once. */
export function loopbackAddresses(firstPort: number): NewAddress {
  let next = firstPort;
  return () => {
    next += 1;
    return `http://127.0.0.1:${next - 1}`;
  };
}

/**
 * The link of the default run: messages move by function call, without sockets, timers or randomness, so that a run
 * is the same each time. Both ends see what a socket would show them: bodies are copied, bounded and read once.
 * It has no deadline of its own: an exchange waits until it is answered, its signal aborts, or an end closes.
 */
export function createInProcessLink(
  limits: LinkLimits = DEFAULT_LINK_LIMITS,
  addressOf: NewAddress = namedAddress,
): Link {
  const stations = new Map<string, Station>();

  return {
    async listen(name: string, endpoint: Endpoint): Promise<Listener> {
      const address = addressOf(name, stations);
      const station: Station = { endpoint, interrupts: new Set() };
      stations.set(address, station);
      return {
        address,
        async close() {
          if (stations.get(address) !== station) return;
          stations.delete(address);
          closeStation(address, station);
        },
      };
    },

    async send(request: Request): Promise<Response> {
      const address = new URL(request.url).origin;
      const station = stations.get(address);
      if (station === undefined)
        throw new LinkFailure('unreachable', request.url, 'nobody listens at this address');
      return interruptible(request, station, deliver(request, station.endpoint, limits));
    },

    async close() {
      for (const [address, station] of stations) closeStation(address, station);
      stations.clear();
    },
  };
}

function closeStation(address: string, station: Station): void {
  const failure = new LinkFailure('broken', address, 'the listener closed before it answered');
  for (const interrupt of station.interrupts) interrupt(failure);
}

/** `delivery`, unless the request's signal aborts or the station closes first. */
function interruptible(request: Request, station: Station, delivery: Promise<Response>): Promise<Response> {
  const { signal, url } = request;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new LinkFailure('timeout', url, 'the sender gave up before the answer came'));
    const settle = () => {
      station.interrupts.delete(reject);
      signal.removeEventListener('abort', giveUp);
    };
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp);
    station.interrupts.add(reject);
    delivery.then(resolve, reject).finally(settle);
  });
}

async function deliver(request: Request, endpoint: Endpoint, limits: LinkLimits): Promise<Response> {
  const { url } = request;
  const arriving = await arrivingRequest(request, limits);
  const answer =
    arriving === undefined ? bodyTooLarge(limits.bodyBytes, request) : await answerOf(endpoint, arriving);
  switch (misbehaviourOf(answer)) {
    case 'close-without-answer':
      throw new LinkFailure('broken', url, 'the connection closed without an answer');
    case 'garbage':
      throw new LinkFailure('broken', url, 'the answer is no HTTP message');
    case 'never':
      return new Promise(() => undefined);
    default:
      return received(url, answer, limits);
  }
}

/** What the endpoint gets to read; `undefined` where that is more than the limit. A copy need not be copied again. */
async function arrivingRequest(request: Request, limits: LinkLimits): Promise<Request | undefined> {
  const whole = wholeBody(request);
  if (whole !== undefined) return whole.byteLength <= limits.bodyBytes ? request : undefined;
  const sent = await readOwnBody(request, limits);
  return sent.ok ? copyRequest(request, sent.bytes) : undefined;
}

async function readOwnBody(request: Request, limits: LinkLimits) {
  try {
    return await readBoundedBody(request.body, limits.bodyBytes);
  } catch {
    throw new LinkFailure(
      'broken',
      request.url,
      'the body of the request could not be read; was it read before?',
    );
  }
}

async function received(url: string, answer: Response, limits: LinkLimits): Promise<Response> {
  const body = await readBoundedBody(answer.body, limits.bodyBytes).catch(() => {
    throw new LinkFailure('broken', url, 'the connection broke within the body of the answer');
  });
  if (!body.ok)
    throw new LinkFailure('too-large', url, `the answer holds more than ${limits.bodyBytes} bytes`);
  return copyResponse(answer, body.bytes);
}
