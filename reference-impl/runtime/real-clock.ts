import type { Clock } from './clock';

/** Node runs a timer at once when its delay does not fit in 31 bits; longer waits are taken in steps. */
const LONGEST_STEP = 2 ** 31 - 1;

/** The wall clock. The only file that touches Date and setTimeout. */
export const realClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, action) {
    let timer: NodeJS.Timeout;
    const wait = (remaining: number): void => {
      const step = Math.min(Math.max(remaining, 0), LONGEST_STEP);
      timer = setTimeout(() => (remaining > step ? wait(remaining - step) : action()), step);
    };
    wait(milliseconds);
    return () => clearTimeout(timer);
  },
};
