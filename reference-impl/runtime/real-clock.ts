import type { Clock } from './clock';
import { waitInSteps } from './wait-in-steps';

/** The wall clock. The only file that touches Date and setTimeout. */
export const realClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, action) {
    let timer: NodeJS.Timeout;
    const set = (step: number, then: () => void): void => {
      timer = setTimeout(then, step);
    };
    waitInSteps(milliseconds, set, action);
    return () => clearTimeout(timer);
  },
};
