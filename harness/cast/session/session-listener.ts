import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Endpoint } from '../../links/link';
import { keepMisbehaviour } from '../../links/misbehaviour';
import { ANSWER, type Reaction } from '../reaction';
import { type Script, scriptedEndpoint } from '../scripted-endpoint';
import type { Stage } from '../stage';
import { TesterListener } from '../tester-listener';
import { changed, type Manner, Manners } from './manner';
import type { SessionLog } from './session-log';
import { type SessionMessage, sessionMessageOf } from './session-message';

/** The part of a tester that knows what a well-behaved party would say. */
export interface ByTheBook {
  /** The session that a request is about, as far as can be told. */
  sessionIDOf(request: RequestPrimitive, message: SessionMessage | undefined): string | undefined;
  answerTo(request: RequestPrimitive, message: SessionMessage | undefined): ResponsePrimitive;
}

interface Coming {
  readonly message: SessionMessage | undefined;
  readonly manner: Manner | undefined;
  readonly answered: (answer: ResponsePrimitive) => void;
}

interface Playing {
  readonly name: string;
  readonly log: SessionLog;
  readonly book: ByTheBook;
}

/**
 * How a party of a session takes messages: it enters what comes into the log, and answers by the book or as it was told.
 * It does not know what should come.
 */
export class SessionScript implements Script {
  readonly manners = new Manners();
  readonly endpoint: Endpoint;
  readonly #name: string;
  readonly #log: SessionLog;
  readonly #book: ByTheBook;
  readonly #coming = new WeakMap<RequestPrimitive, Coming>();
  /** Bodies that go out in place of those of answers, by the identifier of the request. */
  readonly #literals = new Map<string, string>();

  constructor(stage: Stage, { name, log, book }: Playing) {
    this.#name = name;
    this.#log = log;
    this.#book = book;
    this.endpoint = this.#withLiterals(scriptedEndpoint(stage, this));
  }

  /** Who cannot be reached does not know that somebody tried. */
  reactionTo(request: RequestPrimitive): Reaction {
    if (!this.manners.isReachable) return { kind: 'drop' };
    const message = sessionMessageOf(request);
    const manner = this.manners.towards(message);
    const sessionID = this.#book.sessionIDOf(request, message);
    const answered = this.#log.begin({
      party: this.#name,
      direction: 'received',
      message,
      request,
      ...(sessionID !== undefined && { sessionID }),
    });
    this.#coming.set(request, { message, manner, answered });
    if (manner?.kind === 'silent') return { kind: 'silent' };
    return manner?.kind === 'late' ? { kind: 'delay', milliseconds: manner.milliseconds } : ANSWER;
  }

  async answerTo(request: RequestPrimitive): Promise<ResponsePrimitive> {
    const coming = this.#coming.get(request);
    if (!coming || coming.manner?.kind === 'silent') return plain(request, 2000);
    const answer = this.#answerBy(request, coming);
    coming.answered(answer);
    return answer;
  }

  #answerBy(request: RequestPrimitive, { message, manner }: Coming): ResponsePrimitive {
    if (manner?.kind === 'refuse') return plain(request, manner.status);
    const answer = this.#book.answerTo(request, message);
    if (manner?.kind !== 'with') return answer;
    if (manner.body !== undefined) this.#literals.set(request.requestIdentifier, manner.body);
    if (answer.content?.kind !== 'resource') return answer;
    const { resource } = answer.content;
    const attributes = changed(resource.attributes, manner.changes);
    return { ...answer, content: { kind: 'resource', resource: { ...resource, attributes } } };
  }

  #withLiterals(endpoint: Endpoint): Endpoint {
    return async (message) => {
      const identifier = message.headers.get('x-m2m-ri') ?? '';
      const response = await endpoint(message);
      const body = this.#literals.get(identifier);
      if (body === undefined) return response;
      const { status, headers } = response;
      return keepMisbehaviour(response, new Response(body, { status, headers }));
    };
  }
}

/** Where a party of a session listens. */
export class SessionListener {
  readonly manners: Manners;
  readonly #listener: TesterListener;

  constructor(stage: Stage, playing: Playing) {
    const { manners, endpoint } = new SessionScript(stage, playing);
    this.manners = manners;
    this.#listener = new TesterListener(stage, playing.name, endpoint);
  }

  open(): Promise<void> {
    return this.#listener.open();
  }

  close(): Promise<void> {
    return this.#listener.close();
  }

  get address(): string {
    return this.#listener.address;
  }
}

export function plain({ requestIdentifier }: RequestPrimitive, status: number): ResponsePrimitive {
  return { responseStatusCode: status, requestIdentifier };
}
