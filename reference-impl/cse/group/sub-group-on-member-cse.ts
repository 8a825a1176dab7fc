import type { Attributes } from '../../../protocol/model/attribute-value';
import { appendPath } from '../../../protocol/model/identifier';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ConsistencyStrategy } from '../../../protocol/tables/onem2m/enumerations';
import { MemberType, ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { textList } from '../attribute-reading';
import type { Cse } from '../cse';
import { remoteCse } from '../request/remote-cse';
import type { Resource } from '../resource';
import { membersAccessControlPolicyIDsIn } from './group-attributes';
import { spRelative } from './member-key';
import type { MembersOnOneCse } from './member-message';
import { perCse } from './per-cse';
import { membersForSubGroups } from './plan-messages';
import { releaseOf } from './release';

/** A sub-group that this CSE has created on another CSE for one of its groups; `address` once that is known. */
interface SubGroup {
  readonly members: MembersOnOneCse;
  readonly address: Promise<string | undefined>;
}

/** By resource identifier of the parent group, then by the CSE-ID of the member CSE. */
const subGroupsOf = perCse(() => new Map<string, Map<string, SubGroup>>());

/**
 * The sub-group for these members: the one created before if its members are still those of the parent group on that
 * CSE, a new one otherwise. `undefined` where the member CSE refused it; it is not asked again until the members
 * change. @see SOM 7.4.14.2.2
 */
export async function subGroupOnMemberCse(
  cse: Cse,
  group: Resource,
  members: MembersOnOneCse,
): Promise<string | undefined> {
  const known = subGroupsOf(cse).get(group.resourceID) ?? new Map<string, SubGroup>();
  subGroupsOf(cse).set(group.resourceID, known);
  const existing = known.get(members.cseID);
  if (existing !== undefined && sameMembers(existing.members, members)) return existing.address;
  if (existing !== undefined) deleteSubGroup(cse, existing);
  const created = { members, address: createSubGroup(cse, group, members) };
  known.set(members.cseID, created);
  return created.address;
}

/** Lets go of a sub-group that refuses the requests it was made for; its members are asked one by one from then on. */
export function giveUpSubGroup(cse: Cse, group: Resource, members: MembersOnOneCse): void {
  const known = subGroupsOf(cse).get(group.resourceID);
  const existing = known?.get(members.cseID);
  if (known === undefined || existing === undefined) return;
  deleteSubGroup(cse, existing);
  known.set(members.cseID, { members, address: Promise.resolve(undefined) });
}

/** Deletes the sub-groups whose members are no longer those of the group on that CSE. @see SOM 7.4.14.2.2 */
export function deleteUnneededSubGroups(cse: Cse, group: Resource): void {
  const known = subGroupsOf(cse).get(group.resourceID);
  if (known === undefined) return;
  const exists = cse.store.get(group.resourceID) !== undefined;
  const needed = exists ? membersForSubGroups(cse, group.attributes) : [];
  for (const [cseID, subGroup] of known) {
    if (needed.some((members) => members.cseID === cseID && sameMembers(members, subGroup.members))) continue;
    known.delete(cseID);
    deleteSubGroup(cse, subGroup);
  }
  if (known.size === 0) subGroupsOf(cse).delete(group.resourceID);
}

async function createSubGroup(
  cse: Cse,
  group: Resource,
  members: MembersOnOneCse,
): Promise<string | undefined> {
  const response = await cse.send({
    operation: 'create',
    to: baseOf(cse, members.cseID),
    from: cse.config.cseID,
    requestIdentifier: cse.ports.ids.next('rqi'),
    releaseVersionIndicator: releaseOf(cse),
    resourceType: ResourceType.group,
    content: {
      kind: 'resource',
      resource: { element: 'm2m:grp', attributes: subGroupAttributes(cse, group, members) },
    },
  });
  if (response.responseStatusCode !== RSC.CREATED) return undefined;
  const created = createdAddress(response);
  return created === undefined ? undefined : spRelative(members.cseID, created);
}

/**
 * MIXED, because the parent group has judged the types. The policies of the parent's members let its users reach the
 * sub-group's members; the sub-group itself stays with this CSE, which created it. @see SOM 7.4.14.2.2
 */
function subGroupAttributes(cse: Cse, group: Resource, { memberIDs }: MembersOnOneCse): Attributes {
  const policyIDs =
    membersAccessControlPolicyIDsIn(group.attributes) ?? textList(group.attributes.accessControlPolicyIDs);
  return {
    memberType: MemberType.mixed,
    consistencyStrategy: ConsistencyStrategy.SET_MIXED,
    maxNrOfMembers: memberIDs.length,
    memberIDs,
    ...(policyIDs.length > 0 && {
      membersAccessControlPolicyIDs: policyIDs.map((policyID) => spRelative(cse.config.cseID, policyID)),
    }),
  };
}

function deleteSubGroup(cse: Cse, subGroup: SubGroup): void {
  void subGroup.address.then((address) => {
    if (address === undefined) return;
    void cse.send({
      operation: 'delete',
      to: address,
      from: cse.config.cseID,
      requestIdentifier: cse.ports.ids.next('rqi'),
      releaseVersionIndicator: releaseOf(cse),
    });
  });
}

/** The CSEBase of a CSE that is registered here, or by its name for every CSE. @see TS-0001 7.2 */
function baseOf(cse: Cse, cseID: string): string {
  const stated = remoteCse(cse, cseID)?.attributes.CSEBase;
  return typeof stated === 'string' ? spRelative(cseID, stated) : appendPath(cseID, '-');
}

function createdAddress({ content, contentLocation }: ResponsePrimitive): string | undefined {
  if (content?.kind === 'uri' || content?.kind === 'resourceAndAddress') return content.uri;
  const resourceID = content?.kind === 'resource' ? content.resource.attributes.resourceID : undefined;
  return typeof resourceID === 'string' ? resourceID : contentLocation;
}

function sameMembers(one: MembersOnOneCse, other: MembersOnOneCse): boolean {
  const members = new Set(one.memberIDs);
  return (
    members.size === other.memberIDs.length && other.memberIDs.every((memberID) => members.has(memberID))
  );
}
