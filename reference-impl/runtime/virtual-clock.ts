import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClock } from '@sinonjs/fake-timers';
import type { Clock } from './clock';
import { waitInSteps } from './wait-in-steps';

/** Turns of the real event loop after which work that waits for no timer has come to rest. */
const TURNS_TO_REST = 4;

/**
 * Time that passes only when told to. It patches nothing: whoever shall live in this time gets the clock as a port.
 * It knows nothing of what the timers are for.
 */
export class VirtualClock implements Clock {
  readonly #clock;
  readonly #due = new Map<object, number>();
  readonly #settle;
  #ticking = false;

  /** `settle` resolves once all work that waits for no timer has come to rest; by default that needs no sockets. */
  constructor(start = 1_792_000_000_000, settle: () => Promise<void> = turnsToRest) {
    this.#clock = createClock(start);
    this.#settle = settle;
  }

  now(): number {
    return this.#clock.now;
  }

  /** A timer that a timer sets waits for the next millisecond at least, so that time always goes on. */
  after(milliseconds: number, action: () => void): () => void {
    const entry = {};
    const delay = Math.max(milliseconds, this.#ticking ? 1 : 0);
    this.#due.set(entry, this.#clock.now + delay);
    const clock = this.#clock;
    let timer: ReturnType<typeof clock.setTimeout>;
    const set = (step: number, then: () => void): void => {
      timer = clock.setTimeout(then, step);
    };
    waitInSteps(delay, set, () => {
      this.#due.delete(entry);
      action();
    });
    return () => {
      this.#due.delete(entry);
      clock.clearTimeout(timer);
    };
  }

  /** Lets time pass; between two timers all work that they caused comes to rest. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#clock.now + milliseconds;
    await this.#settle();
    for (let next = this.#nextDue(); next !== undefined && next <= end; next = this.#nextDue()) {
      this.#tickTo(next);
      await this.#settle();
    }
    this.#tickTo(end);
  }

  /**
   * Runs until `promise` settles: first all work that needs no time, then one timer after the other.
   * A promise that waits for something else than this clock is given up with an error that says so.
   */
  async untilSettled<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const mark = (): void => {
      settled = true;
    };
    promise.then(mark, mark);
    await this.#settle();
    while (!settled) {
      const next = this.#nextDue();
      if (next === undefined) {
        throw new Error('The promise waits for something that no timer of this clock will bring about.');
      }
      this.#tickTo(next);
      await this.#settle();
    }
    return promise;
  }

  #tickTo(time: number): void {
    this.#ticking = true;
    try {
      this.#clock.tick(Math.max(time - this.#clock.now, 0));
    } finally {
      this.#ticking = false;
    }
  }

  #nextDue(): number | undefined {
    let earliest: number | undefined;
    for (const due of this.#due.values()) {
      if (earliest === undefined || due < earliest) earliest = due;
    }
    return earliest;
  }
}

async function turnsToRest(): Promise<void> {
  for (let turn = 0; turn < TURNS_TO_REST; turn += 1) await nextTurn();
}
