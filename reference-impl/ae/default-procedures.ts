import { askGroup } from './ask-group';
import { changeMembers } from './change-members';
import { collectResults } from './collect-results';
import { createGroup } from './create-group';
import { inquiry } from './inquiry';
import { isComplete, keepResults } from './keep-results';
import { memberIDs } from './member-ids';
import { memberType } from './member-type';
import type { AeProcedures } from './procedures';
import { receiveMessage } from './receive-message';
import { defaultSessionAeProcedures } from './session/default-session-procedures';
import { specializationType } from './specialization-type';

/** What the documents demand of an Originator of group requests, interactive ones among them, and in sessions. */
export const defaultAeProcedures: AeProcedures = {
  createGroup,
  changeMembers,
  memberIDs,
  memberType,
  specializationType,
  askGroup,
  collectResults,
  receiveMessage,
  keepResults,
  isComplete,
  inquiry,
  ...defaultSessionAeProcedures,
};
