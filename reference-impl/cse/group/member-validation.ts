import type { MemberType } from './member-type';

/** One member and what was found of its type. */
export interface ValidatedMember {
  readonly memberID: string;
  readonly found: MemberType;
  /** False where the type is known, or known to be missing, and is not what the group asks for. */
  readonly conforms: boolean;
}

/** The outcome of validating a member list, in the order of the list. @see SOM 7.4.13.2.1 */
export type MemberValidation = readonly ValidatedMember[];
