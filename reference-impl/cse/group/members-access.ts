import type { Refusal } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { membersAccessControlPolicyIDsIn } from './group-attributes';

/**
 * Who may use the fan-out point: membersAccessControlPolicyIDs stand in the place of the group's own policies where
 * they are given. The members judge the same Originator again, each by itself. What the request holds is for them: an
 * update of accessControlPolicyIDs changes theirs and not the group's, so selfPrivileges have no say here.
 * @see TS-0001 10.2.7.1, 9.6.1.3.2
 */
export function checkMembersAccess(
  cse: Cse,
  { content: _forTheMembers, ...request }: RequestPrimitive,
  group: Resource,
): Refusal | undefined {
  const accessControlPolicyIDs = membersAccessControlPolicyIDsIn(group.attributes);
  if (accessControlPolicyIDs === undefined) return cse.procedures.authorize(cse, request, group);
  const attributes = { ...group.attributes, accessControlPolicyIDs };
  return cse.procedures.authorize(cse, request, { ...group, attributes });
}
