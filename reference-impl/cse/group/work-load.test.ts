import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBed } from '../test-bed';
import { beginRequests, endRequests, workLoad } from './work-load';

test('the work load of a member is how many requests to it wait, however it is named', async () => {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'm1' });
  const { cse } = bed;
  const loads = (): readonly number[] =>
    ['cse-base/m1', '/cse2/m2'].map((memberID) => workLoad(cse, memberID));
  beginRequests(cse, ['cse-base/m1', '/cse2/m2']);
  beginRequests(cse, ['/cse1/cse-base/m1']);
  assert.deepEqual(loads(), [2, 1]);
  endRequests(cse, ['cse-base/m1', '/cse2/m2']);
  assert.deepEqual(loads(), [1, 0]);
  endRequests(cse, ['cse-base/m1', '/cse2/m2']);
  assert.deepEqual(loads(), [0, 0]);
  beginRequests(cse, ['/cse2/m2']);
  assert.deepEqual(loads(), [0, 1]);
});
