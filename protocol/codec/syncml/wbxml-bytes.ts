import type { CodecLimits } from '../limits';
import type { Place } from '../place';

/**
 * The bytes of a WBXML document with a position in them. Nothing is read behind the end; what would be is refused, and an
 * empty value stands for it. Text taken from the string table counts each time, so that short documents stay short.
 * @see WAP-192 5.1, 5.7
 */
export class WbxmlBytes {
  readonly #bytes: Uint8Array;
  readonly #place: Place;
  #at = 0;
  #table: Uint8Array = new Uint8Array();
  #budget: number;

  constructor(bytes: Uint8Array, limits: CodecLimits, place: Place) {
    this.#bytes = bytes;
    this.#place = place;
    this.#budget = limits.bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) this.refuse('found the end of the document inside of it');
    this.#at += 1;
    return byte ?? 0;
  }

  /** A multi-byte integer of at most 32 bits. @see WAP-192 5.1 */
  integer(): number {
    let value = 0;
    for (let length = 1; length <= 5; length += 1) {
      const byte = this.byte();
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value <= 0xffffffff ? value : this.#overflow();
    }
    return this.#overflow();
  }

  take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) {
      this.refuse(`expected ${length} bytes, found only ${this.#bytes.length - this.#at}`);
      return new Uint8Array();
    }
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }

  /** A string up to its terminator. */
  inlineString(): Uint8Array {
    const end = this.#bytes.indexOf(0, this.#at);
    if (end === -1) this.refuse('found a string without an end');
    const string = this.#bytes.subarray(this.#at, end === -1 ? this.#at : end);
    this.#at = end + 1;
    return string;
  }

  readStringTable(): void {
    this.#table = this.take(this.integer());
  }

  tableString(offset: number): Uint8Array {
    const end = this.#table.indexOf(0, offset);
    if (offset >= this.#table.length || end === -1) {
      this.refuse(`found no string at ${offset} of the string table of ${this.#table.length} bytes`);
      return new Uint8Array();
    }
    this.#budget -= end - offset;
    if (this.#budget < 0) this.#place.refuse('too-large', 'the string table is used for too much text');
    return this.#budget < 0 ? new Uint8Array() : this.#table.subarray(offset, end);
  }

  refuse(what: string): undefined {
    return this.#place.refuse('syntax', `not WBXML at byte ${this.#at}: ${what}`);
  }

  #overflow(): number {
    this.refuse('found an integer of more than 32 bits');
    return 0;
  }
}
