import type { AddressedMember } from './addressed-member';

/** All members of a group that one other CSE hosts. */
export interface MembersOnOneCse {
  readonly cseID: string;
  readonly memberIDs: readonly string[];
}

/** What one message of a fan-out reaches: a member, or all members of a CSE through a sub-group there. */
export type MemberMessage =
  | { readonly kind: 'member'; readonly member: AddressedMember }
  | { readonly kind: 'subGroup'; readonly members: MembersOnOneCse };
