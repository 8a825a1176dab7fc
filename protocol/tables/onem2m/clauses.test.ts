import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GROUP_CHILD_RESOURCES } from './child-resources';
import { CONTENT_ELEMENTS } from './content-elements';
import { ENUMERATIONS } from './enumerations';
import { REQUEST_PARAMETERS } from './request-parameters';
import { MGMT_OBJ_SPECIALIZATIONS, RESOURCE_TYPES } from './resource-types';
import { RESPONSE_PARAMETERS } from './response-parameters';
import { STATUS_CODES } from './status-codes';
import { UNIVERSAL_ATTRIBUTES } from './universal-attributes';

/** A document that we have, then a clause, an annex or a table of it; or the profile of what no document binds. */
const CITATION =
  /^SES profile$|^(SOM|TS-0001|TS-0004|TS-0009) (table )?(annex [A-Z]|([A-Z]|\d+)(\.(\d+|X))+(-\d+)?)$/;

const TYPES = [...RESOURCE_TYPES, ...MGMT_OBJ_SPECIALIZATIONS];

const TABLES = {
  'request parameters': REQUEST_PARAMETERS,
  'response parameters': RESPONSE_PARAMETERS,
  'status codes': STATUS_CODES,
  enumerations: Object.values(ENUMERATIONS),
  'universal attributes': UNIVERSAL_ATTRIBUTES,
  'resource types': TYPES,
  attributes: TYPES.flatMap((row) => row.attributes),
  'child resources': GROUP_CHILD_RESOURCES,
  'content elements': CONTENT_ELEMENTS,
};

describe('every row cites a clause of a known document', () => {
  for (const [table, rows] of Object.entries(TABLES)) {
    it(table, () => {
      assert.ok(rows.length > 0);
      for (const { clause } of rows) assert.match(clause, CITATION);
    });
  }

  it('and a table is cited as a table', () => {
    const inTables = [...REQUEST_PARAMETERS, ...TYPES.flatMap((row) => row.attributes)];
    const published = inTables.filter(({ clause }) => clause !== 'SES profile');
    for (const { clause } of published) assert.match(clause, / table .*-\d+$/);
  });
});
