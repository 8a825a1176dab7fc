import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RESPONSE_PARAMETERS } from './response-parameters';

/** Copied by hand from TS-0004 table 6.4.2-1 and table 8.2.2-1, and TS-0009 6.4. */
const EXPECTED = `
rsc | m2m:responseStatusCode | 1 | X-M2M-RSC
rqi | m2m:requestID | 1 | X-M2M-RI
pc | m2m:primitiveContent | 0..1 | body
to | xs:anyURI | 0..1 | none
fr | m2m:ID | 0..1 | X-M2M-Origin
ot | m2m:timestamp | 0..1 | X-M2M-OT
rset | m2m:absRelTimestamp | 0..1 | X-M2M-RST
ec | m2m:eventCat | 0..1 | X-M2M-EC
cnst | m2m:contentStatus | 0..1 | X-M2M-CTS
cnot | xs:positiveInteger | 0..1 | X-M2M-CTO
ati | m2m:dynAuthLocalTokenIdAssignments | 0..1 | X-M2M-ATI
tqf | m2m:dynAuthTokenReqInfo | 0..1 | body
asri | xs:boolean | 0..1 | X-M2M-ASRI
rvi | m2m:releaseVersion | 1 | X-M2M-RVI
vsi | xs:string | 0..1 | X-M2M-VSI`;

describe('response parameters', () => {
  it('are the 15 rows of the standard, in its order', () => {
    const rows = RESPONSE_PARAMETERS.map(({ short, type, multiplicity, http }) => {
      const place = 'name' in http ? http.name : http.in;
      return `${short} | ${type.name} | ${multiplicity} | ${place}`;
    });
    assert.equal(rows.length, 15);
    assert.deepEqual(rows, EXPECTED.trim().split('\n'));
  });
});
