import type { Attributes } from '../../../protocol/model/attribute-value';
import type { Notification } from '../../../protocol/model/notification';
import type { Refusal } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse, Resolved } from '../cse';
import type { Resource } from '../resource';
import type { AddressedMember } from './addressed-member';
import type { FanOutRequest, IdentifiedFanOutRequest } from './fan-out-request';
import type { MemberMessage, MembersOnOneCse } from './member-message';
import type { MemberType } from './member-type';
import type { MemberValidation } from './member-validation';

/**
 * The procedures of clauses 7.4.13 and 7.4.14 by name, so that a composition can replace one of them.
 * They know messages and resources, never wires. Each calls the others through `cse.procedures` only.
 */
export interface GroupProcedures {
  /** @see SOM 7.4.13.2.1 */
  createGroup(cse: Cse, request: RequestPrimitive, draft: Resource): Promise<Attributes | Refusal>;
  /** @see SOM 7.4.13.2.3 */
  updateGroup(
    cse: Cse,
    request: RequestPrimitive,
    current: Resource,
    attributes: Attributes,
  ): Promise<Attributes | Refusal>;
  /** MAX_NUMBER_OF_MEMBER_EXCEEDED. @see SOM 7.4.13.2.1 step 1 */
  checkMemberLimitOnCreate(attributes: Attributes): Refusal | undefined;
  /** MAX_NUMBER_OF_MEMBER_EXCEEDED. @see SOM 7.4.13.2.3 step 7 */
  checkMemberLimitOnUpdate(
    current: Resource,
    requested: Attributes,
    attributes: Attributes,
  ): Refusal | undefined;
  /** @see SOM 7.4.13.2.1 step 1, 7.4.13.2.3 step 4 */
  removeDuplicateMembers(cse: Cse, memberIDs: readonly string[]): readonly string[];
  /** @see SOM 6.3.4.2.X */
  checkSomecastAlgorithm(attributes: Attributes): Refusal | undefined;

  /** Types of all members against memberType and specializationType; `originator` reads them. */
  validateMembers(
    cse: Cse,
    originator: string | undefined,
    attributes: Attributes,
  ): Promise<MemberValidation>;
  memberTypeOf(cse: Cse, originator: string | undefined, memberID: string): Promise<MemberType>;
  /** A virtual member other than a fan-out point, through its parent. @see SOM 7.4.13.2.1 step 1 */
  typeOfVirtualMember(cse: Cse, originator: string | undefined, memberID: string): Promise<MemberType>;
  /** A member that ends in `/fopt`, through its group. @see SOM 7.4.13.2.1 step 2 */
  typeOfSubGroupMember(cse: Cse, originator: string | undefined, memberID: string): Promise<MemberType>;
  conformsToMemberType(attributes: Attributes, found: MemberType): boolean;
  conformsToSpecializationType(attributes: Attributes, found: MemberType): boolean;
  /** RECEIVER_HAS_NO_PRIVILEGE. @see SOM 7.4.13.2.1 steps 1 and 2 */
  checkMembersReadable(validation: MemberValidation): Refusal | undefined;
  /** memberTypeValidated and, for members that do not conform, the strategy. @see SOM 7.4.13.2.1 step 3 */
  applyConsistencyStrategy(attributes: Attributes, validation: MemberValidation): Attributes | Refusal;
  /** After the answer: has members that could not be reached asked again later. @see SOM 7.4.13.2.1 step 2 */
  scheduleRevalidation(cse: Cse, group: Resource): void;
  /** Asks them again; true where all members are validated now or the group is gone. */
  revalidateMembers(cse: Cse, groupID: string): Promise<boolean>;
  /** Deletion, removal or MIXED, after the answer was given. @see SOM 7.4.13.2.1 step 2 */
  applyLateValidation(cse: Cse, group: Resource, validation: MemberValidation): Promise<void>;

