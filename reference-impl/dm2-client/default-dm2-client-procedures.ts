import * as addresses from './commands/addresses';
import { askRepository, successOf } from './commands/ask-repository';
import { alertOfExecution, beginExecution } from './commands/begin-execution';
import type { CommandProcedures } from './commands/command-procedures';
import { needObject, rememberDefault } from './commands/defaults';
import { deleteNodes } from './commands/delete-nodes';
import { executeNode, isDoneAtOnce, operationAt } from './commands/execute-node';
import { fetchData, storeAt, storeObjects } from './commands/fetch-data';
import { dataFor } from './commands/fetched-data';
import { newMIID, ownPlaceOf, placeOf } from './commands/fetched-places';
import { continueElsewhere, showPage } from './commands/other-places';
import { performCommand, performCommands, statusOfUnperformable } from './commands/perform-commands';
import { reportNodes } from './commands/report-nodes';
import { deliver, nodesToSend, sendData } from './commands/send-data';
import { contentOf } from './commands/sent-content';
import { subscribe, subscriptionOf, unsubscribe } from './commands/subscribe';
import { keepChange, sendChange, tellSubscribers } from './commands/tell-subscribers';
import type { DM2ClientProcedures } from './dm2-client-procedures';
import * as credentials from './session/credentials-for';
import { exchange, isWorthRepeating, sendWithCredentials } from './session/exchange';
import { mayOpenNow, openSession, remember } from './session/open-session';
import * as packages from './session/packages';
import * as notifications from './session/receive-notification';
import { mayGoOn, runSession } from './session/run-session';
import type { SessionProcedures } from './session/session-procedures';
import { causeOfEvent, serverOfEvent, takeEvent } from './session/take-event';
import { findNodes } from './tree/find-nodes';
import { clientURIOf } from './tree/object-tree';
import { putNode } from './tree/put-node';
import { removeNode } from './tree/remove-node';

const defaultSessionProcedures: SessionProcedures = {
  receiveNotification: notifications.receiveNotification,
  serverOfNotification: notifications.serverOfNotification,
  isNotificationAuthentic: notifications.isNotificationAuthentic,
  isNotificationTimely: notifications.isNotificationTimely,
  isNotificationNew: notifications.isNotificationNew,
  causeOfNotification: notifications.causeOfNotification,
  takeEvent,
  serverOfEvent,
  causeOfEvent,
  openSession,
  mayOpenNow,
  remember,
  runSession,
  mayGoOn,
  composeInitiation: packages.composeInitiation,
  startOf: packages.startOf,
  alertsToTell: packages.alertsToTell,
  listsObjects: packages.listsObjects,
  supportedObjects: packages.supportedObjects,
  noteContact: packages.noteContact,
  commandsToPerform: packages.commandsToPerform,
  isEnd: packages.isEnd,
  composeResponse: packages.composeResponse,
  moveOn: packages.moveOn,
  exchange,
  isWorthRepeating,
  sendWithCredentials,
  credentialsFor: credentials.credentialsFor,
  mayShowCredentials: credentials.mayShowCredentials,
  mayUseBasic: credentials.mayUseBasic,
  noteChallenges: credentials.noteChallenges,
  chooseChallenge: credentials.chooseChallenge,
};

const defaultCommandProcedures: CommandProcedures = {
  performCommands,
  performCommand,
  statusOfUnperformable,
  fetchData,
  storeObjects,
  storeAt,
  dataFor,
  placeOf,
  ownPlaceOf,
  newMIID,
  reportedAddress: clientURIOf,
  putNode,
  sendData,
  nodesToSend,
  deliver,
  contentOf,
  askRepository,
  successOf,
  deleteNodes,
  removeNode,
  reportNodes,
  executeNode,
  operationAt,
  isDoneAtOnce,
  beginExecution,
  alertOfExecution,
  showPage,
  rememberDefault,
  needObject,
  continueElsewhere,
  subscribe,
  unsubscribe,
  subscriptionOf,
  tellSubscribers,
  keepChange,
  sendChange,
  readServerURI: addresses.readServerURI,
  isHostAllowed: addresses.isHostAllowed,
  readClientURI: addresses.readClientURI,
  mayManage: addresses.mayManage,
  findNodes,
  namedNodes: addresses.namedNodes,
  nodesToTell: addresses.nodesToTell,
};

/** What the profile demands of a client, and what it leaves to one. */
export const defaultDM2ClientProcedures: DM2ClientProcedures = {
  ...defaultSessionProcedures,
  ...defaultCommandProcedures,
};
