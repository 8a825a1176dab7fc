import type { Clock } from './clock';

/** A clock whose timers can all be called off at once, when their owner goes. */
export interface ClosableClock extends Clock {
  close(): void;
}

export function closableClock(clock: Clock): ClosableClock {
  const pending = new Set<() => void>();
  let closed = false;
  return {
    now: () => clock.now(),
    after(milliseconds, action) {
      if (closed) return () => {};
      const callOffTimer = clock.after(milliseconds, () => {
        pending.delete(callOff);
        action();
      });
      const callOff = (): void => {
        pending.delete(callOff);
        callOffTimer();
      };
      pending.add(callOff);
      return callOff;
    },
    close() {
      closed = true;
      for (const callOff of [...pending]) callOff();
    },
  };
}
