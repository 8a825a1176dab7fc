import { bytesOf, type LmdbFile } from './lmdb-file';

interface Kept {
  readonly slot: number;
  readonly bytes: number;
}

/**
 * The values of one table of an LMDB file as JSON, in the order of their first put. It keeps where each of them is, not
 * the values; who reads has them in memory. It knows nothing of their meaning.
 */
export class LmdbTable<T> {
  readonly #file: LmdbFile;
  readonly #name: string;
  readonly #identityOf: (value: T) => string;
  readonly #kept = new Map<string, Kept>();
  #last = 0;

  constructor(file: LmdbFile, name: string, identityOf: (value: T) => string) {
    this.#file = file;
    this.#name = name;
    this.#identityOf = identityOf;
  }

  /** What the file holds; to be called once, before anything is put. Throws where `decode` makes no sense of it. */
  load(decode: (value: unknown) => T | undefined): readonly T[] {
    return this.#file.slotsOf(this.#name).map(({ number, text }) => {
      const value = decode(parse(text));
      if (value === undefined)
        throw this.#file.damaged(`entry ${number} of its ${this.#name} makes no sense`);
      this.#kept.set(this.#identityOf(value), { slot: number, bytes: bytesOf(text) });
      this.#last = number;
      return value;
    });
  }

  /** A value that is known keeps its place, unless it is to come after all others. */
  put(value: T, atEnd = false): void {
    const identity = this.#identityOf(value);
    const kept = this.#kept.get(identity);
    const slot = kept === undefined || atEnd ? this.#last + 1 : kept.slot;
    const text = JSON.stringify(value);
    this.#file.write(this.#name, { number: slot, text }, kept?.bytes ?? 0);
    if (kept !== undefined && kept.slot !== slot) this.#file.free(this.#name, kept.slot, 0);
    this.#last = Math.max(this.#last, slot);
    this.#kept.set(identity, { slot, bytes: bytesOf(text) });
  }

  remove(identity: string): void {
    const kept = this.#kept.get(identity);
    if (kept === undefined) return;
    this.#file.free(this.#name, kept.slot, kept.bytes);
    this.#kept.delete(identity);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
