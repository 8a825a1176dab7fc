import { acceptGroupRequest } from './accept-group-request';
import { acceptSingleRequest } from './accept-single-request';
import { checkCancellation } from './check-cancellation';
import { checkNonBlockingRequest } from './check-non-blocking-request';
import { endKeepTime, finishGathering } from './finish-gathering';
import { askAwaitedMember, gatherResults } from './gather-results';
import type { InteractiveProcedures } from './interactive-procedures';
import { noteResult, receiveMemberAnswer } from './member-answer';
import { notificationTargets } from './notification-targets';
import { askLater } from './offline-members';
import { presentRequest } from './present-request';
import { awaitReport, receiveReport } from './receive-report';
import { reportResults, reportTo, resultMessage } from './report-results';
import { requestLifetime } from './request-lifetime';
import { createRequestResource } from './request-resource';
import { isAcknowledgement, mayGiveUp, sendPending } from './send-pending';
import { sendResultMessage } from './send-result-message';

/** Interactive group operations as the document has them. */
export const defaultInteractiveProcedures: InteractiveProcedures = {
  checkNonBlockingRequest,
  acceptGroupRequest,
  acceptSingleRequest,
  requestLifetime,
  createRequestResource,
  notificationTargets,
  gatherResults,
  askAwaitedMember,
  receiveMemberAnswer,
  askLater,
  awaitReport,
  receiveReport,
  noteResult,
  finishGathering,
  reportResults,
  reportTo,
  resultMessage,
  sendPending,
  sendResultMessage,
  isAcknowledgement,
  mayGiveUp,
  presentRequest,
  checkCancellation,
  endKeepTime,
};
