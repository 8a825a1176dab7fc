import type { Attributes } from '../../../protocol/model/attribute-value';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import type { AddressedMember } from './addressed-member';
import type { FanOutRequest, IdentifiedFanOutRequest } from './fan-out-request';
import { memberIDsOf } from './group-attributes';
import { hostingCseID } from './member-key';
import type { MemberMessage, MembersOnOneCse } from './member-message';

/**
 * What is sent to reach the addressed members: one message each, or one for all members on another CSE where a
 * sub-group there is worth it. A sub-group serves all of its members or none: whoever was not addressed must not be
 * reached through it. @see SOM 7.4.14.2.2
 */
export function planMessages(
  cse: Cse,
  identified: IdentifiedFanOutRequest,
  members: readonly AddressedMember[],
): readonly MemberMessage[] {
  const whole = new Set(members.filter(addressedWhole).map(({ memberID }) => memberID));
  const together = mayUseSubGroups(identified)
    ? membersForSubGroups(cse, identified.group.attributes).filter(({ memberIDs }) =>
        memberIDs.every((memberID) => whole.has(memberID)),
      )
    : [];
  const covered = new Set(together.flatMap(({ memberIDs }) => memberIDs));
  const alone = members.filter(({ memberID }) => !covered.has(memberID));
  return [
    ...alone.map((member): MemberMessage => ({ kind: 'member', member })),
    ...together.map((members): MemberMessage => ({ kind: 'subGroup', members })),
  ];
}

/** Members by the other CSE that hosts them, where they are enough for a sub-group; none where those are off. */
export function membersForSubGroups(cse: Cse, group: Attributes): readonly MembersOnOneCse[] {
  const { subGroups, cseID: here } = cse.config;
  if (subGroups === undefined) return [];
  const byCse = new Map<string, string[]>();
  for (const memberID of memberIDsOf(group)) {
    const cseID = hostingCseID(cse, memberID);
    if (cseID === undefined || cseID === here) continue;
    const others = byCse.get(cseID);
    if (others === undefined) byCse.set(cseID, [memberID]);
    else others.push(memberID);
  }
  return [...byCse]
    .map(([cseID, memberIDs]) => ({ cseID, memberIDs }))
    .filter(({ memberIDs }) => memberIDs.length >= subGroups.minimumMembers);
}

/** A sub-group would aggregate the notifications of a subscription a second time. @see SOM 7.4.14.2.3 */
function mayUseSubGroups({ request }: FanOutRequest): boolean {
  const { content } = request;
  const subscribes = request.operation === 'create' && request.resourceType === ResourceType.subscription;
  const forwards =
    content?.kind === 'resource' && content.resource.attributes.notificationForwardingURI !== undefined;
  return !(subscribes && forwards);
}

function addressedWhole({ targetMembers }: AddressedMember): boolean {
  return targetMembers === undefined;
}
