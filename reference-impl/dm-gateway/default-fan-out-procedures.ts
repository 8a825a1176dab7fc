import { nonceOfWakeUp } from '../syncml/server-wake-up';
import { askDevice, notificationFor, wakeDevice } from './ask-device';
import { carryOutRun } from './carry-out-run';
import { isStillAwaited, keepAnswers } from './device-answers';
import { commandsFor, statusOfDeviceAlert, taskOf } from './device-work';
import { deviceNamed, knownDevices } from './known-devices';
import type { FanOutProcedures } from './procedures';
import {
  commandsToFanOut,
  groupReferredTo,
  mayBeFannedOut,
  membersOf,
  membersOfTargetGroup,
} from './read-target';
import {
  addresseeOf,
  alertOf,
  alertType,
  correlatorOf,
  isAlertTaken,
  reportRun,
  resultsAddressOf,
} from './report-run';
import { resultOf, statusOfSilence } from './result-of-device';
import { makeResultsNode, makeRoomForResults } from './results-node';
import { settleTask, storeResult } from './settle-task';
import { deadlineOf, newSessionID, startFanOut, statusOfAcceptance } from './start-fan-out';

/** What the document, and our reading of it, demand of a gateway that fans out. */
export const defaultFanOutProcedures: FanOutProcedures = {
  startFanOut,
  statusOfAcceptance,
  commandsToFanOut,
  mayBeFannedOut,
  membersOfTargetGroup,
  groupReferredTo,
  membersOf,
  knownDevices,
  deviceNamed,
  makeResultsNode,
  makeRoomForResults,
  deadlineOf,
  newSessionID,
  carryOutRun,
  askDevice,
  wakeDevice,
  nonceOfWakeUp,
  notificationFor,
  taskOf,
  commandsFor,
  statusOfDeviceAlert,
  keepAnswers,
  isStillAwaited,
  settleTask,
  resultOf,
  statusOfSilence,
  storeResult,
  reportRun,
  addresseeOf,
  alertOf,
  alertType,
  correlatorOf,
  resultsAddressOf,
  isAlertTaken,
};
