import { abortAlert, alertFault, codeOfAlert, isAbort, nextMessageAlert } from './server-alerts';
import { sendFromQueue } from './server-compose';
import {
  codeForMessageOutOfTurn,
  codeForUnknownDevice,
  headerOutcome,
  isInTurn,
  isRepetition,
  learnFromHeader,
  refuseOutside,
  responseURIOf,
  serverHeader,
  statusOfHeader,
  versionRefusal,
} from './server-header';
import { isTooLargeForDevice, openPackage, proceed, repeatAfterChallenge } from './server-packages';
import { divide, packQueue } from './server-packing';
import { endOfDataMissing, takeObject } from './server-received-object';
import { answerMessage, refuseMessage, statusesOfRefusal } from './server-session';
import type { ServerSessionProcedures } from './server-session-procedures';
import {
  codeOfForbidden,
  codeOfReplace,
  takeCommand,
  takeCommands,
  takeResults,
  takeStatus,
  withoutIdentifier,
} from './server-take-commands';

/** The server side of a session as DM_Protocol and DM_RepPro have it. */
export const defaultServerSessionProcedures: ServerSessionProcedures = {
  versionRefusal,
  codeForUnknownDevice,
  codeForMessageOutOfTurn,
  isRepetition,
  isInTurn,
  refuseOutside,

  answerMessage,
  headerOutcome,
  learnFromHeader,
  statusOfHeader,
  refuseMessage,
  statusesOfRefusal,
  takeCommands,
  withoutIdentifier,
  takeCommand,
  codeOfAlert,
  alertFault,
  codeOfReplace,
  codeOfForbidden,
  takeStatus,
  takeResults,
  takeObject,
  endOfDataMissing,
  isAbort,

  proceed,
  repeatAfterChallenge,
  nextMessageAlert,
  openPackage,
  isTooLargeForDevice,
  abortAlert,

  sendFromQueue,
  serverHeader,
  responseURIOf,
  packQueue,
  divide,
};
