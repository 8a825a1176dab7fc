import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionMessage } from './session-message';

/** A request between the target and a tester, with its answer as soon as there is one. */
export interface Passage {
  /** The tester's end. */
  readonly party: string;
  readonly direction: 'received' | 'sent';
  readonly message: SessionMessage | undefined;
  readonly request: RequestPrimitive;
  readonly place: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Name of the session that a sent message is about. */
  readonly session?: string;
  /** Identifier of the session that a received message is about, as far as its receiver can tell. */
  readonly sessionID?: string;
  /** Sent before the first stimulus. */
  readonly isPreamble: boolean;
  readonly answer?: ResponsePrimitive;
  /** Place of the answer in the same sequence. */
  readonly answerPlace?: number;
}

type Beginning = Pick<Passage, 'party' | 'direction' | 'message' | 'request'> &
  Partial<Pick<Passage, 'session' | 'sessionID' | 'isPreamble'>>;

/**
 * What passed between the target and the testers of a scenario, in the order in which the testers saw it. It knows
 * nothing of what should have passed.
 */
export class SessionLog {
  readonly #now: () => number;
  readonly #passages: Passage[] = [];
  #places = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get passages(): readonly Passage[] {
    return this.#passages;
  }

  /** Enters a request; the answer is entered by the function that comes back. */
  begin(beginning: Beginning): (answer: ResponsePrimitive) => void {
    const place = this.#nextPlace();
    const passage: Passage = { isPreamble: false, ...beginning, place, at: this.#now() };
    const index = this.#passages.push(passage) - 1;
    return (answer) => {
      this.#passages[index] = { ...passage, answer, answerPlace: this.#nextPlace() };
    };
  }

  received(party: string, message?: SessionMessage): readonly Passage[] {
    return this.#passages.filter(
      (passage) =>
        passage.direction === 'received' &&
        passage.party === party &&
        (message === undefined || passage.message === message),
    );
  }

  sent(message?: SessionMessage, session?: string): readonly Passage[] {
    return this.#passages.filter(
      (passage) =>
        passage.direction === 'sent' &&
        (message === undefined || passage.message === message) &&
        (session === undefined || passage.session === session),
    );
  }

  #nextPlace(): number {
    this.#places += 1;
    return this.#places;
  }
}
