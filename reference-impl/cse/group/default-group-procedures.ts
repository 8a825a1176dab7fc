import { addressedMembers } from './addressed-members';
import { aggregateResponses } from './aggregate-responses';
import { askMembers } from './ask-members';
import { checkSomecast } from './check-somecast';
import { checkChildResourceType } from './child-type-check';
import { applyConsistencyStrategy } from './consistency-strategy';
import { createGroup } from './create-group';
import { fanOutPoint } from './fan-out-point';
import { forgetDeletedMembers } from './forget-deleted-members';
import { checkGroupHasMembers } from './group-has-members';
import type { GroupProcedures } from './group-procedures';
import { assignGroupRequestIdentifier, checkGroupRequestIdentifier } from './group-request-identifier';
import { chooseLeastWorkLoad } from './least-work-load';
import { checkMemberLimitOnCreate, checkMemberLimitOnUpdate } from './member-limits';
import { memberRequest } from './member-request';
import { memberTypeOf } from './member-type-of';
import { memberWeight } from './member-weight';
import { checkMembersAccess } from './members-access';
import { assignNotificationURI } from './notification-address';
import { receiveMemberNotification, sendAggregatedNotification } from './notification-aggregation';
import { planMessages } from './plan-messages';
import { chooseRandom } from './random-choice';
import { removeDuplicateMembers } from './remove-duplicate-members';
import { applyLateValidation, revalidateMembers, scheduleRevalidation } from './revalidate-members';
import { chooseRoundRobin } from './round-robin';
import { chooseMembers } from './somecast';
import { checkSomecastAlgorithm } from './somecast-algorithm';
import { conformsToSpecializationType } from './specialization-type';
import { typeOfSubGroupMember } from './sub-group-member';
import { deleteUnneededSubGroups, subGroupOnMemberCse } from './sub-group-on-member-cse';
import { targetMembers } from './target-members';
import { updateGroup } from './update-group';
import { checkMembersReadable, conformsToMemberType, validateMembers } from './validate-member-types';
import { typeOfVirtualMember } from './virtual-member';
import { chooseWeightedRoundRobin } from './weighted-round-robin';

/** The procedures of clauses 7.4.13 and 7.4.14 as the document has them. */
export const defaultGroupProcedures: GroupProcedures = {
  createGroup,
  updateGroup,
  checkMemberLimitOnCreate,
  checkMemberLimitOnUpdate,
  removeDuplicateMembers,
  checkSomecastAlgorithm,

  validateMembers,
  memberTypeOf,
  typeOfVirtualMember,
  typeOfSubGroupMember,
  conformsToMemberType,
  conformsToSpecializationType,
  checkMembersReadable,
  applyConsistencyStrategy,
  scheduleRevalidation,
  revalidateMembers,
  applyLateValidation,

  fanOutPoint,
  checkMembersAccess,
  checkChildResourceType,
  checkGroupHasMembers,
  assignGroupRequestIdentifier,
  checkGroupRequestIdentifier,
  addressedMembers,
  targetMembers,
  checkSomecast,
  chooseMembers,
  chooseRoundRobin,
  chooseWeightedRoundRobin,
  chooseLeastWorkLoad,
  chooseRandom,
  memberWeight,
  memberRequest,
  askMembers,
  aggregateResponses,
  forgetDeletedMembers,

  planMessages,
  subGroupOnMemberCse,
  deleteUnneededSubGroups,

  assignNotificationURI,
  receiveMemberNotification,
  sendAggregatedNotification,
};
