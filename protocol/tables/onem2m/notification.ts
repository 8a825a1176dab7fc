/**
 * The members of m2m:sgn, what a subscription sends. Their names in the model are shorter where the model nests them
 * otherwise (`event` for notificationEvent); `representation` holds a content element and so has no type here.
 * @see TS-0004 6.3.5.13, table 8.2.5-1
 */
import { ANY_TYPE, ANY_URI, BOOLEAN, ID, NOTIFICATION_EVENT_TYPE, OPERATION } from './data-types';
import { FILTER_CRITERIA_TYPE } from './filter-criteria';
import type { DataType, MemberRow } from './rows';

const MONITORED_OPERATION: DataType = {
  kind: 'complex',
  name: 'm2m:notification/notificationEvent/operationMonitor',
  members: [
    { name: 'operation', short: 'op', type: OPERATION, required: true },
    { name: 'originator', short: 'or', type: ID, required: true },
  ],
};

export const NOTIFICATION_EVENT: readonly MemberRow[] = [
  { name: 'representation', short: 'rep', type: ANY_TYPE },
  { name: 'operationMonitor', short: 'om', type: MONITORED_OPERATION },
  { name: 'notificationEventType', short: 'net', type: NOTIFICATION_EVENT_TYPE },
];

const IPE_DISCOVERY_REQUEST: DataType = {
  kind: 'complex',
  name: 'm2m:notification/IPEDiscoveryRequest',
  members: [
    { name: 'originator', short: 'or', type: ID, required: true },
    { name: 'filterCriteria', short: 'fc', type: FILTER_CRITERIA_TYPE, required: true },
  ],
};

export const NOTIFICATION: readonly MemberRow[] = [
  {
    name: 'notificationEvent',
    short: 'nev',
    type: { kind: 'complex', name: 'm2m:notification/notificationEvent', members: NOTIFICATION_EVENT },
  },
  { name: 'verificationRequest', short: 'vrq', type: BOOLEAN },
  { name: 'subscriptionDeletion', short: 'sud', type: BOOLEAN },
  { name: 'subscriptionReference', short: 'sur', type: ANY_URI },
  { name: 'creator', short: 'cr', type: ID },
  { name: 'notificationForwardingURI', short: 'nfu', type: ANY_URI },
  { name: 'notificationTarget', short: 'ntt', type: ID },
  { name: 'targetRemovalRequest', short: 'trr', type: BOOLEAN },
  { name: 'targetRemovalAllowance', short: 'tra', type: BOOLEAN },
  { name: 'IPEDiscoveryRequest', short: 'idr', type: IPE_DISCOVERY_REQUEST },
  { name: 'AERegistrationPointChange', short: 'aerp', type: BOOLEAN },
  { name: 'AEReferenceIDChange', short: 'aerid', type: BOOLEAN },
  { name: 'trackingID1', short: 'tid1', type: ID },
  { name: 'trackingID2', short: 'tid2', type: ID },
];

export const NOTIFICATION_TYPE: DataType = {
  kind: 'complex',
  name: 'm2m:notification',
  members: NOTIFICATION,
};
