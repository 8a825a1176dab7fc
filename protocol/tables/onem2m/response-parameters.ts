/**
 * The parameters of the response primitive, in the document's order, with where each travels in HTTP.
 * @see TS-0004 table 6.4.2-1 (types), table 8.2.2-1 (short names), TS-0009 6.3.2 and 6.4
 */
import type { ResponsePrimitive } from '../../model/response-primitive';
import { LOCAL_TOKEN_ID_ASSIGNMENTS } from './complex-types';
import {
  ABS_REL_TIMESTAMP,
  ANY_TYPE,
  ANY_URI,
  BOOLEAN,
  CONTENT_STATUS,
  EVENT_CAT,
  ID,
  POSITIVE_INTEGER,
  RELEASE_VERSION,
  REQUEST_ID,
  RESPONSE_STATUS_CODE,
  STRING,
  TIMESTAMP,
} from './data-types';
import type { HttpMapping, ResponseParameterRow } from './rows';

type Row = ResponseParameterRow & { readonly parameter: keyof ResponsePrimitive };

const CLAUSE = 'TS-0004 table 6.4.2-1';

const header = (name: string): HttpMapping => ({ in: 'header', name });

export const RESPONSE_PARAMETERS: readonly Row[] = [
  // Its class goes into the HTTP status as well. @see TS-0009 6.3.2
  {
    title: 'Response Status Code',
    parameter: 'responseStatusCode',
    short: 'rsc',
    type: RESPONSE_STATUS_CODE,
    multiplicity: '1',
    http: header('X-M2M-RSC'),
    clause: CLAUSE,
  },
  {
    title: 'Request Identifier',
    parameter: 'requestIdentifier',
    short: 'rqi',
    type: REQUEST_ID,
    multiplicity: '1',
    http: header('X-M2M-RI'),
    clause: CLAUSE,
  },
  {
    title: 'Content',
    parameter: 'content',
    short: 'pc',
    type: ANY_TYPE,
    multiplicity: '0..1',
    http: { in: 'body' },
    clause: CLAUSE,
  },
  {
    title: 'To',
    parameter: 'to',
    short: 'to',
    type: ANY_URI,
    multiplicity: '0..1',
    http: { in: 'none' },
    clause: CLAUSE,
  },
  {
    title: 'From',
    parameter: 'from',
    short: 'fr',
    type: ID,
    multiplicity: '0..1',
    http: header('X-M2M-Origin'),
    clause: CLAUSE,
  },
  {
    title: 'Originating Timestamp',
    parameter: 'originatingTimestamp',
    short: 'ot',
    type: TIMESTAMP,
    multiplicity: '0..1',
    http: header('X-M2M-OT'),
    clause: CLAUSE,
  },
  {
    title: 'Result Expiration Timestamp',
    parameter: 'resultExpirationTimestamp',
    short: 'rset',
    type: ABS_REL_TIMESTAMP,
    multiplicity: '0..1',
    http: header('X-M2M-RST'),
    clause: CLAUSE,
  },
  {
    title: 'Event Category',
    parameter: 'eventCategory',
    short: 'ec',
    type: EVENT_CAT,
    multiplicity: '0..1',
    http: header('X-M2M-EC'),
    clause: CLAUSE,
  },
  {
    title: 'Content Status',
    parameter: 'contentStatus',
    short: 'cnst',
    type: CONTENT_STATUS,
    multiplicity: '0..1',
    http: header('X-M2M-CTS'),
    clause: CLAUSE,
  },
  {
    title: 'Content Offset',
    parameter: 'contentOffset',
    short: 'cnot',
    type: POSITIVE_INTEGER,
    multiplicity: '0..1',
    http: header('X-M2M-CTO'),
    clause: CLAUSE,
  },
  {
    title: 'Assigned Token Identifiers',
    parameter: 'assignedTokenIdentifiers',
    short: 'ati',
    type: LOCAL_TOKEN_ID_ASSIGNMENTS,
    multiplicity: '0..1',
    http: header('X-M2M-ATI'),
    clause: CLAUSE,
  },
  {
    title: 'Token Request Information',
    parameter: 'tokenRequestInformation',
    short: 'tqf',
    type: ANY_TYPE,
    multiplicity: '0..1',
    http: { in: 'body' },
    clause: CLAUSE,
  },
  {
    title: 'Authorization Signature Request Information',
    parameter: 'authorizationSignatureRequestInformation',
    short: 'asri',
    type: BOOLEAN,
    multiplicity: '0..1',
    http: header('X-M2M-ASRI'),
    clause: CLAUSE,
  },
  {
    title: 'Release Version Indicator',
    parameter: 'releaseVersionIndicator',
    short: 'rvi',
    type: RELEASE_VERSION,
    multiplicity: '1',
    http: header('X-M2M-RVI'),
    clause: CLAUSE,
  },
  {
    title: 'Vendor Information',
    parameter: 'vendorInformation',
    short: 'vsi',
    type: STRING,
    multiplicity: '0..1',
    http: header('X-M2M-VSI'),
    clause: CLAUSE,
  },
];

/** Carries the address of a created resource. It is no parameter of the primitive. @see TS-0009 6.4.4 */
export const CONTENT_LOCATION_HEADER = 'Content-Location';
