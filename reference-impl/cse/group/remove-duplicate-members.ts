import type { Cse } from '../cse';
import { memberKey } from './member-key';

/** Keeps the first of each; two spellings of one resource are duplicates. @see SOM 7.4.13.2.1 step 1 */
export function removeDuplicateMembers(cse: Cse, memberIDs: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return memberIDs.filter((memberID) => {
    const key = memberKey(cse, memberID);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
