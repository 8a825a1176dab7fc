import type { AlertCodeRow, AlertTypeRow } from './rows';

/** The alert codes that are valid in DM, and the registered types of generic alerts of a DM Gateway. */

/** @see DM_RepPro 4.2, DM_Protocol 2.5 */
export const ALERT_CODES = {
  DISPLAY: 1100,
  CONFIRM_OR_REJECT: 1101,
  TEXT_INPUT: 1102,
  SINGLE_CHOICE: 1103,
  MULTIPLE_CHOICE: 1104,
  SERVER_INITIATED_MANAGEMENT: 1200,
  CLIENT_INITIATED_MANAGEMENT: 1201,
  NEXT_MESSAGE: 1222,
  SESSION_ABORT: 1223,
  CLIENT_EVENT: 1224,
  NO_END_OF_DATA: 1225,
  GENERIC_ALERT: 1226,
} as const;

const FROM: { readonly [code: number]: AlertCodeRow['from'] } = { 1222: 'both', 1223: 'both', 1225: 'both' };

export const ALERT_CODE_ROWS: readonly AlertCodeRow[] = Object.entries(ALERT_CODES).map(([name, code]) => ({
  code,
  name,
  from: FROM[code] ?? (code < 1200 ? 'server' : 'client'),
  clause: code < 1200 ? 'DM_Protocol 2.5' : 'DM_RepPro 4.2',
}));

/** How important a generic alert is. @see DM_Protocol 2.3.7.1 */
export const ALERT_MARKS = [
  'fatal',
  'critical',
  'minor',
  'warning',
  'informational',
  'harmless',
  'indeterminate',
] as const;

const GATEWAY_ROOT = 'urn:oma:at:oma-gwmo';

type Short = readonly [name: string, from: string, to: string, meaning: string];

const GATEWAY_TYPES: readonly Short[] = [
  ['deviceattached:1.0', 'dm-gateway', 'dm-server', 'a new End Device was seen'],
  ['deviceattached:1.1', 'dm-gateway', 'dm-server', 'a new End Device was seen'],
  ['devicedetached:1.0', 'dm-gateway', 'dm-server', 'an End Device is gone'],
  ['resultaggregation:1.0', 'dm-gateway', 'dm-server', 'the aggregated answer of a fan-out'],
  ['completionstatus:1.0', 'dm-gateway', 'dm-server', 'a fan-out command is finished'],
  ['BootstrappedDMSList:1.0', 'dm-client', 'dm-gateway', 'the device was bootstrapped to a DM Server'],
  ['AssociatedGateway:1.0', 'dm-client', 'dm-server', 'the public address of the gateway'],
  ['imageready:1.0', 'dm-gateway', 'dm-server', 'an image is stored'],
];

export const GATEWAY_ALERT_TYPES: readonly AlertTypeRow[] = GATEWAY_TYPES.map(
  ([name, from, to, meaning]) => ({
    type: `${GATEWAY_ROOT}:${name}`,
    from,
    to,
    meaning,
    clause: 'OMNA DM alert types',
  }),
);

/** The alert with which a gateway tells that the results of a fan-out are there. @see GFO step 7, OMNA DM alert types */
export const RESULT_AGGREGATION_ALERT = `${GATEWAY_ROOT}:resultaggregation:1.0`;
