import type { SessionIntent } from './session-intent';

/**
 * What an application is told to bring about: the words of an upper tester, which leave to the application how a
 * request says it. Identifiers are those of the resources themselves, without any suffix.
 */
export type ApplicationIntent = GroupIntent | SessionIntent;

export type GroupIntent = CreateGroupIntent | ChangeMembersIntent | AskGroupIntent;

/** Who is to be in a group. */
export interface MembersIntent {
  /** Resources that are no groups. */
  readonly members: readonly string[];
  /** Groups that are members as the resources that they are. */
  readonly groupsAsSuch: readonly string[];
  /** Groups of which every member is to be reached by requests to the new group. */
  readonly everyMemberOf: readonly string[];
}

export interface CreateGroupIntent extends MembersIntent {
  readonly procedure: 'createGroup';
  /** The resource to create it under. */
  readonly parent: string;
  readonly name: string;
  /** What its members are: of one kind, of various kinds, or (none) of whatever kind. */
  readonly kinds: readonly MemberKind[];
}

export interface ChangeMembersIntent extends MembersIntent {
  readonly procedure: 'changeMembers';
  readonly group: string;
}

/** Operations on every member that need no content. */
export const GROUP_QUESTIONS = ['retrieve', 'delete'] as const;

/** Ask every member of a group, be told of the results as they come, and stop when all of them are there. */
export interface AskGroupIntent {
  readonly procedure: 'askGroup';
  readonly group: string;
  readonly operation: (typeof GROUP_QUESTIONS)[number];
  /** All entities of the group, by which the application knows when it has every result. */
  readonly members: readonly string[];
  /** Milliseconds without news after which it looks for what is missing. */
  readonly inquireAfter: number;
}

/** A resource type, or a specialization by what tells it apart. @see TS-0004 6.3.4.2.1, 6.3.4.2.22 */
export type MemberKind =
  | { readonly resourceType: number }
  | { readonly containerDefinition: string }
  | { readonly mgmtDefinition: number };

/** An intent, with the address of the CSE that is to get the request. */
export interface ApplicationTrigger {
  readonly pointOfAccess: string;
  readonly intent: ApplicationIntent;
}
