import type { Clock } from '../runtime/clock';

/** How somebody is notified until it connects. */
export interface WakingPlan {
  /** Milliseconds for which it is better left alone, 0 where nothing is in the way. Asked again after that time. */
  quietIn(): number;
  /** Whether there is still something to notify it of; if not, nothing more happens. */
  isWanted(): boolean;
  /** `isLast`: nothing more is tried afterwards. */
  notify(isLast: boolean): void;
  readonly repeats: number;
  /** Milliseconds from one notification to the next, and after the last. */
  readonly interval: number;
  /** Called when the last notification led to nothing. */
  whenOver?(): void;
}

/**
 * Notifies as soon as nothing is in the way, then again at intervals, a bounded number of times. Answers a function that
 * calls off what is still to come. It knows nothing of notifications.
 */
export function keepWaking(clock: Clock, plan: WakingPlan): () => void {
  let callOff = (): void => {};
  const notify = (repeatsLeft: number): void => {
    if (!plan.isWanted()) return;
    plan.notify(repeatsLeft === 0);
    callOff = clock.after(plan.interval, () => {
      if (repeatsLeft > 0) notify(repeatsLeft - 1);
      else if (plan.isWanted()) plan.whenOver?.();
    });
  };
  const begin = (): void => {
    const wait = plan.quietIn();
    if (wait > 0) callOff = clock.after(wait, begin);
    else notify(plan.repeats);
  };
  begin();
  return () => callOff();
}
