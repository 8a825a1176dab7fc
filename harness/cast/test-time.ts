/**
 * Time as testers and steps see it: virtual for the reference in this process, real for everything else.
 * Whoever asks does not know which.
 */
export interface TestTime {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Waits for `promise`, at most `limit` milliseconds; answers `undefined` when they are over. */
  settle<T>(promise: Promise<T>, limit: number): Promise<T | undefined>;
  /** Lets `milliseconds` go by. */
  elapse(milliseconds: number): Promise<void>;
  /** Calls `action` once after `milliseconds`; answers a function that calls it off. */
  after(milliseconds: number, action: () => void): () => void;
}
