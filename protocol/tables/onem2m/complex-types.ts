/**
 * Data types with members that parameters and resource attributes use, in the order of their schemas.
 * The types of notifications, filters and request resources are in files of their own.
 * @see TS-0004 6.3.5 (types), table 8.2.5-1 (short names)
 */
import {
  ACCESS_CONTROL_OPERATIONS,
  ANY_URI,
  BOOLEAN,
  DURATION,
  FLOAT,
  ID,
  listOf,
  MGMT_DEFINITION,
  NC_NAME,
  NON_NEGATIVE_INTEGER,
  RESOURCE_TYPE,
  RESPONSE_TYPE,
  SCHEDULE_ENTRY,
  STATUS,
  STRING,
  TOKEN_ID,
} from './data-types';
import type { DataType } from './rows';

/** @see TS-0004 6.3.5.6 */
export const BATCH_NOTIFY: DataType = {
  kind: 'complex',
  name: 'm2m:batchNotify',
  members: [
    { name: 'number', short: 'num', type: NON_NEGATIVE_INTEGER },
    { name: 'duration', short: 'dur', type: DURATION },
  ],
};

/** @see TS-0004 6.3.5.30 */
export const RESPONSE_TYPE_INFO: DataType = {
  kind: 'complex',
  name: 'm2m:responseTypeInfo',
  members: [
    { name: 'responseTypeValue', short: 'rtv', type: RESPONSE_TYPE, required: true },
    { name: 'notificationURI', short: 'nu', type: listOf(ANY_URI) },
  ],
};

/** @see TS-0004 6.3.5.31 */
export const RATE_LIMIT: DataType = {
  kind: 'complex',
  name: 'm2m:rateLimit',
  members: [
    { name: 'maxNrOfNotify', short: 'mnn', type: NON_NEGATIVE_INTEGER, required: true },
    { name: 'timeWindow', short: 'tww', type: DURATION, required: true },
  ],
};

/** @see TS-0004 6.3.5.67 */
export const SPECIALIZATION_TYPE: DataType = {
  kind: 'complex',
  name: 'm2m:specializationType',
  members: [
    { name: 'containerDefinition', short: 'cnd', type: ANY_URI },
    { name: 'mgmtDefinition', short: 'mgd', type: MGMT_DEFINITION },
  ],
};

/** @see TS-0004 6.3.5.28 */
export const LOCATION_REGION: DataType = {
  kind: 'complex',
  name: 'm2m:locationRegion',
  members: [
    { name: 'countryCode', short: 'accc', type: listOf({ kind: 'string', name: 'm2m:countryCode' }) },
    { name: 'circRegion', short: 'accr', type: listOf(FLOAT, 3) },
  ],
};

const ACCESS_CONTROL_IP_ADDRESSES: DataType = {
  kind: 'complex',
  name: 'm2m:accessControlIpAddresses',
  members: [
    { name: 'ipv4Addresses', short: 'ipv4', type: listOf({ kind: 'string', name: 'm2m:ipv4' }) },
    { name: 'ipv6Addresses', short: 'ipv6', type: listOf({ kind: 'string', name: 'm2m:ipv6' }) },
  ],
};

const ACCESS_CONTROL_CONTEXTS: DataType = {
  kind: 'complex',
  name: 'm2m:accessControlContexts',
  members: [
    { name: 'accessControlWindow', short: 'actw', type: SCHEDULE_ENTRY, repeated: true },
    { name: 'accessControlIpAddresses', short: 'acip', type: ACCESS_CONTROL_IP_ADDRESSES },
    { name: 'accessControlLocationRegion', short: 'aclr', type: LOCATION_REGION },
  ],
};

const ACCESS_CONTROL_OBJECT_DETAILS: DataType = {
  kind: 'complex',
  name: 'm2m:accessControlObjectDetails',
  members: [
    { name: 'resourceType', short: 'ty', type: RESOURCE_TYPE },
    { name: 'specializationType', short: 'spty', type: SPECIALIZATION_TYPE },
    { name: 'childResourceType', short: 'chty', type: listOf(RESOURCE_TYPE), required: true },
  ],
};

