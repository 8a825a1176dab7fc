/** A member that a request is fanned out to. */
export interface AddressedMember {
  readonly memberID: string;
  /** Group Request Target Members for a nested group: the identifiers that belong to it. Absent: all of it. */
  readonly targetMembers?: readonly string[];
}
