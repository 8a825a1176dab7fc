import { accountProven, authenticate, challengesFor, isDigestForMessage } from './authenticate';
import { continueSession, refuseResults, takeAlerts, takeResults } from './continue-session';
import { awaitDevice, endSession, isSentAgain, putBack, takeBack } from './end-session';
import { findRound, isAnswerKept } from './find-round';
import { identifyDevice, refuseDevice, speaksFor } from './identify-device';
import { inspectDevice } from './inspect-device';
import { addCommands, manageDevice, refuseOrder } from './manage-device';
import {
  finishSession,
  nextCommands,
  nextPackage,
  objectTypesFor,
  placeOfResults,
  sendCommands,
} from './next-package';
import { isNonceAlive, judgeNonce, newNonce } from './nonces';
import {
  askPushService,
  isWorthAskingAgain,
  newNotificationID,
  notificationFor,
  notifyDevice,
  pushOrderFor,
  takeReport,
} from './notify-device';
import {
  createSession,
  keepObjects,
  newSessionID,
  notificationBehind,
  openSession,
  refuseStart,
} from './open-session';
import { answerObject, grantObjects, isGranted } from './own-objects';
import type { DM2ServerProcedures } from './procedures';
import { receiveMessage, receivePackage } from './receive-message';

/** The DM 2.0 server as document and profile have it. */
export const defaultDM2ServerProcedures: DM2ServerProcedures = {
  receiveMessage,
  receivePackage,
  identifyDevice,
  authenticate,
  accountProven,
  isDigestForMessage,
  judgeNonce,
  isNonceAlive,
  newNonce,
  challengesFor,
  speaksFor,
  refuseDevice,
  openSession,
  createSession,
  newSessionID,
  refuseStart,
  notificationBehind,
  keepObjects,
  continueSession,
  findRound,
  isAnswerKept,
  refuseResults,
  takeResults,
  takeAlerts,
  nextPackage,
  nextCommands,
  sendCommands,
  placeOfResults,
  objectTypesFor,
  finishSession,
  endSession,
  awaitDevice,
  takeBack,
  isSentAgain,
  putBack,
  manageDevice,
  refuseOrder,
  addCommands,
  notifyDevice,
  notificationFor,
  newNotificationID,
  pushOrderFor,
  askPushService,
  isWorthAskingAgain,
  takeReport,
  inspectDevice,
  grantObjects,
  isGranted,
  answerObject,
};
