import type { Clock } from '../runtime/clock';

/** How somebody is notified until it connects. */
export interface WakingPlan {
  /** `isLast`: nothing more is tried afterwards. */
  notify(isLast: boolean): void;
  readonly repeats: number;
  /** Milliseconds from one notification to the next, and after the last. */
  readonly interval: number;
  /** The first notification waits as long as if it were a repetition, unless it is hurried. */
  readonly isPostponed: boolean;
  /** Called when the last notification led to nothing. */
  whenOver?(): void;
}

export interface Waking {
  /** What was postponed happens now. */
  hurry(): void;
  callOff(): void;
}

/** Notifies at once or later, then again at intervals, a bounded number of times. It knows nothing of notifications. */
export function keepWaking(clock: Clock, plan: WakingPlan): Waking {
  let isPostponed = plan.isPostponed;
  let callOff = (): void => {};
  const notify = (repeatsLeft: number): void => {
    isPostponed = false;
    plan.notify(repeatsLeft === 0);
    callOff = clock.after(plan.interval, () => {
      if (repeatsLeft > 0) notify(repeatsLeft - 1);
      else plan.whenOver?.();
    });
  };
  if (isPostponed) callOff = clock.after(plan.interval, () => notify(plan.repeats));
  else notify(plan.repeats);
  return {
    hurry() {
      if (!isPostponed) return;
      callOff();
      notify(plan.repeats);
    },
    callOff() {
      isPostponed = false;
      callOff();
    },
  };
}
