import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resource, testBed } from '../test-bed';

const REMOTE = { CSEBase: '/cse2/cse-base', requestReachability: true, supportedReleaseVersions: ['3'] };

async function register(from: string, cseID: string | undefined, bed = testBed()) {
  const content = resource(16, { ...REMOTE, ...(cseID !== undefined && { 'CSE-ID': cseID }) });
  const response = await bed.ask({ operation: 'create', to: 'cse-base', from, resourceType: 16, content });
  return response.responseStatusCode;
}

const CASES = [
  ['/cse2', '/cse2', 2001],
  ['/cse2', 'cse2', 2001],
  ['/cse2', undefined, 2001],
  ['CAdmin', '/cse2', 2001],
  ['/cse3', '/cse2', 4103],
  ['/cse1', '/cse1', 4000],
  ['/cse2', '/cse2/x', 4000],
] as const;

for (const [from, cseID, code] of CASES) {
  test(`${from} registers ${cseID}: ${code}`, async () => {
    assert.equal(await register(from, cseID), code);
  });
}

test('one CSE registers once', async () => {
  const bed = testBed();
  assert.equal(await register('/cse2', '/cse2', bed), 2001);
  assert.equal(await register('/cse2', '/cse2', bed), 4117);
});