/** @see TS-0004 6.3.5.27 */
export const ACCESS_CONTROL_RULE: DataType = {
  kind: 'complex',
  name: 'm2m:accessControlRule',
  members: [
    { name: 'accessControlOriginators', short: 'acor', type: listOf(ANY_URI), required: true },
    { name: 'accessControlOperations', short: 'acop', type: ACCESS_CONTROL_OPERATIONS, required: true },
    { name: 'accessControlContexts', short: 'acco', type: ACCESS_CONTROL_CONTEXTS, repeated: true },
    { name: 'accessControlAuthenticationFlag', short: 'acaf', type: BOOLEAN },
    {
      name: 'accessControlObjectDetails',
      short: 'acod',
      type: ACCESS_CONTROL_OBJECT_DETAILS,
      repeated: true,
    },
  ],
};

/** The type of privileges and selfPrivileges. @see TS-0004 6.3.5.26 */
export const SET_OF_ACRS: DataType = {
  kind: 'complex',
  name: 'm2m:setOfAcrs',
  members: [{ name: 'accessControlRule', short: 'acr', type: ACCESS_CONTROL_RULE, repeated: true }],
};

/** @see TS-0004 6.3.5.11 */
export const SCHEDULE_ENTRIES: DataType = {
  kind: 'complex',
  name: 'm2m:scheduleEntries',
  members: [{ name: 'scheduleEntry', short: 'sce', type: SCHEDULE_ENTRY, required: true, repeated: true }],
};

/** @see TS-0004 6.3.5.14 */
export const ACTION_STATUS: DataType = {
  kind: 'complex',
  name: 'm2m:actionStatus',
  members: [
    { name: 'action', short: 'acn', type: ANY_URI },
    { name: 'status', short: 'sus', type: STATUS },
  ],
};

/** @see TS-0004 6.3.5.36 */
export const CONTENT_REF: DataType = {
  kind: 'complex',
  name: 'm2m:contentRef',
  members: [
    {
      name: 'URIReference',
      short: 'urir',
      required: true,
      repeated: true,
      type: {
        kind: 'complex',
        name: 'm2m:URIReference',
        members: [
          { name: 'name', short: 'nm', type: NC_NAME, required: true },
          { name: 'URI', short: 'uri', type: ANY_URI, required: true },
        ],
      },
    },
  ],
};

/** @see TS-0004 6.3.5.29 */
export const CHILD_RESOURCE_REF: DataType = {
  kind: 'complex',
  name: 'm2m:childResourceRef',
  members: [
    { name: 'value', short: 'val', type: ANY_URI, required: true, xml: 'text' },
    { name: 'name', short: 'nm', type: STRING, required: true, xml: 'attribute' },
    { name: 'type', short: 'typ', type: RESOURCE_TYPE, required: true, xml: 'attribute' },
    { name: 'specializationID', short: 'spid', type: ANY_URI, xml: 'attribute' },
  ],
};

/** @see TS-0004 6.3.5.57 */
export const OPERATION_MONITOR: DataType = {
  kind: 'complex',
  name: 'm2m:operationMonitor',
  members: [
    { name: 'operations', short: 'ops', type: ACCESS_CONTROL_OPERATIONS },
    { name: 'originator', short: 'or', type: ID },
  ],
};

/** @see TS-0004 6.3.5.43 */
export const LOCAL_TOKEN_ID_ASSIGNMENTS: DataType = {
  kind: 'complex',
  name: 'm2m:dynAuthLocalTokenIdAssignments',
  members: [
    {
      name: 'localTokenIdAssignment',
      short: 'ltia',
      required: true,
      repeated: true,
      type: {
        kind: 'complex',
        name: 'm2m:dynAuthLocalTokenIdAssignment',
        members: [
          { name: 'localTokenID', short: 'lti', type: NC_NAME, required: true },
          { name: 'tokenID', short: 'tkid', type: TOKEN_ID, required: true },
        ],
      },
    },
  ],
};
