import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { answering, type Peer, resource, type TestBed, testBed } from '../test-bed';

const REMOTE = {
  resourceName: 'cse2',
  'CSE-ID': '/cse2',
  CSEBase: '/cse2/cse-base',
  pointOfAccess: ['http://one.example', 'http://two.example'],
  requestReachability: true,
  supportedReleaseVersions: ['3'],
};

async function withRemote(peer: Peer): Promise<TestBed> {
  const bed = testBed({ peer });
  await bed.make('cse-base', 16, REMOTE, '/cse2');
  return bed;
}

function retrieveRemote(bed: TestBed, change: Partial<RequestPrimitive> = {}) {
  return bed.ask({ operation: 'retrieve', to: '/cse2/cse-base/c1', from: 'C1', ...change });
}

test('a request for another CSE goes to its point of access, its From SP-relative, all else unchanged', async () => {
  const bed = await withRemote(answering(2000));
  const response = await retrieveRemote(bed, { groupRequestIdentifier: 'g1' });
  assert.equal(response.responseStatusCode, 2000);
  assert.deepEqual(bed.sent, [
    {
      pointOfAccess: 'http://one.example',
      request: {
        operation: 'retrieve',
        to: '/cse2/cse-base/c1',
        from: '/cse1/C1',
        requestIdentifier: 'r1',
        releaseVersionIndicator: '3',
        groupRequestIdentifier: 'g1',
      },
    },
  ]);
});

for (const [from, outside] of [
  ['S1', '/S1'],
  ['/cse3/C1', '/cse3/C1'],
  ['//other.example/cse3/C1', '//other.example/cse3/C1'],
] as const) {
  test(`the From ${from} leaves as ${outside}`, async () => {
    const bed = await withRemote(answering(2000));
    await retrieveRemote(bed, { from });
    assert.equal(bed.sent[0]?.request.from, outside);
  });
}

test('what the other CSE answers is answered, a refusal too', async () => {
  assert.equal((await retrieveRemote(await withRemote(answering(4103)))).responseStatusCode, 4103);
});

test('absolute addresses within the service provider are forwarded alike', async () => {
  const bed = await withRemote(answering(2000));
  const to = '//flowproof.example/cse2/cse-base';
  assert.equal((await retrieveRemote(bed, { to })).responseStatusCode, 2000);
  assert.equal((await retrieveRemote(bed, { to: '//other.example/cse2/cse-base' })).responseStatusCode, 4004);
});

test('a point of access that does not answer leads to the next one', async () => {
  const bed = await withRemote((sent) =>
    sent.pointOfAccess === 'http://two.example' ? answering(2000)(sent) : undefined,
  );
  assert.equal((await retrieveRemote(bed)).responseStatusCode, 2000);
  assert.deepEqual(
    bed.sent.map(({ pointOfAccess }) => pointOfAccess),
    ['http://one.example', 'http://two.example'],
  );
});

test('nobody answers: 5103', async () => {
  assert.equal((await retrieveRemote(await withRemote(() => undefined))).responseStatusCode, 5103);
});

test('an answer to another request is no answer', async () => {
  const bed = await withRemote(() => ({ responseStatusCode: 2000, requestIdentifier: 'other' }));
  assert.equal((await retrieveRemote(bed)).responseStatusCode, 5103);
});

test('a peer that fails is a peer that does not answer', async () => {
  const bed = await withRemote(() => Promise.reject(new Error('broken')));
  assert.equal((await retrieveRemote(bed)).responseStatusCode, 5103);
});

test('silent points of access share the time until the result expires', async () => {
  const bed = await withRemote(() => new Promise(() => {}));
  const begun = bed.clock.now();
  const answer = retrieveRemote(bed, { resultExpirationTimestamp: '700' });
  assert.equal((await bed.clock.untilSettled(answer)).responseStatusCode, 5103);
  assert.equal(bed.clock.now() - begun, 700);
  assert.equal(bed.sent.length, 2);
});

test('a CSE that is not registered: 4004', async () => {
  assert.equal((await retrieveRemote(testBed())).responseStatusCode, 4004);
});

test('a point of access that leads back here ends in 5103, not in a circle', async () => {
  const bed = await withRemote(({ request }) => bed.cse.handle(request));
  assert.equal((await retrieveRemote(bed)).responseStatusCode, 5103);
});

test('an update of the points of access counts at once', async () => {
  const bed = await withRemote(answering(2000));
  const content = {
    kind: 'resource',
    resource: { element: 'm2m:csr', attributes: { pointOfAccess: ['http://three.example'] } },
  } as const;
  await bed.ask({ operation: 'update', to: 'cse-base/cse2', from: '/cse2', content });
  await retrieveRemote(bed);
  assert.equal(bed.sent[0]?.pointOfAccess, 'http://three.example');
});

test('a registration is not forwarded', async () => {
  const bed = await withRemote(answering(2001));
  const content = resource(2, { 'App-ID': 'Napp' });
  const response = await bed.ask({
    operation: 'create',
    to: '/cse2/-',
    from: 'C1',
    resourceType: 2,
    content,
  });
  assert.equal(response.responseStatusCode, 4000);
  assert.equal(bed.sent.length, 0);
});
