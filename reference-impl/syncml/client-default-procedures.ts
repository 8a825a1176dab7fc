import { isAlertConfirmed, settleAlerts } from './client-alerts';
import {
  answerAlert,
  answerCommands,
  areIdentifiersSound,
  missingEndOfData,
  performCommand,
  refuseCommands,
  takePart,
} from './client-answer';
import {
  clientHeader,
  closesPackage,
  composeMessage,
  nextMessageID,
  questionForMore,
  statusOfServerHeader,
} from './client-compose';
import { deviceInformation, firstPackage, pendingAlerts, sessionAlert } from './client-first-package';
import { pack } from './client-packing';
import {
  belongsToSession,
  isBrokenOff,
  isSessionOver,
  learnFromServerHeader,
  outcomeOfOwnHeader,
  proceedTrusted,
  proceedUntrusted,
  receiveAnswer,
  repeatedAfterChallenge,
} from './client-receive';
import { breakOffAlert } from './client-session';
import type { ClientSessionProcedures } from './client-session-procedures';
import { answerOf, resultsOfCommand, statusesOfCommand, withinObjectSize } from './client-statuses';
import {
  isHeardBefore,
  nonceOfNotification,
  ownSessionID,
  sessionIDOf,
  type WakeUpProcedures,
} from './client-wake-up';

/** The client side of a session as DM_Protocol 2 has it. */
export const defaultClientSessionProcedures: ClientSessionProcedures = {
  firstPackage,
  sessionAlert,
  deviceInformation,
  pendingAlerts,
  composeMessage,
  clientHeader,
  nextMessageID,
  packDrafts: pack,
  questionForMore,
  closesPackage,
  statusOfServerHeader,
  receiveAnswer,
  belongsToSession,
  learnFromServerHeader,
  outcomeOfOwnHeader,
  proceedTrusted,
  proceedUntrusted,
  repeatedAfterChallenge,
  settleAlerts,
  isBrokenOff,
  isSessionOver,
  answerCommands,
  refuseCommands,
  areIdentifiersSound,
  answerAlert,
  performCommand,
  takePart,
  missingEndOfData,
  answerOf,
  statusesOfCommand,
  resultsOfCommand,
  withinObjectSize,
  breakOffAlert,
  isAlertConfirmed,
};

/** Package 0 at the client as DM_Notification 6 has it. */
export const defaultWakeUpProcedures: WakeUpProcedures = {
  nonceOfNotification,
  isHeardBefore,
  sessionIDOf,
  ownSessionID,
};
