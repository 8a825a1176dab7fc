import { decodeServerAnswer, type ServerAnswer } from '../../../protocol/codec/dm2/server-answer';
import { type Link, LinkFailure } from '../../links/link';
import type { TestTime } from '../test-time';

/** An HTTP request as a tester sends it, which may be spoiled in every part. */
export interface RawMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** The body goes on, and never comes to an end. */
  readonly isUnfinished?: true;
  /** As much follows as nobody takes. */
  readonly isEndless?: true;
}

export async function rawOf(request: Request): Promise<RawMessage> {
  const { method, url, headers } = request;
  return { method, url, headers: [...headers], body: new Uint8Array(await request.arrayBuffer()) };
}

/** With this header instead of the one it has; without it where there is no value. */
export function withHeader(message: RawMessage, name: string, value: string | undefined): RawMessage {
  const others = message.headers.filter(([known]) => known.toLowerCase() !== name.toLowerCase());
  return { ...message, headers: value === undefined ? others : [...others, [name, value]] };
}

/** With the JSON of its body changed. */
export function withJson(message: RawMessage, change: (json: JsonObject) => unknown): RawMessage {
  const json: JsonObject = JSON.parse(new TextDecoder().decode(message.body));
  return withText(message, JSON.stringify(change(json)));
}

export function withText(message: RawMessage, text: string): RawMessage {
  return { ...message, body: new TextEncoder().encode(text) };
}

export interface JsonObject {
  readonly [name: string]: unknown;
}

/** What came back; no status where nothing did. */
export interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: Headers;
  readonly octets: Uint8Array;
  /** Where it is a package 2. */
  readonly package2?: ServerAnswer;
  /** Why there is none, in words. */
  readonly why?: string;
  /** The connection broke while more was sent than the other side may want to read. */
  readonly isCutOff?: true;
}

/** Waits at most so long; a broken exchange is an answer like any other. */
export async function sendRaw(
  { link, time, limit }: { readonly link: Link; readonly time: TestTime; readonly limit: number },
  message: RawMessage,
): Promise<RawAnswer> {
  const request = requestOf(message);
  const over = waiting(time, limit);
  try {
    const response = await Promise.race([link.send(request), over.promise]);
    return response === undefined
      ? nothing(`no answer within ${limit} ms`)
      : await readAnswer(response, message.url);
  } catch (failure) {
    if (failure instanceof LinkFailure) {
      const isCutOff = failure.kind === 'broken' && message.body.length > MUCH;
      return { ...nothing(failure.message), ...(isCutOff && { isCutOff }) };
    }
    throw failure;
  } finally {
    over.callOff();
  }
}

/** A peer that does not want to read more may answer, or close the connection; the answer is then lost at times. */
const MUCH = 512 * 1024;

function requestOf({ method, url, headers, body, isUnfinished, isEndless }: RawMessage): Request {
  const init = { method, headers: new Headers(headers.map(([name, value]) => [name, value])) };
  if (isUnfinished) return new Request(url, { ...init, body: unfinished(body), duplex: 'half' });
  if (isEndless) return new Request(url, { ...init, body: new Uint8Array(ENDLESS) });
  const isEmpty = body.length === 0 || method === 'GET';
  return new Request(url, isEmpty ? init : { ...init, body });
}

/** More than any side takes; what is recorded of it is bounded. */
const ENDLESS = 40 * 1024 * 1024;

/** Gives what there is, and waits. */
export function unfinished(octets: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.enqueue(octets) });
}

function waiting(time: TestTime, limit: number) {
  let callOff = () => {};
  const promise = new Promise<undefined>((resolve) => {
    callOff = time.after(limit, () => resolve(undefined));
  });
  return { promise, callOff: () => callOff() };
}

function nothing(why: string): RawAnswer {
  return { status: undefined, headers: new Headers(), octets: new Uint8Array(), why };
}

async function readAnswer(response: Response, url: string): Promise<RawAnswer> {
  const { status, headers } = response;
  const octets = new Uint8Array(await response.arrayBuffer());
  const answer = { status, headers, octets };
  if (status !== 200) return { ...answer, why: `HTTP ${status}` };
  const read = await decodeServerAnswer(new Response(octets, { headers }), url);
  if (read.ok) return { ...answer, package2: read.value };
  return { ...answer, why: `an answer that is no package 2, at ${read.fault.where}: ${read.fault.detail}` };
}

/** An answer as a message that can be spoiled, and back. */
export async function spoilAnswer(
  answer: Response,
  spoil: (message: RawMessage) => RawMessage | Promise<RawMessage>,
): Promise<Response> {
  const body = new Uint8Array(await answer.arrayBuffer());
  const spoiled = await spoil({
    method: 'POST',
    url: 'http://answer.invalid',
    headers: [...answer.headers],
    body,
  });
  const headers = new Headers(spoiled.headers.map(([name, value]) => [name, value]));
  return new Response(answerBody(spoiled), { status: answer.status, headers });
}

function answerBody({ body, isUnfinished, isEndless }: RawMessage): Uint8Array | ReadableStream<Uint8Array> {
  if (isUnfinished) return unfinished(body);
  return isEndless ? endless() : body;
}

function endless(): ReadableStream<Uint8Array> {
  const piece = new TextEncoder().encode(' '.repeat(64 * 1024));
  return new ReadableStream({ pull: (controller) => controller.enqueue(piece) });
}