  /** The story of 7.4.14.2. */
  fanOutPoint(cse: Cse, fanOut: FanOutRequest): Promise<ResponsePrimitive>;
  /** ORIGINATOR_HAS_NO_PRIVILEGE by membersAccessControlPolicyIDs, else accessControlPolicyIDs. @see TS-0001 10.2.7.1 */
  checkMembersAccess(cse: Cse, request: RequestPrimitive, group: Resource): Refusal | undefined;
  /** INVALID_CHILD_RESOURCE_TYPE. @see SOM 7.4.14.2.1 */
  checkChildResourceType(cse: Cse, fanOut: FanOutRequest): Refusal | undefined;
  /** NO_MEMBERS. @see SOM 7.4.14.2.4 */
  checkGroupHasMembers(group: Resource): Refusal | undefined;
  /** Keeps the identifier of the request, or makes one and remembers it. @see SOM 7.4.14.2.4 */
  assignGroupRequestIdentifier(cse: Cse, fanOut: FanOutRequest): IdentifiedFanOutRequest;
  /**
   * GROUP_REQUEST_IDENTIFIER_EXISTS where the pair (identifier, target) was seen; remembers it otherwise. For every
   * target, not for fan-out points only: after existence, before authorization. @see SOM 7.4.14.2.4, TS-0004 7.3.3.2
   */
  checkGroupRequestIdentifier(cse: Cse, request: RequestPrimitive, target: Resolved): Refusal | undefined;
  /** All members, the target members, or the chosen ones; BAD_REQUEST. @see SOM 7.4.14.2.4 */
  addressedMembers(cse: Cse, fanOut: FanOutRequest): Promise<readonly AddressedMember[] | Refusal>;
  targetMembers(cse: Cse, fanOut: FanOutRequest): Promise<readonly AddressedMember[] | Refusal>;
  /** BAD_REQUEST by the three conditions on Group Somecast Target Number. @see SOM 7.4.14.2.4 */
  checkSomecast(fanOut: FanOutRequest): Refusal | undefined;
  /** By somecastAlgorithm: exactly `count` distinct members. */
  chooseMembers(cse: Cse, group: Resource, count: number): Promise<readonly string[]>;
  chooseRoundRobin(cse: Cse, group: Resource, count: number): readonly string[];
  chooseWeightedRoundRobin(cse: Cse, group: Resource, count: number): Promise<readonly string[]>;
  chooseLeastWorkLoad(cse: Cse, group: Resource, count: number): readonly string[];
  chooseRandom(cse: Cse, group: Resource, count: number): readonly string[];
  /** How often a member is chosen in proportion to the others. */
  memberWeight(cse: Cse, group: Resource, memberID: string): Promise<number>;
  /** @see SOM 7.4.14.2.4 step a */
  memberRequest(cse: Cse, fanOut: IdentifiedFanOutRequest, member: AddressedMember): RequestPrimitive;
  /** Sends to each addressed member and collects until the result expires. @see SOM 7.4.14.2.4 steps b and c */
  askMembers(
    cse: Cse,
    fanOut: IdentifiedFanOutRequest,
    members: readonly AddressedMember[],
  ): Promise<readonly ResponsePrimitive[]>;
  /** OK with one entry per answer, or GROUP_MEMBERS_NOT_RESPONDED. @see TS-0004 7.4.14.2.5 */
  aggregateResponses(
    request: RequestPrimitive,
    members: readonly AddressedMember[],
    entries: readonly ResponsePrimitive[],
  ): ResponsePrimitive;
  /** Members that answered DELETED leave memberIDs. @see TS-0001 10.2.7.9 */
  forgetDeletedMembers(cse: Cse, fanOut: FanOutRequest, entries: readonly ResponsePrimitive[]): void;

  /** The addressed members as what is sent: each for itself, or through a sub-group on its CSE. @see SOM 7.4.14.2.2 */
  planMessages(
    cse: Cse,
    fanOut: IdentifiedFanOutRequest,
    members: readonly AddressedMember[],
  ): readonly MemberMessage[];
  /** Address of a sub-group of exactly these members, created or used again; `undefined` where refused. */
  subGroupOnMemberCse(cse: Cse, group: Resource, members: MembersOnOneCse): Promise<string | undefined>;
  /** Deletes sub-groups on member CSEs that no longer match the group. @see SOM 7.4.14.2.2 */
  deleteUnneededSubGroups(cse: Cse, group: Resource): void;

  /** Gives the subscription a notificationURI of this CSE. @see SOM 7.4.14.2.3 */
  assignNotificationURI(cse: Cse, fanOut: IdentifiedFanOutRequest): IdentifiedFanOutRequest;
  /** The answer to a notification that came to an assigned address; `undefined` where it is none. */
  receiveMemberNotification(cse: Cse, fanOut: FanOutRequest): ResponsePrimitive | undefined;
  sendAggregatedNotification(cse: Cse, forwardingURI: string, notifications: readonly Notification[]): void;
}
