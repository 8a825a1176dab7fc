/** A timer runs at once when its delay does not fit in 31 bits, so longer waits are taken in steps. */
const LONGEST_STEP = 2 ** 31 - 1;

/** Waits by way of `set`, which is asked for one timer after the other and keeps the latest. */
export function waitInSteps(
  milliseconds: number,
  set: (step: number, then: () => void) => void,
  action: () => void,
): void {
  const step = Math.min(Math.max(milliseconds, 0), LONGEST_STEP);
  set(step, () => (milliseconds > step ? waitInSteps(milliseconds - step, set, action) : action()));
}
