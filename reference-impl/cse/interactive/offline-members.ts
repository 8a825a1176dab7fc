import type { Cse } from '../cse';
import { hostingCseID } from '../group/member-key';
import type { Outstanding } from './outstanding';

/**
 * A member whose CSE cannot be reached is asked again: when the CSE was woken, and else after each interval, until the
 * result expires. @see IGO 1 (offline nodes), IGO 2.2 step 3
 */
export function askLater(cse: Cse, outstanding: Outstanding, memberID: string): void {
  const { offline } = outstanding;
  const { clock, trigger } = cse.ports;
  offline.get(memberID)?.();
  const again = (): void => {
    const callOff = offline.get(memberID);
    if (callOff === undefined) return;
    callOff();
    offline.delete(memberID);
    const member = outstanding.awaited.get(memberID);
    if (member !== undefined) void cse.procedures.askAwaitedMember(cse, outstanding, member);
  };
  const isFirst = !outstanding.woken.has(memberID);
  offline.set(memberID, clock.after(cse.config.offlineRetryInterval, again));
  const cseID = hostingCseID(cse, memberID);
  if (trigger === undefined || cseID === undefined || !isFirst) return;
  outstanding.woken.add(memberID);
  void trigger.wake(cseID).then(again, () => {});
}
