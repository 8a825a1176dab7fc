import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Target } from '../config/target';
import { completeTarget } from '../config/target-defaults';
import { sampleRow } from '../report/sample/sample-run';
import { applicability } from './applicability';

function target(ics: Target['ics']): Target {
  return completeTarget({ name: 'T', roles: ['group-hosting-cse'], link: 'in-process', ics }, (path) => path);
}

const rows = new Map([['SOM-CAST-001', sampleRow({ id: 'SOM-CAST-001', ics: ['group.somecast'] })]]);

test('a scenario of a role that the target does not play does not apply', () => {
  assert.deepEqual(applicability(['@role-ae'], target({})), {
    verdict: 'NOT_APPLICABLE',
    reason: 'the target does not play the role ae',
  });
});

test('an item that is declared false rules out, be it needed by a tag or by a requirement', () => {
  const declined = { verdict: 'NOT_APPLICABLE', reason: 'ICS: group.somecast is declared false' };
  assert.deepEqual(applicability(['@ics-group.somecast'], target({ 'group.somecast': false })), declined);
  assert.deepEqual(applicability(['@SOM-CAST-001'], target({ 'group.somecast': false }), rows), declined);
});

test('who declines a family declines its items', () => {
  assert.deepEqual(applicability(['@ics-group.somecast'], target({ group: false, 'group.somecast': true })), {
    verdict: 'NOT_APPLICABLE',
    reason: 'ICS: group is declared false',
  });
});

test('an item that nobody declared is neither applicable nor skipped', () => {
  assert.deepEqual(applicability(['@SOM-CAST-001', '@ics-xml'], target({}), rows), {
    verdict: 'ERROR',
    reason: 'ICS: xml, group.somecast is declared neither true nor false',
    undeclared: ['xml', 'group.somecast'],
  });
});

test('everything declared, everything applies', () => {
  const tags = ['@role-group-hosting-cse', '@role-ae', '@SOM-CAST-001'];
  assert.deepEqual(applicability(tags, target({ 'group.somecast': true }), rows), { verdict: 'applicable' });
});

test('of a role that can speak two protocols only the one applies that the target file describes', () => {
  const file = { name: 'T', roles: ['dm-server'], link: 'http', ics: { dm2: true } } as const;
  const speaker = completeTarget({ ...file, dm2: {} }, (path) => path);
  assert.deepEqual(applicability(['@role-dm-server', '@DM2-CIS-003'], speaker), { verdict: 'applicable' });
  assert.deepEqual(applicability(['@role-dm-server', '@GFO-FLOW-001'], speaker), {
    verdict: 'NOT_APPLICABLE',
    reason: 'the target file describes nothing that speaks SyncML (management)',
  });
  const other = completeTarget({ ...file, management: { serverID: 's', deviceID: 'd' } }, (path) => path);
  assert.deepEqual(applicability(['@role-dm-server', '@DM2-CIS-003'], other), {
    verdict: 'NOT_APPLICABLE',
    reason: 'the target file describes nothing that speaks DM 2.0 (dm2)',
  });
});
