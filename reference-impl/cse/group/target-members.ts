import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { type AddressedMember, allMembers } from './addressed-member';
import type { FanOutRequest } from './fan-out-request';
import { memberKey } from './member-key';
import { membersWithin } from './members-within';
import { isFanOutPoint } from './virtual-member';

/**
 * The members that Group Request Target Members names, all members where it is absent. A target that is found in a
 * sub-group only is reached through that sub-group, which is told the targets that belong to it; the first sub-group
 * that has it serves. A sub-group that is a target itself is asked whole, its targets with it. @see SOM 7.4.14.2.4
 */
export async function targetMembers(
  cse: Cse,
  fanOut: FanOutRequest,
): Promise<readonly AddressedMember[] | Refusal> {
  const targets = fanOut.request.groupRequestTargetMembers;
  if (targets === undefined) return allMembers(fanOut.group.attributes);
  const wanted = new Map(targets.map((target) => [memberKey(cse, target), target]));
  const members = allMembers(fanOut.group.attributes);
  const direct = new Set(members.filter(({ memberID }) => wanted.delete(memberKey(cse, memberID))));
  await membersWithTargets(cse, fanOut, [...direct], wanted);
  const others = members.filter((member) => !direct.has(member));
  const nested = await membersWithTargets(cse, fanOut, others, wanted);
  if (wanted.size === 0) return [...direct, ...nested];
  const [missing] = wanted.values();
  return refuse(
    RSC.BAD_REQUEST,
    `Target member ${missing} is neither in memberIDs of ${fanOut.group.resourceName} nor in those of its sub-groups.`,
    'SOM 7.4.14.2.4',
  );
}

/** The sub-groups that have targets, each with those that belong to it; these leave `wanted`. */
async function membersWithTargets(
  cse: Cse,
  fanOut: FanOutRequest,
  members: readonly AddressedMember[],
  wanted: Map<string, string>,
): Promise<readonly AddressedMember[]> {
  const addressed: AddressedMember[] = [];
  for (const { memberID } of members) {
    if (wanted.size === 0) break;
    if (!isFanOutPoint(memberID)) continue;
    const targetsWithin = await takeTargetsWithin(cse, fanOut, memberID, wanted);
    if (targetsWithin.length > 0) addressed.push({ memberID, targetMembers: targetsWithin });
  }
  return addressed;
}

/** Moves the targets that a sub-group has out of `wanted`. */
async function takeTargetsWithin(
  cse: Cse,
  fanOut: FanOutRequest,
  subGroup: string,
  wanted: Map<string, string>,
): Promise<readonly string[]> {
  const within = await membersWithin(cse, fanOut, subGroup);
  const taken: string[] = [];
  for (const [key, target] of wanted) {
    if (!within.has(key)) continue;
    taken.push(target);
    wanted.delete(key);
  }
  return taken;
}
