import type { Changes } from '../management/changes';

/** Keeps the answers to packages of one kind back until a scenario lets them go. */
export class Gate {
  readonly holds: 1 | 3;
  #open: () => void = () => undefined;
  readonly #opened: Promise<void>;
  #isReached = false;

  constructor(kind: 1 | 3) {
    this.holds = kind;
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  /** An answer waits for it, or has waited. */
  get isReached(): boolean {
    return this.#isReached;
  }

  open(): void {
    this.#open();
  }

  async passed(kind: 1 | 3, changes: Changes): Promise<void> {
    if (kind !== this.holds) return;
    this.#isReached = true;
    changes.happened();
    await this.#opened;
  }
}
