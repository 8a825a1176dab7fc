import type { Attributes } from '../../../protocol/model/attribute-value';
import { memberIDsOf } from './group-attributes';

/** A member that a request is fanned out to. */
export interface AddressedMember {
  readonly memberID: string;
  /** Group Request Target Members for a nested group: the identifiers that belong to it. Absent: all of it. */
  readonly targetMembers?: readonly string[];
}

/** The whole member list of a group. */
export function allMembers(group: Attributes): readonly AddressedMember[] {
  return memberIDsOf(group).map((memberID) => ({ memberID }));
}
