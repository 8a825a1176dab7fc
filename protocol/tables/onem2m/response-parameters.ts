/**
 * The parameters of the response primitive, in the document's order, with where each travels in HTTP.
 * @see TS-0004 table 6.4.2-1 (types), table 8.2.2-1 (short names), TS-0009 6.3.2 and 6.4
 */
import type { ResponsePrimitive } from '../../model/response-primitive';
import { LOCAL_TOKEN_ID_ASSIGNMENTS } from './complex-types';
import {
  ABS_REL_TIMESTAMP,
  ANY_URI,
  BOOLEAN,
  CONTENT_STATUS,
  DYN_AUTH_TOKEN_REQ_INFO,
  EVENT_CAT,
  ID,
  POSITIVE_INTEGER,
  PRIMITIVE_CONTENT,
  RELEASE_VERSION,
  REQUEST_ID,
  RESPONSE_STATUS_CODE,
  STRING,
  TIMESTAMP,
} from './data-types';
import type { DataType, HttpMapping, ResponseParameterRow } from './rows';

type Row = ResponseParameterRow & { readonly parameter: keyof ResponsePrimitive };

const CLAUSE = 'TS-0004 table 6.4.2-1';

const header = (name: string): HttpMapping => ({ in: 'header', name });

/** What a row says beside its names; optional unless told. */
interface Particulars {
  readonly type: DataType;
  readonly http: HttpMapping;
  readonly multiplicity?: '1';
}

function row(
  title: string,
  [parameter, short]: readonly [keyof ResponsePrimitive, string],
  says: Particulars,
): Row {
  return { title, parameter, short, multiplicity: '0..1', ...says, clause: CLAUSE };
}

export const RESPONSE_PARAMETERS: readonly Row[] = [
  // Its class goes into the HTTP status as well. @see TS-0009 6.3.2
  row('Response Status Code', ['responseStatusCode', 'rsc'], {
    type: RESPONSE_STATUS_CODE,
    multiplicity: '1',
    http: header('X-M2M-RSC'),
  }),
  row('Request Identifier', ['requestIdentifier', 'rqi'], {
    type: REQUEST_ID,
    multiplicity: '1',
    http: header('X-M2M-RI'),
  }),
  row('Content', ['content', 'pc'], { type: PRIMITIVE_CONTENT, http: { in: 'body' } }),
  row('To', ['to', 'to'], { type: ANY_URI, http: { in: 'none' } }),
  row('From', ['from', 'fr'], { type: ID, http: header('X-M2M-Origin') }),
  row('Originating Timestamp', ['originatingTimestamp', 'ot'], { type: TIMESTAMP, http: header('X-M2M-OT') }),
  row('Result Expiration Timestamp', ['resultExpirationTimestamp', 'rset'], {
    type: ABS_REL_TIMESTAMP,
    http: header('X-M2M-RST'),
  }),
  row('Event Category', ['eventCategory', 'ec'], { type: EVENT_CAT, http: header('X-M2M-EC') }),
  row('Content Status', ['contentStatus', 'cnst'], { type: CONTENT_STATUS, http: header('X-M2M-CTS') }),
  row('Content Offset', ['contentOffset', 'cnot'], { type: POSITIVE_INTEGER, http: header('X-M2M-CTO') }),
  row('Assigned Token Identifiers', ['assignedTokenIdentifiers', 'ati'], {
    type: LOCAL_TOKEN_ID_ASSIGNMENTS,
    http: header('X-M2M-ATI'),
  }),
  row('Token Request Information', ['tokenRequestInformation', 'tqf'], {
    type: DYN_AUTH_TOKEN_REQ_INFO,
    http: { in: 'body' },
  }),
  row('Authorization Signature Request Information', ['authorizationSignatureRequestInformation', 'asri'], {
    type: BOOLEAN,
    http: header('X-M2M-ASRI'),
  }),
  row('Release Version Indicator', ['releaseVersionIndicator', 'rvi'], {
    type: RELEASE_VERSION,
    multiplicity: '1',
    http: header('X-M2M-RVI'),
  }),
  row('Vendor Information', ['vendorInformation', 'vsi'], { type: STRING, http: header('X-M2M-VSI') }),
];

/** Carries the address of a created resource. It is no parameter of the primitive. @see TS-0009 6.4.4 */
export const CONTENT_LOCATION_HEADER = 'Content-Location';
