import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RSC, STATUS_CODES, statusCode, statusCodeNamed } from './status-codes';

/** Copied by hand from TS-0004 6.6.3 and TS-0009 6.3.2: what the documented flows speak of. */
const OF_THE_FLOWS: readonly (readonly [string, number, number])[] = [
  ['ACCEPTED', 1000, 202],
  ['ACCEPTED_NON_BLOCKING_REQUEST_SYNCH', 1001, 202],
  ['ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH', 1002, 202],
  ['OK', 2000, 200],
  ['CREATED', 2001, 201],
  ['DELETED', 2002, 200],
  ['UPDATED', 2004, 200],
  ['BAD_REQUEST', 4000, 400],
  ['RELEASE_VERSION_NOT_SUPPORTED', 4001, 501],
  ['NOT_FOUND', 4004, 404],
  ['OPERATION_NOT_ALLOWED', 4005, 405],
  ['REQUEST_TIMEOUT', 4008, 504],
  ['UNSUPPORTED_MEDIA_TYPE', 4015, 415],
  ['CONTENTS_UNACCEPTABLE', 4102, 400],
  ['ORIGINATOR_HAS_NO_PRIVILEGE', 4103, 403],
  ['GROUP_REQUEST_IDENTIFIER_EXISTS', 4104, 409],
  ['CONFLICT', 4105, 409],
  ['ORIGINATOR_NOT_AUTHENTICATED', 4106, 403],
  ['INVALID_CHILD_RESOURCE_TYPE', 4108, 403],
  ['NO_MEMBERS', 4109, 403],
  ['GROUP_MEMBER_TYPE_INCONSISTENT', 4110, 400],
  ['ORIGINATOR_HAS_ALREADY_REGISTERED', 4117, 403],
  ['INTERNAL_SERVER_ERROR', 5000, 500],
  ['NOT_IMPLEMENTED', 5001, 501],
  ['TARGET_NOT_REACHABLE', 5103, 404],
  ['RECEIVER_HAS_NO_PRIVILEGE', 5105, 403],
  ['NON_BLOCKING_SYNCH_REQUEST_NOT_SUPPORTED', 5206, 501],
  ['NOT_ACCEPTABLE', 5207, 406],
  ['GROUP_MEMBERS_NOT_RESPONDED', 5209, 500],
  ['UNABLE_TO_RECALL_REQUEST', 5220, 409],
  ['MAX_NUMBER_OF_MEMBER_EXCEEDED', 6010, 400],
];

/** How many codes of each class the tables of TS-0004 6.6.3.2 to 6.6.3.7 have. */
const CLASSES = { 1: 3, 2: 4, 4: 35, 5: 25, 6: 14 };

describe('response status codes', () => {
  for (const [name, code, http] of OF_THE_FLOWS) {
    it(`${name} is ${code}, in HTTP ${http}`, () => {
      const { clause, ...row } = statusCode(code) ?? assert.fail(`no row for ${code}`);
      assert.deepEqual(row, { code, name, http });
      assert.equal(statusCodeNamed(name)?.code, code);
      assert.match(clause, /^TS-0004 6\.6\.3\.[2-7]$/);
    });
  }

  it('are all there, class by class', () => {
    const counts: Record<string, number> = {};
    for (const { code } of STATUS_CODES) {
      const first = String(code).slice(0, 1);
      counts[first] = (counts[first] ?? 0) + 1;
    }
    assert.deepEqual(counts, CLASSES);
    assert.equal(STATUS_CODES.length, 81);
  });

  it('have one row per code and per name', () => {
    assert.equal(new Set(STATUS_CODES.map((row) => row.code)).size, 81);
    assert.equal(new Set(STATUS_CODES.map((row) => row.name)).size, 81);
  });

  it('are numbers by name', () => {
    assert.equal(RSC.BAD_REQUEST, 4000);
    assert.equal(RSC.OK, 2000);
    assert.equal(RSC.GROUP_MEMBERS_NOT_RESPONDED, 5209);
    assert.equal(Object.keys(RSC).length, 81);
  });

  it('have no row for a code or a name outside the tables', () => {
    assert.equal(statusCode(4129), undefined);
    assert.equal(statusCode(200), undefined);
    assert.equal(statusCodeNamed('RECEIVER_HAS_NO_PRIVILEGES'), undefined);
    assert.equal(statusCodeNamed('toString'), undefined);
  });
});
