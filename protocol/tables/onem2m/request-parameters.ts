/**
 * The parameters of the request primitive, in the document's order, with where each travels in HTTP.
 * @see SOM table 6.4.1-1 (types), TS-0004 table 7.2.1.1-1 (presence), table 8.2.2-1 (short names), TS-0009 6.2.2.2 and 6.4
 */
import type { Operation } from '../../model/operation';
import type { RequestPrimitive } from '../../model/request-primitive';
import { RESPONSE_TYPE_INFO } from './complex-types';
import {
  ABS_REL_TIMESTAMP,
  ANY_URI,
  BOOLEAN,
  DES_ID_RES_TYPE,
  DYN_AUTH_JWT,
  EVENT_CAT,
  ID,
  listOf,
  NC_NAME,
  OPERATION,
  POSITIVE_INTEGER,
  PRIMITIVE_CONTENT,
  RELEASE_VERSION,
  REQUEST_ID,
  RESOURCE_TYPE,
  RESULT_CONTENT,
  ROLE_ID,
  SIGNATURE_LIST,
  STRING,
  TIMESTAMP,
  TOKEN_ID,
} from './data-types';
import { FILTER_CRITERIA_TYPE } from './filter-criteria';
import { DEFAULT_PROJECT_NAMES, type ProjectNames } from './project-names';
import type { DataType, HttpMapping, Presence, RequestParameterRow } from './rows';

type PresencePerOperation = { readonly [operation in Operation]: Presence };
type Row = RequestParameterRow & { readonly parameter: keyof RequestPrimitive };

const CLAUSE = 'SOM table 6.4.1-1';
const NOT_APPLICABLE = 'Not applicable';
const NO_DEFAULT = 'No default';
const CMDH = 'Can be given by CMDH policy (clause D.12)';

const MANDATORY: PresencePerOperation = { create: 'M', retrieve: 'M', update: 'M', delete: 'M', notify: 'M' };
const OPTIONAL: PresencePerOperation = { create: 'O', retrieve: 'O', update: 'O', delete: 'O', notify: 'O' };
const ALL_BUT_NOTIFY: PresencePerOperation = { ...OPTIONAL, notify: 'NP' };
const CREATE_ONLY: PresencePerOperation = {
  create: 'M',
  retrieve: 'NP',
  update: 'NP',
  delete: 'NP',
  notify: 'NP',
};
const RETRIEVE_ONLY: PresencePerOperation = {
  create: 'NP',
  retrieve: 'O',
  update: 'NP',
  delete: 'NP',
  notify: 'NP',
};

const header = (name: string): HttpMapping => ({ in: 'header', name });

/** What a row says beside its names. Unless told, optional in number, without default, and a query argument. */
interface Particulars {
  readonly type: DataType;
  readonly presence: PresencePerOperation;
  readonly multiplicity?: '1';
  readonly defaultHandling?: string;
  readonly http?: HttpMapping;
}

function row(
  title: string,
  [parameter, short]: readonly [keyof RequestPrimitive, string],
  says: Particulars,
): Row {
  return {
    title,
    parameter,
    short,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    http: { in: 'query', name: short },
    ...says,
    clause: CLAUSE,
  };
}

const ADDRESSING: readonly Row[] = [
  row('Operation', ['operation', 'op'], {
    type: OPERATION,
    multiplicity: '1',
    defaultHandling: NOT_APPLICABLE,
    presence: MANDATORY,
    http: { in: 'method' },
  }),
  row('To', ['to', 'to'], {
    type: ANY_URI,
    multiplicity: '1',
    defaultHandling: NOT_APPLICABLE,
    presence: MANDATORY,
    http: { in: 'path' },
  }),
  // Optional in the creation of an AE alone, mandatory elsewhere. @see SOM table 6.4.1-1, note 2
  row('From', ['from', 'fr'], {
    type: ID,
    defaultHandling: NOT_APPLICABLE,
    presence: { ...MANDATORY, create: 'O' },
    http: header('X-M2M-Origin'),
  }),
  row('Request Identifier', ['requestIdentifier', 'rqi'], {
    type: REQUEST_ID,
    multiplicity: '1',
    defaultHandling: NOT_APPLICABLE,
    presence: MANDATORY,
    http: header('X-M2M-RI'),
  }),
  row('Resource Type', ['resourceType', 'ty'], {
    type: RESOURCE_TYPE,
    presence: CREATE_ONLY,
    http: { in: 'content-type' },
  }),
  row('Content', ['content', 'pc'], {
    type: PRIMITIVE_CONTENT,
    presence: { create: 'M', retrieve: 'O', update: 'M', delete: 'NP', notify: 'M' },
    http: { in: 'body' },
  }),
  row('Role IDs', ['roleIDs', 'rids'], {
    type: listOf(ROLE_ID),
    defaultHandling: NOT_APPLICABLE,
    presence: OPTIONAL,
  }),
];

