import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import type { Exchange } from '../links/exchange';
import { Deviation } from '../verdict/deviation';
import type { Originator, Outcome, RequestDraft, SerializationName } from './originator';
import type { Scene } from './scene';

/**
 * One stimulus of a scenario: what was sent, and what came of it. It remembers how many requests each scripted CSE
 * had received before, so that what came later can be told apart.
 */
export class Turn {
  readonly draft: RequestDraft;
  readonly by: Originator;
  readonly startedAt: number;
  /** Place of this request in the sequence of all messages, or just before it. */
  readonly requestPlace: number;
  readonly #scene: Scene;
  readonly #before: ReadonlyMap<string, number>;
  readonly #pending: Promise<Outcome>;
  #answeredAt: number | undefined;

  private constructor(scene: Scene, by: Originator, draft: RequestDraft, pending: () => Promise<Outcome>) {
    this.#scene = scene;
    this.by = by;
    this.draft = draft;
    this.startedAt = scene.stage.time.now();
    this.requestPlace = 1 + Math.max(0, ...scene.stage.exchanges().map(lastPlace));
    this.#before = new Map(scene.hosts().map((host) => [host.name, host.received.length]));
    this.#pending = pending().finally(() => {
      this.#answeredAt = scene.stage.time.now();
    });
    // A refused promise is reported by whoever asks for the answer, which may be later or never.
    this.#pending.catch(() => undefined);
  }

  static start(
    scene: Scene,
    by: Originator,
    draft: RequestDraft,
    serialization: SerializationName = 'json',
  ): Turn {
    const sent = { ...draft, requestIdentifier: draft.requestIdentifier ?? scene.stage.unique('rqi') };
    return new Turn(scene, by, sent, () => by.begin(sent, serialization));
  }

  /** A message that no encoder wrote; `draft` says what it amounts to. */
  static raw(scene: Scene, by: Originator, message: Request, draft: RequestDraft): Turn {
    return new Turn(scene, by, draft, () => by.transmit(message));
  }

  /** The answer. Its absence within the response timeout is a deviation: a valid stimulus wants an answer. */
  async answer(): Promise<ResponsePrimitive> {
    const limit = this.#scene.stage.target.ixit.responseTimeout;
    const outcome = (await this.#scene.stage.time.settle(this.#pending, limit)) ?? timedOut(limit);
    if (outcome.kind === 'answer') return outcome.response;
    throw new Deviation({ what: this.description, expected: 'an answer', actual: outcome.why });
  }

  /** Waits until the answer, or its absence, is known; judges nothing. */
  async finish(): Promise<void> {
    await this.answer().catch(() => undefined);
  }

  /** What comes of it, whenever that may be. */
  get outcome(): Promise<Outcome> {
    return this.#pending;
  }

  /** Milliseconds from stimulus to answer; `undefined` while there is none. */
  get took(): number | undefined {
    return this.#answeredAt === undefined ? undefined : this.#answeredAt - this.startedAt;
  }

  /** The exchange of this turn as the wiretap has it so far. */
  get exchange(): Exchange | undefined {
    const since = this.#scene.stage
      .exchanges()
      .filter(({ requestPlace }) => requestPlace >= this.requestPlace);
    return since.find(({ from }) => from === this.by.name);
  }

  get requestIdentifier(): string {
    return this.draft.requestIdentifier ?? '';
  }

  get description(): string {
    return `the answer to the ${this.draft.operation} of ${this.draft.to}`;
  }

  /** How many requests a scripted CSE had received when this turn began. */
  receivedBefore(host: string): number {
    return this.#before.get(host) ?? 0;
  }
}

function lastPlace({ requestPlace, answerPlace }: Exchange): number {
  return answerPlace ?? requestPlace;
}

function timedOut(limit: number): Outcome {
  return { kind: 'none', why: `no answer within ${limit} ms` };
}
