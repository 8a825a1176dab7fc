/**
 * The attributes of a request resource, which only the hosting CSE makes.
 * @see TS-0004 tables 7.4.12.1-2 and 7.4.12.1-3
 */
import { cited, GENERATED, inherited, neverCreated } from '../attribute-rows';
import { ANY_URI, ID, OPERATION, PRIMITIVE_CONTENT, REQUEST_ID, REQUEST_STATUS } from '../data-types';
import { META_INFORMATION, OPERATION_RESULT } from '../request-records';
import type { AttributeRow } from '../rows';

const NEVER_ANNOUNCED = ['announceTo', 'announcedAttribute'];
const CHANGEABLE = ['accessControlPolicyIDs', 'dynamicAuthorizationConsultationIDs'];

const INHERITED = neverCreated(inherited('TS-0004 table 7.4.12.1-2', NEVER_ANNOUNCED));

export const REQUEST_ATTRIBUTES: readonly AttributeRow[] = [
  ...INHERITED.map((row) => (CHANGEABLE.includes(row.name) ? row : { ...row, update: 'NP' as const })),
  ...cited('TS-0004 table 7.4.12.1-3', [
    { name: 'operation', short: 'op', type: OPERATION, ...GENERATED },
    { name: 'target', short: 'tg', type: ANY_URI, ...GENERATED },
    { name: 'originator', short: 'org', type: ID, ...GENERATED },
    { name: 'requestID', short: 'rid', type: REQUEST_ID, ...GENERATED },
    { name: 'metaInformation', short: 'mi', type: META_INFORMATION, ...GENERATED },
    { name: 'primitiveContent', short: 'pc', type: PRIMITIVE_CONTENT, ...GENERATED },
    { name: 'requestStatus', short: 'rs', type: REQUEST_STATUS, ...GENERATED },
    { name: 'operationResult', short: 'ors', type: OPERATION_RESULT, ...GENERATED },
  ]),
];
