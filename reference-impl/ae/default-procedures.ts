import { changeMembers } from './change-members';
import { createGroup } from './create-group';
import { memberIDs } from './member-ids';
import { memberType } from './member-type';
import type { AeProcedures } from './procedures';
import { specializationType } from './specialization-type';

/** What the document demands of an Originator of group requests. */
export const defaultAeProcedures: AeProcedures = {
  createGroup,
  changeMembers,
  memberIDs,
  memberType,
  specializationType,
};