const TIMES_AND_DELIVERY: readonly Row[] = [
  row('Originating Timestamp', ['originatingTimestamp', 'ot'], {
    type: TIMESTAMP,
    presence: OPTIONAL,
    http: header('X-M2M-OT'),
  }),
  row('Request Expiration Timestamp', ['requestExpirationTimestamp', 'rqet'], {
    type: ABS_REL_TIMESTAMP,
    defaultHandling: CMDH,
    presence: OPTIONAL,
    http: header('X-M2M-RET'),
  }),
  row('Result Expiration Timestamp', ['resultExpirationTimestamp', 'rset'], {
    type: ABS_REL_TIMESTAMP,
    defaultHandling: CMDH,
    presence: OPTIONAL,
    http: header('X-M2M-RST'),
  }),
  row('Operation Execution Time', ['operationExecutionTime', 'oet'], {
    type: ABS_REL_TIMESTAMP,
    defaultHandling: CMDH,
    presence: OPTIONAL,
    http: header('X-M2M-OET'),
  }),
  // The value travels as this argument; the notification URIs beside it, see RESPONSE_TYPE_URIS_HEADER.
  row('Response Type', ['responseType', 'rt'], {
    type: RESPONSE_TYPE_INFO,
    defaultHandling: 'Use "blockingRequest"',
    presence: OPTIONAL,
  }),
  row('Result Persistence', ['resultPersistence', 'rp'], {
    type: ABS_REL_TIMESTAMP,
    defaultHandling: CMDH,
    presence: ALL_BUT_NOTIFY,
  }),
  row('Result Content', ['resultContent', 'rcn'], {
    type: RESULT_CONTENT,
    defaultHandling: 'Depends on the operation, see TS-0001 table 8.1.2-1',
    presence: ALL_BUT_NOTIFY,
  }),
  row('Event Category', ['eventCategory', 'ec'], {
    type: EVENT_CAT,
    presence: OPTIONAL,
    http: header('X-M2M-EC'),
  }),
  row('Delivery Aggregation', ['deliveryAggregation', 'da'], {
    type: BOOLEAN,
    defaultHandling: `${CMDH}, otherwise false`,
    presence: OPTIONAL,
  }),
  row('Group Request Identifier', ['groupRequestIdentifier', 'gid'], {
    type: STRING,
    presence: OPTIONAL,
    http: header('X-M2M-GID'),
  }),
  row('Filter Criteria', ['filterCriteria', 'fc'], {
    type: FILTER_CRITERIA_TYPE,
    presence: { ...ALL_BUT_NOTIFY, create: 'NP' },
    http: { in: 'filter' },
  }),
  row('Desired Identifier Result Type', ['desiredIdentifierResultType', 'drt'], {
    type: DES_ID_RES_TYPE,
    defaultHandling: 'Use "structured"',
    presence: RETRIEVE_ONLY,
  }),
];

const TOKENS: readonly Row[] = [
  row('Tokens', ['tokens', 'tkns'], {
    type: listOf(DYN_AUTH_JWT),
    defaultHandling: NOT_APPLICABLE,
    presence: OPTIONAL,
    http: header('Authorization'),
  }),
  row('Token IDs', ['tokenIDs', 'tids'], {
    type: listOf(TOKEN_ID),
    defaultHandling: NOT_APPLICABLE,
    presence: OPTIONAL,
  }),
  row('Local Token IDs', ['localTokenIDs', 'ltids'], { type: listOf(NC_NAME), presence: OPTIONAL }),
  row('Token Request Indicator', ['tokenRequestIndicator', 'tqi'], { type: BOOLEAN, presence: OPTIONAL }),
];

/** The document gives no presence for the somecast number; it goes with the target members, its alternative. */
function groupParameters(names: ProjectNames): readonly Row[] {
  return [
    row('Group Request Target Members', ['groupRequestTargetMembers', 'grtm'], {
      type: listOf(ANY_URI),
      presence: ALL_BUT_NOTIFY,
      http: names.groupRequestTargetMembersHttp,
    }),
    row('Group Somecast Target Number', ['groupSomecastTargetNumber', names.groupSomecastTargetNumber], {
      type: POSITIVE_INTEGER,
      presence: ALL_BUT_NOTIFY,
      http: names.groupSomecastTargetNumberHttp,
    }),
  ];
}

const AUTHORIZATION_AND_RELEASE: readonly Row[] = [
  row('Authorization Signature Indicator', ['authorizationSignatureIndicator', 'asi'], {
    type: BOOLEAN,
    presence: ALL_BUT_NOTIFY,
  }),
  row('Authorization Signatures', ['authorizationSignatures', 'aus'], {
    type: SIGNATURE_LIST,
    presence: ALL_BUT_NOTIFY,
    http: header('X-M2M-AS'),
  }),
  row('Authorization Relationship Indicator', ['authorizationRelationshipIndicator', 'auri'], {
    type: BOOLEAN,
    presence: ALL_BUT_NOTIFY,
  }),
  row('Semantic Query Indicator', ['semanticQueryIndicator', 'sqi'], {
    type: BOOLEAN,
    presence: RETRIEVE_ONLY,
  }),
  row('Release Version Indicator', ['releaseVersionIndicator', 'rvi'], {
    type: RELEASE_VERSION,
    multiplicity: '1',
    presence: MANDATORY,
    http: header('X-M2M-RVI'),
  }),
  row('Vendor Information', ['vendorInformation', 'vsi'], {
    type: STRING,
    presence: OPTIONAL,
    http: header('X-M2M-VSI'),
  }),
];

/** @see docs/profiles/service-sessions.md */
const SESSION: readonly Row[] = [
  {
    ...row('Session Identifier', ['sessionID', 'sid'], {
      type: STRING,
      presence: ALL_BUT_NOTIFY,
      http: { in: 'query', name: 'sessionID', project: true },
    }),
    clause: 'SES profile',
  },
];

/** The table under a target's own spelling of what no table assigns. */
export function requestParameters(names: ProjectNames): readonly Row[] {
  return [
    ...ADDRESSING,
    ...TIMES_AND_DELIVERY,
    ...TOKENS,
    ...groupParameters(names),
    ...AUTHORIZATION_AND_RELEASE,
    ...SESSION,
  ];
}

export const REQUEST_PARAMETERS = requestParameters(DEFAULT_PROJECT_NAMES);

/** Carries the notification URIs of Response Type, joined with `&`. @see TS-0009 6.4.11 */
export const RESPONSE_TYPE_URIS_HEADER = 'X-M2M-RTU';
