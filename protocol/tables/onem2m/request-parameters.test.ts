import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPERATIONS } from '../../model/operation';
import { DEFAULT_PROJECT_NAMES } from './project-names';
import { REQUEST_PARAMETERS, requestParameters } from './request-parameters';

/** Copied by hand from SOM table 6.4.1-1: title, type, multiplicity. */
const TABLE_6_4_1_1 = `
Operation | m2m:operation | 1
To | xs:anyURI | 1
From | m2m:ID | 0..1
Request Identifier | m2m:requestID | 1
Resource Type | m2m:resourceType | 0..1
Content | m2m:primitiveContent | 0..1
Role IDs | list of m2m:roleID | 0..1
Originating Timestamp | m2m:timestamp | 0..1
Request Expiration Timestamp | m2m:absRelTimestamp | 0..1
Result Expiration Timestamp | m2m:absRelTimestamp | 0..1
Operation Execution Time | m2m:absRelTimestamp | 0..1
Response Type | m2m:responseTypeInfo | 0..1
Result Persistence | m2m:absRelTimestamp | 0..1
Result Content | m2m:resultContent | 0..1
Event Category | m2m:eventCat | 0..1
Delivery Aggregation | xs:boolean | 0..1
Group Request Identifier | xs:string | 0..1
Filter Criteria | m2m:filterCriteria | 0..1
Desired Identifier Result Type | m2m:desIdResType | 0..1
Tokens | list of m2m:dynAuthJWT | 0..1
Token IDs | list of m2m:tokenID | 0..1
Local Token IDs | list of xs:NCName | 0..1
Token Request Indicator | xs:boolean | 0..1
Group Request Target Members | list of xs:anyURI | 0..1
Group Somecast Target Number | xs:positiveInteger | 0..1
Authorization Signature Indicator | xs:boolean | 0..1
Authorization Signatures | m2m:signatureList | 0..1
Authorization Relationship Indicator | xs:boolean | 0..1
Semantic Query Indicator | xs:boolean | 0..1
Release Version Indicator | m2m:releaseVersion | 1
Vendor Information | xs:string | 0..1`;

/** @see docs/profiles/service-sessions.md */
const OF_SESSIONS = 'Session Identifier | xs:string | 0..1';

/** Copied by hand from TS-0009 6.2.2.2 and 6.4, and from the readings for what they leave out. */
const HTTP = {
  op: 'method',
  to: 'path',
  ty: 'content-type',
  pc: 'body',
  fc: 'filter',
  fr: 'X-M2M-Origin',
  rqi: 'X-M2M-RI',
  gid: 'X-M2M-GID',
  ot: 'X-M2M-OT',
  rset: 'X-M2M-RST',
  rqet: 'X-M2M-RET',
  oet: 'X-M2M-OET',
  ec: 'X-M2M-EC',
  tkns: 'Authorization',
  rvi: 'X-M2M-RVI',
  vsi: 'X-M2M-VSI',
  aus: 'X-M2M-AS',
  rids: '?rids',
  rt: '?rt',
  rp: '?rp',
  rcn: '?rcn',
  da: '?da',
  drt: '?drt',
  tids: '?tids',
  ltids: '?ltids',
  tqi: '?tqi',
  grtm: '?grtm',
  gstn: '?gstn',
  asi: '?asi',
  auri: '?auri',
  sqi: '?sqi',
  sid: '?sessionID',
};

/** Copied by hand from TS-0004 table 7.2.1.1-1, where it differs from O in all five: C R U D N. */
const PRESENCE = {
  op: 'M M M M M',
  to: 'M M M M M',
  fr: 'O M M M M',
  rqi: 'M M M M M',
  ty: 'M NP NP NP NP',
  pc: 'M O M NP M',
  rp: 'O O O O NP',
  rcn: 'O O O O NP',
  fc: 'NP O O O NP',
  drt: 'NP O NP NP NP',
  grtm: 'O O O O NP',
  gstn: 'O O O O NP',
  asi: 'O O O O NP',
  aus: 'O O O O NP',
  auri: 'O O O O NP',
  sqi: 'NP O NP NP NP',
  rvi: 'M M M M M',
  sid: 'O O O O NP',
};

describe('request parameters', () => {
  it('are the 31 rows of the document, in its order, with its types and multiplicities, and that of sessions', () => {
    const rows = REQUEST_PARAMETERS.map((row) => `${row.title} | ${row.type.name} | ${row.multiplicity}`);
    assert.equal(rows.length, 31 + 1);
    assert.deepEqual(rows, [...TABLE_6_4_1_1.trim().split('\n'), OF_SESSIONS]);
  });

  it('have one row per short name and per key of the primitive', () => {
    assert.equal(new Set(REQUEST_PARAMETERS.map((row) => row.short)).size, 32);
    assert.equal(new Set(REQUEST_PARAMETERS.map((row) => row.parameter)).size, 32);
  });

  it('travel in HTTP where TS-0009 says', () => {
    const places = REQUEST_PARAMETERS.map(({ short, http }) => {
      if (http.in === 'header') return [short, http.name];
      return [short, http.in === 'query' ? `?${http.name}` : http.in];
    });
    assert.deepEqual(Object.fromEntries(places), HTTP);
  });

  it('mark the three mappings that no document assigns', () => {
    const ours = REQUEST_PARAMETERS.filter(({ http }) => http.in === 'query' && http.project === true);
    assert.deepEqual(
      ours.map((row) => row.short),
      ['grtm', 'gstn', 'sid'],
    );
  });

  it('are present per operation as TS-0004 says', () => {
    const differing = REQUEST_PARAMETERS.map(({ short, presence }) => [
      short,
      OPERATIONS.map((operation) => presence[operation]).join(' '),
    ]).filter(([, presence]) => presence !== 'O O O O O');
    assert.deepEqual(Object.fromEntries(differing), PRESENCE);
  });

  it('say what is done without them', () => {
    const handling = new Map(REQUEST_PARAMETERS.map((row) => [row.short, row.defaultHandling]));
    assert.equal(handling.get('rt'), 'Use "blockingRequest"');
    assert.equal(handling.get('drt'), 'Use "structured"');
    assert.equal(handling.get('rids'), 'Not applicable');
    assert.equal(handling.get('grtm'), 'No default');
    assert.equal(handling.get('rset'), 'Can be given by CMDH policy (clause D.12)');
  });

  it('take the names that a target chooses for what no table assigns', () => {
    const rows = requestParameters({
      ...DEFAULT_PROJECT_NAMES,
      groupSomecastTargetNumber: 'gsn',
      groupSomecastTargetNumberHttp: { in: 'header', name: 'X-M2M-GSN' },
    });
    const changed = rows.filter((row, index) => row.short !== REQUEST_PARAMETERS[index]?.short);
    assert.deepEqual(
      changed.map(({ parameter, short, http }) => ({ parameter, short, http })),
      [
        {
          parameter: 'groupSomecastTargetNumber',
          short: 'gsn',
          http: { in: 'header', name: 'X-M2M-GSN' },
        },
      ],
    );
  });
});
