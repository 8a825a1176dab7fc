import type { MembersIntent } from '../../protocol/model/application-intent';
import { appendPath } from '../../protocol/model/identifier';

/**
 * The suffix tells the group-hosting CSE to go on to each member of a member group; without it the group is a member
 * like any other resource. @see SOM 7.4.13.2.1 and 7.4.13.2.3 Originator sentence 1
 */
export function memberIDs({ members, groupsAsSuch, everyMemberOf }: MembersIntent): readonly string[] {
  return [...members, ...groupsAsSuch, ...everyMemberOf.map((group) => appendPath(group, 'fopt'))];
}
