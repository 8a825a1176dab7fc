/**
 * The parameters of the request primitive, in the document's order, with where each travels in HTTP.
 * @see SOM table 6.4.1-1 (types), TS-0004 table 7.2.1.1-1 (presence), table 8.2.2-1 (short names), TS-0009 6.2.2.2 and 6.4
 */
import type { Operation } from '../../model/operation';
import type { RequestPrimitive } from '../../model/request-primitive';
import { RESPONSE_TYPE_INFO } from './complex-types';
import {
  ABS_REL_TIMESTAMP,
  ANY_TYPE,
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
import type { HttpMapping, Presence, RequestParameterRow } from './rows';

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
const query = (name: string): HttpMapping => ({ in: 'query', name });

const ADDRESSING: readonly Row[] = [
  {
    title: 'Operation',
    parameter: 'operation',
    short: 'op',
    type: OPERATION,
    multiplicity: '1',
    defaultHandling: NOT_APPLICABLE,
    presence: MANDATORY,
    http: { in: 'method' },
    clause: CLAUSE,
  },
  {
    title: 'To',
    parameter: 'to',
    short: 'to',
    type: ANY_URI,
    multiplicity: '1',
    defaultHandling: NOT_APPLICABLE,
    presence: MANDATORY,
    http: { in: 'path' },
    clause: CLAUSE,
  },
  // Optional in the creation of an AE alone, mandatory elsewhere. @see SOM table 6.4.1-1, note 2
  {
    title: 'From',
    parameter: 'from',
    short: 'fr',
    type: ID,
    multiplicity: '0..1',
    defaultHandling: NOT_APPLICABLE,
    presence: { ...MANDATORY, create: 'O' },
    http: header('X-M2M-Origin'),
    clause: CLAUSE,
  },
  {
    title: 'Request Identifier',
    parameter: 'requestIdentifier',
    short: 'rqi',
    type: REQUEST_ID,
    multiplicity: '1',
    defaultHandling: NOT_APPLICABLE,
    presence: MANDATORY,
    http: header('X-M2M-RI'),
    clause: CLAUSE,
  },
  {
    title: 'Resource Type',
    parameter: 'resourceType',
    short: 'ty',
    type: RESOURCE_TYPE,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: CREATE_ONLY,
    http: { in: 'content-type' },
    clause: CLAUSE,
  },
  {
    title: 'Content',
    parameter: 'content',
    short: 'pc',
    type: ANY_TYPE,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: { create: 'M', retrieve: 'O', update: 'M', delete: 'NP', notify: 'M' },
    http: { in: 'body' },
    clause: CLAUSE,
  },
  {
    title: 'Role IDs',
    parameter: 'roleIDs',
    short: 'rids',
    type: listOf(ROLE_ID),
    multiplicity: '0..1',
    defaultHandling: NOT_APPLICABLE,
    presence: OPTIONAL,
    http: query('rids'),
    clause: CLAUSE,
  },
];

const TIMES_AND_DELIVERY: readonly Row[] = [
  {
    title: 'Originating Timestamp',
    parameter: 'originatingTimestamp',
    short: 'ot',
    type: TIMESTAMP,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: OPTIONAL,
    http: header('X-M2M-OT'),
    clause: CLAUSE,
  },
  {
    title: 'Request Expiration Timestamp',
    parameter: 'requestExpirationTimestamp',
    short: 'rqet',
    type: ABS_REL_TIMESTAMP,
    multiplicity: '0..1',
    defaultHandling: CMDH,
    presence: OPTIONAL,
    http: header('X-M2M-RET'),
    clause: CLAUSE,
  },
  {
    title: 'Result Expiration Timestamp',
    parameter: 'resultExpirationTimestamp',
    short: 'rset',
    type: ABS_REL_TIMESTAMP,
    multiplicity: '0..1',
    defaultHandling: CMDH,
    presence: OPTIONAL,
    http: header('X-M2M-RST'),
    clause: CLAUSE,
  },
  {
    title: 'Operation Execution Time',
    parameter: 'operationExecutionTime',
    short: 'oet',
    type: ABS_REL_TIMESTAMP,
    multiplicity: '0..1',
    defaultHandling: CMDH,
    presence: OPTIONAL,
    http: header('X-M2M-OET'),
    clause: CLAUSE,
  },
  // The value travels as this argument; the notification URIs beside it, see RESPONSE_TYPE_URIS_HEADER.
  {
    title: 'Response Type',
    parameter: 'responseType',
    short: 'rt',
    type: RESPONSE_TYPE_INFO,
    multiplicity: '0..1',
    defaultHandling: 'Use "blockingRequest"',
    presence: OPTIONAL,
    http: query('rt'),
    clause: CLAUSE,
  },
  {
    title: 'Result Persistence',
    parameter: 'resultPersistence',
    short: 'rp',
    type: ABS_REL_TIMESTAMP,
    multiplicity: '0..1',
    defaultHandling: CMDH,
    presence: ALL_BUT_NOTIFY,
    http: query('rp'),
    clause: CLAUSE,
  },
  {
    title: 'Result Content',
    parameter: 'resultContent',
    short: 'rcn',
    type: RESULT_CONTENT,
    multiplicity: '0..1',
    defaultHandling: 'Depends on the operation, see TS-0001 table 8.1.2-1',
    presence: ALL_BUT_NOTIFY,
    http: query('rcn'),
    clause: CLAUSE,
  },
  {
    title: 'Event Category',
    parameter: 'eventCategory',
    short: 'ec',
    type: EVENT_CAT,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: OPTIONAL,
    http: header('X-M2M-EC'),
    clause: CLAUSE,
  },
  {
    title: 'Delivery Aggregation',
    parameter: 'deliveryAggregation',
    short: 'da',
    type: BOOLEAN,
    multiplicity: '0..1',
    defaultHandling: `${CMDH}, otherwise false`,
    presence: OPTIONAL,
    http: query('da'),
    clause: CLAUSE,
  },
  {
    title: 'Group Request Identifier',
    parameter: 'groupRequestIdentifier',
    short: 'gid',
    type: STRING,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: OPTIONAL,
    http: header('X-M2M-GID'),
    clause: CLAUSE,
  },
  {
    title: 'Filter Criteria',
    parameter: 'filterCriteria',
    short: 'fc',
    type: FILTER_CRITERIA_TYPE,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: { ...ALL_BUT_NOTIFY, create: 'NP' },
    http: { in: 'filter' },
    clause: CLAUSE,
  },
  {
    title: 'Desired Identifier Result Type',
    parameter: 'desiredIdentifierResultType',
    short: 'drt',
    type: DES_ID_RES_TYPE,
    multiplicity: '0..1',
    defaultHandling: 'Use "structured"',
    presence: RETRIEVE_ONLY,
    http: query('drt'),
    clause: CLAUSE,
  },
];

const TOKENS: readonly Row[] = [
  {
    title: 'Tokens',
    parameter: 'tokens',
    short: 'tkns',
    type: listOf(DYN_AUTH_JWT),
    multiplicity: '0..1',
    defaultHandling: NOT_APPLICABLE,
    presence: OPTIONAL,
    http: header('Authorization'),
    clause: CLAUSE,
  },
  {
    title: 'Token IDs',
    parameter: 'tokenIDs',
    short: 'tids',
    type: listOf(TOKEN_ID),
    multiplicity: '0..1',
    defaultHandling: NOT_APPLICABLE,
    presence: OPTIONAL,
    http: query('tids'),
    clause: CLAUSE,
  },
  {
    title: 'Local Token IDs',
    parameter: 'localTokenIDs',
    short: 'ltids',
    type: listOf(NC_NAME),
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: OPTIONAL,
    http: query('ltids'),
    clause: CLAUSE,
  },
  {
    title: 'Token Request Indicator',
    parameter: 'tokenRequestIndicator',
    short: 'tqi',
    type: BOOLEAN,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: OPTIONAL,
    http: query('tqi'),
    clause: CLAUSE,
  },
];

/** The document gives no presence for the somecast number; it goes with the target members, its alternative. */
function groupParameters(names: ProjectNames): readonly Row[] {
  return [
    {
      title: 'Group Request Target Members',
      parameter: 'groupRequestTargetMembers',
      short: 'grtm',
      type: listOf(ANY_URI),
      multiplicity: '0..1',
      defaultHandling: NO_DEFAULT,
      presence: ALL_BUT_NOTIFY,
      http: names.groupRequestTargetMembersHttp,
      clause: CLAUSE,
    },
    {
      title: 'Group Somecast Target Number',
      parameter: 'groupSomecastTargetNumber',
      short: names.groupSomecastTargetNumber,
      type: POSITIVE_INTEGER,
      multiplicity: '0..1',
      defaultHandling: NO_DEFAULT,
      presence: ALL_BUT_NOTIFY,
      http: names.groupSomecastTargetNumberHttp,
      clause: CLAUSE,
    },
  ];
}

const AUTHORIZATION_AND_RELEASE: readonly Row[] = [
  {
    title: 'Authorization Signature Indicator',
    parameter: 'authorizationSignatureIndicator',
    short: 'asi',
    type: BOOLEAN,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: ALL_BUT_NOTIFY,
    http: query('asi'),
    clause: CLAUSE,
  },
  {
    title: 'Authorization Signatures',
    parameter: 'authorizationSignatures',
    short: 'aus',
    type: SIGNATURE_LIST,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: ALL_BUT_NOTIFY,
    http: header('X-M2M-AS'),
    clause: CLAUSE,
  },
  {
    title: 'Authorization Relationship Indicator',
    parameter: 'authorizationRelationshipIndicator',
    short: 'auri',
    type: BOOLEAN,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: ALL_BUT_NOTIFY,
    http: query('auri'),
    clause: CLAUSE,
  },
  {
    title: 'Semantic Query Indicator',
    parameter: 'semanticQueryIndicator',
    short: 'sqi',
    type: BOOLEAN,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: RETRIEVE_ONLY,
    http: query('sqi'),
    clause: CLAUSE,
  },
  {
    title: 'Release Version Indicator',
    parameter: 'releaseVersionIndicator',
    short: 'rvi',
    type: RELEASE_VERSION,
    multiplicity: '1',
    defaultHandling: NO_DEFAULT,
    presence: MANDATORY,
    http: header('X-M2M-RVI'),
    clause: CLAUSE,
  },
  {
    title: 'Vendor Information',
    parameter: 'vendorInformation',
    short: 'vsi',
    type: STRING,
    multiplicity: '0..1',
    defaultHandling: NO_DEFAULT,
    presence: OPTIONAL,
    http: header('X-M2M-VSI'),
    clause: CLAUSE,
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
  ];
}

export const REQUEST_PARAMETERS = requestParameters(DEFAULT_PROJECT_NAMES);

/** Carries the notification URIs of Response Type, joined with `&`. @see TS-0009 6.4.11 */
export const RESPONSE_TYPE_URIS_HEADER = 'X-M2M-RTU';
