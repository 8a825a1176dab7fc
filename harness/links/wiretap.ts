import { peekBody } from './bounded-body';
import { type Correlation, createCorrelation } from './correlation';
import type { Exchange } from './exchange';
import { createExchangeRecord, type ExchangeRecord } from './exchange-record';
import type { Endpoint, Link, Listener } from './link';
import { LinkFailure } from './link';
import { DEFAULT_LINK_LIMITS } from './link-limits';
import { copyRequest, copyResponse, wholeBody } from './message-copy';
import { keepMisbehaviour, misbehaviourOf } from './misbehaviour';
import { createMessageRecorder, type MessageRecorder } from './recorded-message';
import { DEFAULT_REDACTION, type Redaction } from './redaction';

export interface WiretapOptions {
  /** Milliseconds since the epoch, from the clock of the run. */
  readonly now: () => number;
  /** Longest body kept of one message, in bytes. */
  readonly bodyBytes?: number;
  /** Bytes of bodies kept in all; once they are used up, bodies are counted and no longer kept. */
  readonly totalBodyBytes?: number;
  readonly redaction?: Partial<Redaction>;
  /** Names the sender of a request that reaches a tapped listener from outside the tap. */
  readonly senderOf?: (request: Request) => string | undefined;
}

/** The recorder on every link. Its exchanges are the evidence of a run. */
export interface Wiretap {
  /** A link like `link` whose sends and listeners are recorded as those of `actor`. Closing it closes `link`. */
  tap(link: Link, actor: string): Link;
  /** Gives an address outside the tap a name: what is sent there is recorded as sent to that actor. */
  name(address: string, actor: string): void;
  /** What was recorded so far, in the order in which requests started. */
  exchanges(): readonly Exchange[];
  /** Forgets what was recorded; numbering goes on. */
  clear(): void;
}

interface Tap {
  readonly record: ExchangeRecord;
  readonly recorder: MessageRecorder;
  readonly correlation: Correlation;
  readonly senderOf: (request: Request) => string | undefined;
  /** Actor by address. */
  readonly actors: Map<string, string>;
  /** Addresses of this wiretap's own listeners. */
  readonly listening: Set<string>;
}

/**
 * Records without changing what is said: both ends get the messages that they would get without it. An exchange between
 * two tapped actors is recorded once, as its sender saw it end. Knows no protocol above HTTP.
 */
export function createWiretap(options: WiretapOptions): Wiretap {
  const tap = createTap(options);
  return {
    tap: (link, actor) => ({
      send: (request) => send(tap, { link, actor }, request),
      listen: (name, endpoint) => listen(tap, { link, actor }, { name, endpoint }),
      close: () => link.close(),
    }),
    name: (address, actor) => void tap.actors.set(new URL(address).origin, actor),
    exchanges: () => tap.record.exchanges(),
    clear: () => tap.record.clear(),
  };
}

function createTap(options: WiretapOptions): Tap {
  const { bodyBytes = DEFAULT_LINK_LIMITS.bodyBytes, totalBodyBytes = 64 * DEFAULT_LINK_LIMITS.bodyBytes } =
    options;
  return {
    record: createExchangeRecord(options.now),
    recorder: createMessageRecorder(
      { bodyBytes, totalBodyBytes },
      { ...DEFAULT_REDACTION, ...options.redaction },
    ),
    correlation: createCorrelation(),
    senderOf: options.senderOf ?? (() => undefined),
    actors: new Map(),
    listening: new Set(),
  };
}

/** One end of a link, in the name of one actor. */
interface End {
  readonly link: Link;
  readonly actor: string;
}

async function send(tap: Tap, { link, actor }: End, request: Request): Promise<Response> {
  const { record, recorder, correlation } = tap;
  const { origin } = new URL(request.url);
  // The exchange takes its place in the sequence at once; the body follows when it has been read.
  const to = tap.actors.get(origin) ?? origin;
  const exchange = record.begin({ request: recorder.request(request), from: actor, to });
  try {
    const bytes = new Uint8Array(await request.arrayBuffer());
    exchange.request = recorder.withBody(exchange.request, bytes);
    const headers = tap.listening.has(origin) ? correlation.mark(request, exchange.id) : request.headers;
    const response = await link.send(copyRequest(request, bytes, { headers, signal: request.signal }));
    const whole = wholeBody(response);
    const answer = whole ?? new Uint8Array(await response.arrayBuffer());
    exchange.response = recorder.response(response, answer);
    return whole === undefined ? copyResponse(response, answer) : response;
  } catch (error) {
    const failure = asLinkFailure(error, request.url);
    exchange.failure = `${failure.kind}: ${failure.message}`;
    throw failure;
  } finally {
    correlation.forget(exchange.id);
    record.end(exchange);
  }
}

function asLinkFailure(error: unknown, url: string): LinkFailure {
  if (error instanceof LinkFailure) return error;
  return new LinkFailure('broken', url, error instanceof Error ? error.message : String(error));
}

interface Listening {
  readonly name: string;
  readonly endpoint: Endpoint;
}

async function listen(tap: Tap, { link, actor }: End, { name, endpoint }: Listening): Promise<Listener> {
  const listener = await link.listen(name, (request) => arrive(tap, actor, { endpoint, request }));
  const { address } = listener;
  tap.actors.set(address, actor);
  tap.listening.add(address);
  return {
    address,
    close() {
      tap.listening.delete(address);
      return listener.close();
    },
  };
}

interface Arrival {
  readonly endpoint: Endpoint;
  readonly request: Request;
}

async function arrive(tap: Tap, actor: string, { endpoint, request }: Arrival): Promise<Response> {
  const { record, recorder } = tap;
  const recorded = tap.correlation.unmarked(request);
  if (recorded !== undefined) return endpoint(recorded);
  const from = tap.senderOf(request) ?? 'outside';
  const exchange = record.begin({ request: recorder.request(request), from, to: actor });
  try {
    const bytes = new Uint8Array(await request.arrayBuffer());
    exchange.request = recorder.withBody(exchange.request, bytes);
    const response = await endpoint(copyRequest(request, bytes));
    const { bytes: answer, whole } = await peekBody(response.body, DEFAULT_LINK_LIMITS.bodyBytes);
    const kind = misbehaviourOf(response);
    if (kind === undefined || kind === 'answer-twice')
      exchange.response = recorder.response(response, answer);
    if (kind !== undefined) exchange.failure = `misbehaved on purpose: ${kind}`;
    return keepMisbehaviour(response, copyResponse(response, whole ?? answer));
  } catch (error) {
    exchange.failure = 'the endpoint failed while it handled this request';
    throw error;
  } finally {
    record.end(exchange);
  }
}
