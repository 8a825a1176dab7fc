import { isAlertConfirmed, settleAlerts } from './client-alerts';
import {
  answerAlert,
  answerCommands,
  areIdentifiersSound,
  endOfDataMissing,
  performCommand,
  refuseCommands,
  takePart,
} from './client-answer';
import {
  clientHeader,
  closesPackage,
  composeMessage,
  nextMessageAlert,
  nextMessageID,
  statusOfServerHeader,
} from './client-compose';
import { deviceInformation, firstPackage, pendingAlerts, sessionAlert } from './client-first-package';
import { pack } from './client-packing';
import {
  belongsToSession,
  headerOutcome,
  isBrokenOff,
  isSessionOver,
  learnFromHeader,
  proceedTrusted,
  proceedUntrusted,
  receiveAnswer,
  repeatedAfterChallenge,
} from './client-receive';
import { abortAlert } from './client-session';
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
  nextMessageAlert,
  closesPackage,
  statusOfServerHeader,
  receiveAnswer,
  belongsToSession,
  learnFromHeader,
  headerOutcome,
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
  endOfDataMissing,
  answerOf,
  statusesOfCommand,
  resultsOfCommand,
  withinObjectSize,
  abortAlert,
  isAlertConfirmed,
};

/** Package 0 at the client as DM_Notification 6 has it. */
export const defaultWakeUpProcedures: WakeUpProcedures = {
  nonceOfNotification,
  isHeardBefore,
  sessionIDOf,
  ownSessionID,
};
