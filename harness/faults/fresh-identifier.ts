import type { Cse } from '../../reference-impl/cse/cse';

const DEEPEST = 3;

/**
 * For faults that break the thread of a group request: another identifier than the given one. A request that was
 * renewed a few times keeps its identifier, so that a loop of groups ends after all.
 */
export function freshIdentifier(cse: Cse, groupRequestIdentifier: string): string {
  const renewals = groupRequestIdentifier.split('~').length - 1;
  if (renewals >= DEEPEST) return groupRequestIdentifier;
  return `${groupRequestIdentifier}~${cse.ports.ids.next('gid')}`;
}
