import { type Decoded, type DecodeFault, decoded } from '../model/decoded';

/**
 * The place in a message that a decoder looks at. The first refusal at any place of a message decides its outcome, so
 * that readers can go on with what is left and need not hand faults around.
 */
export class Place {
  readonly #root: { fault?: DecodeFault };
  readonly #parent: Place | undefined;
  readonly #name: string | number;

  constructor(name: string | number, parent?: Place) {
    this.#name = name;
    this.#parent = parent;
    this.#root = parent === undefined ? {} : parent.#root;
  }

  at(name: string | number): Place {
    return new Place(name, this);
  }

  refuse(reason: DecodeFault['reason'], detail: string): undefined {
    this.#root.fault ??= { reason, where: this.toString(), detail };
    return undefined;
  }

  /** Whether nothing was refused so far, here or anywhere in the message. */
  get sound(): boolean {
    return this.#root.fault === undefined;
  }

  outcome<T>(value: T | undefined): Decoded<T> {
    const fault = this.#root.fault ?? missing(this.toString());
    return value === undefined || this.#root.fault !== undefined ? { ok: false, fault } : decoded(value);
  }

  toString(): string {
    if (this.#parent === undefined) return String(this.#name);
    if (typeof this.#name === 'number') return `${this.#parent}[${this.#name}]`;
    return `${this.#parent}/${this.#name}`;
  }
}

function missing(where: string): DecodeFault {
  return { reason: 'missing', where, detail: 'expected a value, found none' };
}

/** How a value that was not expected is shown in a fault: by its kind, and never longer than a line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
