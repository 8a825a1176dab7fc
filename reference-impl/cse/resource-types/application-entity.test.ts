import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { answering, attributesOf, resource, type TestBed, testBed } from '../test-bed';

const AE = { 'App-ID': 'Napp', requestReachability: true, supportedReleaseVersions: ['3'] };

function register(bed: TestBed, from: string | undefined, attributes: Attributes = AE) {
  const request = {
    operation: 'create',
    to: 'cse-base',
    resourceType: 2,
    content: resource(2, attributes),
  } as const;
  return bed.cse.handle({
    ...request,
    requestIdentifier: 'r1',
    releaseVersionIndicator: '3',
    ...(from !== undefined && { from }),
  });
}

const STEMS = [
  ['CmyApp', 'CmyApp'],
  ['SmyApp', 'SmyApp'],
  ['/cse1/CmyApp', 'CmyApp'],
  ['/SmyApp', 'SmyApp'],
  ['C', 'C1'],
  ['S', 'S1'],
  ['', 'C1'],
  [undefined, 'C1'],
] as const;

for (const [from, stem] of STEMS) {
  test(`an AE that comes as ${from} is registered as ${stem}`, async () => {
    const response = await register(testBed(), from);
    assert.equal(response.responseStatusCode, 2001);
    const attributes = attributesOf(response);
    assert.deepEqual([attributes['AE-ID'], attributes.resourceID], [stem, stem]);
  });
}

test('a stem that is registered: 4117', async () => {
  const bed = testBed();
  await register(bed, 'C1');
  assert.equal((await register(bed, 'C1')).responseStatusCode, 4117);
});

const REFUSALS = [
  ['a From that is no stem', 'nobody', AE, 4000],
  ['a From that is a CSE', '/cse2', AE, 4000],
  ['an App-ID of no known kind', 'C1', { ...AE, 'App-ID': 'xyz' }, 4000],
  ['no App-ID', 'C1', { requestReachability: true, supportedReleaseVersions: ['3'] }, 4000],
  ['no requestReachability', 'C1', { 'App-ID': 'Napp', supportedReleaseVersions: ['3'] }, 4000],
  ['no supportedReleaseVersions', 'C1', { 'App-ID': 'Napp', requestReachability: true }, 4000],
] as const;

for (const [what, from, attributes, code] of REFUSALS) {
  test(`${what}: ${code}`, async () => {
    assert.equal((await register(testBed(), from, attributes)).responseStatusCode, code);
  });
}

test('an AE may do with itself as it likes, others not', async () => {
  const bed = testBed();
  await register(bed, 'C1', { ...AE, resourceName: 'ae1' });
  const container = {
    operation: 'create',
    to: 'cse-base/ae1',
    resourceType: 3,
    content: resource(3, {}),
  } as const;
  assert.equal((await bed.ask({ ...container, from: 'C2' })).responseStatusCode, 4103);
  assert.equal((await bed.ask({ ...container, from: 'C1' })).responseStatusCode, 2001);
  assert.equal(
    (await bed.ask({ operation: 'delete', to: 'cse-base/ae1', from: 'C1' })).responseStatusCode,
    2002,
  );
});

test('a notification for an AE goes to its point of access', async () => {
  const bed = testBed({ peer: answering(2000) });
  await register(bed, 'C1', { ...AE, pointOfAccess: ['http://ae.example'] });
  const content = { kind: 'notification', notification: { verificationRequest: true } } as const;
  const response = await bed.ask({ operation: 'notify', to: '/cse1/C1', from: '/cse1', content });
  assert.equal(response.responseStatusCode, 2000);
  assert.equal(bed.sent[0]?.pointOfAccess, 'http://ae.example');
  assert.equal(bed.sent[0]?.request.from, '/cse1');
});

test('strangers may not notify an AE, and an AE without point of access cannot be reached', async () => {
  const bed = testBed();
  await register(bed, 'C1');
  const content = { kind: 'notification', notification: {} } as const;
  const notify = { operation: 'notify', to: 'C1', content } as const;
  assert.equal((await bed.ask({ ...notify, from: 'C2' })).responseStatusCode, 4103);
  assert.equal((await bed.ask({ ...notify, from: '/cse1' })).responseStatusCode, 5103);
});
