import type { Random } from '../runtime/random';

const HIGHEST_SESSION_ID = 0xffff;

/** Of a session that is about to be asked for or opened. @see DM_Notification 6.2.2.10 */
export function anySessionID(random: Random): number {
  return 1 + random.below(HIGHEST_SESSION_ID);
}
