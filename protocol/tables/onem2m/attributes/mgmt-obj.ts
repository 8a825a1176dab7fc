/**
 * The attributes of mgmtObj resources: those of every one, and those of the specializations described here.
 * @see TS-0004 tables 7.4.15.1-1 and 7.4.15.1-2, D.2.1-2, D.7.1-2, D.8.1-2
 */
import { cited, inherited, OPTIONAL, REQUIRED, REQUIRED_ONCE, WRITE_ONCE } from '../attribute-rows';
import { ACTION_STATUS } from '../complex-types';
import {
  ANY_URI,
  BATTERY_STATUS,
  BOOLEAN,
  listOf,
  MGMT_DEFINITION,
  MGMT_LINK_REF,
  PROTOCOL_LIST,
  STRING,
  TIMESTAMP,
  UNSIGNED_INT,
} from '../data-types';
import type { AttributeRow } from '../rows';

const CLAUSE = 'TS-0004 table 7.4.15.1-2';

const EVERY_MGMT_OBJ: readonly AttributeRow[] = [
  ...inherited('TS-0004 table 7.4.15.1-1'),
  ...cited(CLAUSE, [
    { name: 'mgmtDefinition', short: 'mgd', type: MGMT_DEFINITION, ...REQUIRED_ONCE },
    { name: 'objectIDs', short: 'obis', type: listOf(ANY_URI), ...WRITE_ONCE },
    { name: 'objectPaths', short: 'obps', type: listOf(ANY_URI), ...WRITE_ONCE },
    { name: 'description', short: 'dc', type: STRING, ...OPTIONAL },
  ]),
];

/** Any mgmtObj: what its own definition adds, mgmtLink included, is not in the tables. */
export const MGMT_OBJ_ATTRIBUTES: readonly AttributeRow[] = [
  ...EVERY_MGMT_OBJ,
  ...cited(CLAUSE, [
    { name: 'mgmtSchema', short: 'mgs', type: ANY_URI, ...WRITE_ONCE },
    { name: 'mgmtLink', short: 'cmlk', type: MGMT_LINK_REF, ...OPTIONAL },
  ]),
];

export const FIRMWARE_ATTRIBUTES: readonly AttributeRow[] = [
  ...EVERY_MGMT_OBJ,
  ...cited('TS-0004 table D.2.1-2', [
    { name: 'version', short: 'vr', type: STRING, ...REQUIRED },
    { name: 'firmwareName', short: 'fwn', type: STRING, ...REQUIRED },
    { name: 'URL', short: 'url', type: ANY_URI, ...REQUIRED },
    { name: 'update', short: 'ud', type: BOOLEAN, ...REQUIRED },
    { name: 'updateStatus', short: 'uds', type: ACTION_STATUS, create: 'NP', update: 'O' },
  ]),
];

export const BATTERY_ATTRIBUTES: readonly AttributeRow[] = [
  ...EVERY_MGMT_OBJ,
  ...cited('TS-0004 table D.7.1-2', [
    { name: 'batteryLevel', short: 'btl', type: UNSIGNED_INT, ...REQUIRED },
    { name: 'batteryStatus', short: 'bts', type: BATTERY_STATUS, ...REQUIRED },
  ]),
];

export const DEVICE_INFO_ATTRIBUTES: readonly AttributeRow[] = [
  ...EVERY_MGMT_OBJ,
  ...cited('TS-0004 table D.8.1-2', [
    { name: 'deviceLabel', short: 'dlb', type: STRING, ...REQUIRED },
    { name: 'manufacturer', short: 'man', type: STRING, ...REQUIRED_ONCE },
    { name: 'manufacturerDetailsLink', short: 'mfdl', type: STRING, ...OPTIONAL },
    { name: 'manufacturingDate', short: 'mfd', type: TIMESTAMP, ...WRITE_ONCE },
    { name: 'model', short: 'mod', type: STRING, ...REQUIRED_ONCE },
    { name: 'subModel', short: 'smod', type: STRING, ...WRITE_ONCE },
    { name: 'deviceType', short: 'dty', type: STRING, ...REQUIRED },
    { name: 'deviceName', short: 'dvnm', type: STRING, ...OPTIONAL },
    { name: 'fwVersion', short: 'fwv', type: STRING, ...OPTIONAL },
    { name: 'swVersion', short: 'swv', type: STRING, ...OPTIONAL },
    { name: 'hwVersion', short: 'hwv', type: STRING, ...WRITE_ONCE },
    { name: 'osVersion', short: 'osv', type: STRING, ...OPTIONAL },
    { name: 'country', short: 'cnty', type: STRING, ...WRITE_ONCE },
    { name: 'location', short: 'loc', type: STRING, ...OPTIONAL },
    { name: 'systemTime', short: 'syst', type: TIMESTAMP, ...OPTIONAL },
    { name: 'supportURL', short: 'spur', type: ANY_URI, ...OPTIONAL },
    { name: 'presentationURL', short: 'purl', type: ANY_URI, ...OPTIONAL },
    { name: 'protocol', short: 'ptl', type: PROTOCOL_LIST, ...OPTIONAL },
  ]),
];
