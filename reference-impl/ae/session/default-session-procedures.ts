import { readAfterUpdate } from './carry-out-in-session';
import { forgetSession, hasEnded, termination } from './end-session';
import { establishment, sessionIn, subscribeToSessions } from './establish';
import { answerInvitation } from './invitation';
import { receiveSessionEvent } from './receive-session-event';
import { registration } from './register';
import type { SessionAeProcedures } from './session-ae-procedures';
import { nextSequence, policy, protect, readProtected, retrieval, update } from './use-session';

/** What the document and the profile demand of an application in sessions. */
export const defaultSessionAeProcedures: SessionAeProcedures = {
  registration,
  subscribeToSessions,
  establishment,
  sessionIn,
  policy,
  answerInvitation,
  update,
  nextSequence,
  protect,
  retrieval,
  readProtected,
  receiveSessionEvent,
  readAfterUpdate,
  termination,
  hasEnded,
  forgetSession,
};
