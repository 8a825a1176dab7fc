import { nonceOfWakeUp } from '../syncml/server-wake-up';
import { askForResults, jobOf, pairBelow, questionAbout } from './ask-for-results';
import { converse, nextJob, nextReport } from './converse';
import { additionOf, isAbsent, isSet, isStarted, orderFanOut, settingOf, startOf } from './order-fan-out';
import type { FanOutServerProcedures } from './procedures';
import { isAboutResults, receiveAlert, resultAddressOf } from './receive-alert';
import { newCorrelator, requestFanOut } from './request-fan-out';
import { notificationFor, wakeGateway } from './wake-gateway';

/** What the document, and our reading of it, demand of a server that has gateways fan out. */
export const defaultFanOutServerProcedures: FanOutServerProcedures = {
  requestFanOut,
  newCorrelator,
  wakeGateway,
  notificationFor,
  nonceOfWakeUp,
  converse,
  nextReport,
  nextJob,
  orderFanOut,
  settingOf,
  additionOf,
  isSet,
  isAbsent,
  startOf,
  isStarted,
  receiveAlert,
  isAboutResults,
  resultAddressOf,
  askForResults,
  questionAbout,
  pairBelow,
  jobOf,
};
