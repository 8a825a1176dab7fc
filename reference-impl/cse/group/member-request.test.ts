import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { testBed } from '../test-bed';
import { makeGroup } from './group-bed';
import { memberRequest } from './member-request';

const REQUEST: RequestPrimitive = {
  operation: 'retrieve',
  to: 'cse-base/g/fopt/x',
  from: 'CAE',
  requestIdentifier: 'mine',
  releaseVersionIndicator: '3',
  resultContent: 1,
  groupRequestTargetMembers: ['/cse2/a'],
  groupSomecastTargetNumber: 1,
  responseType: { value: 3 },
  resultExpirationTimestamp: '20261120T101510',
};

async function requestTo(
  memberID: string,
  request: Partial<RequestPrimitive> = {},
  targetMembers?: readonly string[],
) {
  const bed = testBed();
  await makeGroup(bed, []);
  const group = bed.cse.resolve('cse-base/g')?.resource;
  assert.ok(group !== undefined);
  const fanOut = { request: { ...REQUEST, ...request }, group, suffix: 'x', groupRequestIdentifier: 'gid' };
  const member = targetMembers === undefined ? { memberID } : { memberID, targetMembers };
  return memberRequest(bed.cse, fanOut, member);
}

test('a member gets the request with its own address and identifiers, without what selects members', async () => {
  assert.deepEqual(await requestTo('/cse2/a'), {
    operation: 'retrieve',
    to: '/cse2/a/x',
    from: 'CAE',
    requestIdentifier: 'rqi2',
    releaseVersionIndicator: '3',
    resultContent: 1,
    resultExpirationTimestamp: '20261120T101510',
    groupRequestIdentifier: 'gid',
  });
});

test('a nested group is told its own targets and has nine tenths of the time', async () => {
  const request = await requestTo('/cse2/sub/fopt', {}, ['/cse2/b']);
  assert.equal(request.to, '/cse2/sub/fopt/x');
  assert.deepEqual(request.groupRequestTargetMembers, ['/cse2/b']);
  assert.equal(request.groupSomecastTargetNumber, undefined);
  assert.equal(request.resultExpirationTimestamp, '9000');
});

test('the result for a nested group expires after the request does', async () => {
  const request = await requestTo('/cse2/sub/fopt', { requestExpirationTimestamp: '9500' });
  assert.equal(request.resultExpirationTimestamp, '9501');
});
