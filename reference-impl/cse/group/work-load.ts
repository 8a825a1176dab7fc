import type { Cse } from '../cse';
import { memberKey } from './member-key';
import { perCse } from './per-cse';

/** Requests per member that wait for its answer at this CSE, from whatever group they came. */
const unanswered = perCse(() => new Map<string, number>());

export function workLoad(cse: Cse, memberID: string): number {
  return unanswered(cse).get(memberKey(cse, memberID)) ?? 0;
}

export function beginRequests(cse: Cse, memberIDs: readonly string[]): void {
  const counts = unanswered(cse);
  for (const memberID of memberIDs) {
    const key = memberKey(cse, memberID);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

export function endRequests(cse: Cse, memberIDs: readonly string[]): void {
  const counts = unanswered(cse);
  for (const memberID of memberIDs) {
    const key = memberKey(cse, memberID);
    const left = (counts.get(key) ?? 0) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  }
}
