import type { Clock } from '../runtime/clock';

/** An answer, or `otherwise` where none came in time or the asking failed; what is still under way is then called off. */
export function answerInTime<T>(
  clock: Clock,
  limit: { readonly milliseconds: number; readonly otherwise: T },
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve) => {
    const callOff = clock.after(limit.milliseconds, () => {
      resolve(limit.otherwise);
      controller.abort();
    });
    ask(controller.signal)
      .then(resolve, () => resolve(limit.otherwise))
      .finally(callOff);
  });
}

export function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.after(milliseconds, resolve));
}
