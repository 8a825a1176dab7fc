import { decodeHttpResponse, encodeHttpRequest } from '../../protocol/codec/onem2m-http';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Link } from '../links/link';
import { LinkFailure } from '../links/link';
import { Deviation } from '../verdict/deviation';
import { type Overrides, overridden } from './overrides';
import type { CseStage } from './stage';

/** A request as a scenario states it; the originator adds identifier, From and release version. */
export type RequestDraft = Omit<RequestPrimitive, 'requestIdentifier'> & {
  readonly requestIdentifier?: string;
  /** Parameters that are to travel otherwise than they should. */
  readonly overrides?: Overrides;
};

/** What came back: an answer, or the reason why there is none. */
export type Outcome =
  | { readonly kind: 'answer'; readonly response: ResponsePrimitive }
  | { readonly kind: 'none'; readonly why: string };

export type SerializationName = 'json' | 'xml';

/**
 * A tester that plays an Originator. It sends what it is told, legal or not, and does not know what should come back.
 */
export class Originator {
  readonly name: string;
  readonly id: string;
  readonly #stage: CseStage;
  readonly #link: Link;

  constructor(stage: CseStage, name: string, id: string) {
    this.name = name;
    this.id = id;
    this.#stage = stage;
    this.#link = stage.linkOf(name);
  }

  /** Sends and waits for the answer, at most the response timeout of the target (or `limit` milliseconds). */
  async send(
    draft: RequestDraft,
    serialization: SerializationName = 'json',
    limit?: number,
  ): Promise<Outcome> {
    return this.#await(this.begin(draft, serialization), limit ?? this.#stage.target.ixit.responseTimeout);
  }

  /** Sends without waiting. */
  async begin(draft: RequestDraft, serialization: SerializationName = 'json'): Promise<Outcome> {
    const { overrides, ...stated } = draft;
    const request: RequestPrimitive = {
      from: this.id,
      releaseVersionIndicator: this.#stage.cse.releaseVersion,
      ...stated,
      requestIdentifier: draft.requestIdentifier ?? this.#stage.unique('rqi'),
    };
    const { names } = this.#stage.target;
    const message = encodeHttpRequest(this.#stage.cse.url, request, { mediaType: serialization, names });
    return this.transmit(overridden(message, overrides ?? new Map(), names));
  }

  /** Sends a message as it is, for what no encoder would write. */
  async transmit(message: Request): Promise<Outcome> {
    try {
      const answer = await this.#link.send(message);
      const decoded = await decodeHttpResponse(answer, { names: this.#stage.target.names });
      if (decoded.ok) return { kind: 'answer', response: decoded.value };
      const { where, detail } = decoded.fault;
      throw new Deviation({
        what: `the response to ${message.method} ${new URL(message.url).pathname}`,
        expected: 'a response primitive',
        actual: `HTTP ${answer.status}, not decodable at ${where}: ${detail}`,
      });
    } catch (failure) {
      if (failure instanceof LinkFailure) return { kind: 'none', why: failure.message };
      throw failure;
    }
  }

  async #await(pending: Promise<Outcome>, limit: number): Promise<Outcome> {
    const outcome = await this.#stage.time.settle(pending, limit);
    return outcome ?? { kind: 'none', why: `no answer within ${limit} ms` };
  }
}
