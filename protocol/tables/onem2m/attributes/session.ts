/**
 * The attributes of the resources of a service session. No published table has them.
 * @see docs/profiles/service-sessions.md
 */
import {
  cited,
  GENERATED,
  inherited,
  neverCreated,
  neverUpdated,
  OPTIONAL,
  REQUIRED_ONCE,
  type UncitedAttributeRow,
  WRITE_ONCE,
} from '../attribute-rows';
import { SCHEDULE_ENTRIES } from '../complex-types';
import {
  ANY_URI,
  ID,
  LIST_OF_M2M_ID,
  NON_NEGATIVE_INTEGER,
  OPERATION,
  POSITIVE_INTEGER,
  REQUEST_ID,
  RESPONSE_STATUS_CODE,
  SESSION_DELIVERY,
  SESSION_STATE,
  STRING,
  TIMESTAMP,
} from '../data-types';
import type { AttributeRow } from '../rows';
import { SESSION_ENDPOINT } from '../session-types';

const CLAUSE = 'SES profile';
const NOT_OF_SESSIONS = [
  'accessControlPolicyIDs',
  'dynamicAuthorizationConsultationIDs',
  'announceTo',
  'announcedAttribute',
];

/** Universal attributes and those of the profile; nobody updates them. */
function table(rows: readonly UncitedAttributeRow[]): readonly AttributeRow[] {
  return neverUpdated([...inherited(CLAUSE, NOT_OF_SESSIONS), ...cited(CLAUSE, rows)]);
}

export const SESSIONS_ATTRIBUTES = neverCreated(table([]));

export const SESSION_ATTRIBUTES = table([
  { name: 'sessionID', short: 'sid', type: STRING, ...WRITE_ONCE },
  { name: 'sessionCredentials', short: 'scr', type: STRING, ...WRITE_ONCE },
  { name: 'targetEndpoint', short: 'tep', type: ANY_URI, ...REQUIRED_ONCE },
  { name: 'initiatingEndpoint', short: 'iep', type: SESSION_ENDPOINT, ...REQUIRED_ONCE },
  { name: 'acceptedEndpoint', short: 'aep', type: SESSION_ENDPOINT, ...GENERATED },
  { name: 'sessionAddress', short: 'sad', type: ANY_URI, ...GENERATED },
  { name: 'sessionState', short: 'sst', type: SESSION_STATE, ...GENERATED },
  { name: 'maxNrOfContexts', short: 'mnc', type: POSITIVE_INTEGER, ...WRITE_ONCE },
  { name: 'path', short: 'pth', type: LIST_OF_M2M_ID, ...WRITE_ONCE },
]);

export const SESSION_ENDPOINT_ATTRIBUTES = neverCreated(
  table([
    { name: 'endpointID', short: 'eid', type: ID, ...OPTIONAL },
    { name: 'endpointAddress', short: 'ead', type: ANY_URI, ...OPTIONAL },
    { name: 'notificationURI', short: 'nu', type: ANY_URI, ...OPTIONAL },
    { name: 'description', short: 'dsc', type: STRING, ...OPTIONAL },
    { name: 'lastSequence', short: 'lsq', type: NON_NEGATIVE_INTEGER, ...OPTIONAL },
  ]),
);

export const NEXT_HOP_ATTRIBUTES = neverCreated(
  table([
    { name: 'nextHopCSE', short: 'nhc', type: ID, ...OPTIONAL },
    { name: 'nextHopAddress', short: 'nha', type: ANY_URI, ...OPTIONAL },
    { name: 'leadsTo', short: 'lto', type: ID, ...OPTIONAL },
  ]),
);

export const SESSION_POLICY_ATTRIBUTES = table([
  { name: 'delivery', short: 'dlv', type: SESSION_DELIVERY, ...REQUIRED_ONCE },
  { name: 'scheduleElement', short: 'se', type: SCHEDULE_ENTRIES, ...WRITE_ONCE },
  { name: 'appliesTo', short: 'apt', type: LIST_OF_M2M_ID, ...WRITE_ONCE },
  { name: 'maximumDelay', short: 'mxd', type: POSITIVE_INTEGER, ...WRITE_ONCE },
]);

export const SESSION_CONTEXT_ATTRIBUTES = neverCreated(
  table([
    { name: 'operation', short: 'op', type: OPERATION, ...OPTIONAL },
    { name: 'to', short: 'to', type: ANY_URI, ...OPTIONAL },
    { name: 'from', short: 'fr', type: ID, ...OPTIONAL },
    { name: 'requestID', short: 'rqi', type: REQUEST_ID, ...OPTIONAL },
    { name: 'receivedTime', short: 'ot', type: TIMESTAMP, ...OPTIONAL },
    { name: 'responseStatusCode', short: 'rsc', type: RESPONSE_STATUS_CODE, ...OPTIONAL },
  ]),
);
