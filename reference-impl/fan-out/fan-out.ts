import type { Clock } from '../runtime/clock';

/** Members to ask, how to ask one, and until when answers count. */
export interface FanOut<Member, Answer> {
  readonly members: readonly Member[];
  ask(member: Member): Promise<Answer>;
  /** Members asked at the same time, as long as they answer. */
  readonly concurrency: number;
  /** Milliseconds since the epoch; answers that come at this instant or later are dropped. */
  readonly deadline: number;
}

/**
 * Asks every member and collects until all have answered or the deadline has come.
 *
 * Answers stand in the order of the members, whatever order they came in; `undefined` where a member was silent or
 * its asking failed. Silent members cannot starve the others: the longer members keep silent, the more are asked
 * beside them, so that each has been asked before half of the time is over. It knows nothing of what is asked.
 */
export function fanOut<Member, Answer>(
  clock: Clock,
  plan: FanOut<Member, Answer>,
): Promise<readonly (Answer | undefined)[]> {
  return new Promise((resolve) => new Collection(clock, plan, resolve).start());
}

class Collection<Member, Answer> {
  readonly #clock: Clock;
  readonly #plan: FanOut<Member, Answer>;
  readonly #resolve: (answers: readonly (Answer | undefined)[]) => void;
  readonly #answers: (Answer | undefined)[];
  readonly #interval: number;
  readonly #queue: IterableIterator<[number, Member]>;
  #allowed: number;
  #asked = 0;
  #settled = 0;
  #closed = false;
  #callOffDeadline = (): void => {};
  #callOffWidening = (): void => {};

  constructor(
    clock: Clock,
    plan: FanOut<Member, Answer>,
    resolve: (answers: readonly (Answer | undefined)[]) => void,
  ) {
    this.#clock = clock;
    this.#plan = plan;
    this.#resolve = resolve;
    this.#answers = new Array<Answer | undefined>(plan.members.length).fill(undefined);
    this.#queue = plan.members.entries();
    this.#allowed = plan.concurrency;
    const rounds = Math.max(1, Math.ceil(plan.members.length / plan.concurrency));
    this.#interval = Math.floor((plan.deadline - clock.now()) / (2 * rounds));
  }

  start(): void {
    const remaining = this.#plan.deadline - this.#clock.now();
    if (this.#plan.members.length === 0 || remaining <= 0) {
      this.#close();
      return;
    }
    this.#callOffDeadline = this.#clock.after(remaining, () => this.#close());
    this.#askNext();
    if (!this.#allAsked) this.#callOffWidening = this.#clock.after(this.#interval, () => this.#widen());
  }

  get #allAsked(): boolean {
    return this.#asked === this.#plan.members.length;
  }

  #askNext(): void {
    while (!this.#closed && this.#asked - this.#settled < this.#allowed) {
      const next = this.#queue.next();
      if (next.done === true) return;
      this.#asked += 1;
      this.#ask(...next.value);
    }
  }

  #ask(position: number, member: Member): void {
    const settle = (answer?: Answer): void => {
      if (this.#closed) return;
      this.#answers[position] = answer;
      this.#settled += 1;
      if (this.#settled === this.#plan.members.length) this.#close();
      else this.#askNext();
    };
    // The executor turns an asking that throws into one that fails.
    new Promise<Answer>((resolve) => resolve(this.#plan.ask(member))).then(settle, () => settle());
  }

  #widen(): void {
    this.#allowed += this.#plan.concurrency;
    this.#askNext();
    if (!this.#allAsked) this.#callOffWidening = this.#clock.after(this.#interval, () => this.#widen());
  }

  #close(): void {
    this.#closed = true;
    this.#callOffDeadline();
    this.#callOffWidening();
    this.#resolve(this.#answers);
  }
}
