import type { Cse } from '../cse';
import type { FanOutRequest } from './fan-out-request';
import { memberIDsOf } from './group-attributes';
import { hostingCseID, memberKey, resolvedKey, spRelative } from './member-key';
import { readMember } from './read-member';
import { isFanOutPoint, parentAddress } from './virtual-member';

/** A chain of groups this long is followed no further: nobody nests so deep but by mistake or malice. */
const DEEPEST = 16;

/**
 * Keys of all members of a sub-group and of the sub-groups in it, wherever they are. Loops end at what was
 * seen, and at the group that asks: what only a way back to it would reach is not reached through the sub-group.
 * Groups of this CSE are looked up; others are retrieved in the name of the Originator. @see SOM 7.4.14.2.4
 */
export async function membersWithin(
  cse: Cse,
  { request, group }: FanOutRequest,
  subGroup: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const visited = new Set([resolvedKey({ resource: group, virtual: 'fopt', suffix: '' })]);
  let level: readonly string[] = [subGroup];
  for (let depth = 0; level.length > 0 && depth < DEEPEST; depth += 1) {
    const next: string[] = [];
    for (const fanOutPoint of level) {
      if (visited.has(memberKey(cse, fanOutPoint))) continue;
      visited.add(memberKey(cse, fanOutPoint));
      const memberIDs = await memberIDsOfSubGroup(cse, request.from, fanOutPoint);
      for (const memberID of memberIDs) found.add(memberKey(cse, memberID));
      next.push(...memberIDs.filter(isFanOutPoint));
    }
    level = next;
  }
  return found;
}

async function memberIDsOfSubGroup(
  cse: Cse,
  originator: string | undefined,
  fanOutPoint: string,
): Promise<readonly string[]> {
  const here = cse.resolve(fanOutPoint);
  if (here !== undefined) return memberIDsOf(here.resource.attributes);
  const remote = await readMember(cse, originator, parentAddress(fanOutPoint));
  if (remote.kind !== 'read') return [];
  const cseID = hostingCseID(cse, fanOutPoint) ?? cse.config.cseID;
  return memberIDsOf(remote.resource.attributes).map((memberID) => spRelative(cseID, memberID));
}
