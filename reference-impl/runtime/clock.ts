/** Time, as every role sees it. Nothing in this repository reads the wall clock in any other way. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `action` once after `milliseconds`; answers a function that calls it off. */
  after(milliseconds: number, action: () => void): () => void;
}
