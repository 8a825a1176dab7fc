import type { TestTime } from './test-time';

/** The wall clock, for targets that live outside this process. */
export const realTime: TestTime = {
  now: () => Date.now(),
  settle: (promise, limit) => {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(undefined), limit);
      promise.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  },
  elapse: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
