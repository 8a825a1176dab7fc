import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributesOf, resource, testBed } from '../test-bed';
import { createChain } from './session-bed';
import { traces } from './session-traces-bed';

const DISCOVERY = { filterUsage: 1, resourceType: [2], labels: ['service-sessions'] };

test('a CSE that can do sessions says so, and has a collection of them', async () => {
  const { ask } = testBed();
  const base = attributesOf(await ask({ operation: 'retrieve', to: 'cse-base' }));
  assert.deepEqual(base.labels, ['service-sessions']);
  const types = base.supportedResourceType;
  assert.ok(
    Array.isArray(types) && [9001, 9002, 9003, 9004, 9005, 9006].every((type) => types.includes(type)),
  );
  const collection = await ask({ operation: 'retrieve', to: 'cse-base/sessions' });
  assert.equal(attributesOf(collection).resourceType, 9001);
});

test('one that is told to do none is as before', async () => {
  const { ask, cse } = testBed({ config: { serviceSessions: false } });
  const base = attributesOf(await ask({ operation: 'retrieve', to: 'cse-base' }));
  assert.equal(base.labels, undefined);
  assert.ok(!JSON.stringify(base.supportedResourceType).includes('900'));
  assert.equal([...cse.store.all()].length, 1);
});

test('the collection of an application comes and goes with its label, and its sessions end with it', async () => {
  const chain = await createChain(2);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(2, 'ae2');
  const plain = await chain.application(1, 'ae3', { labelled: false });
  const collection = `${plain.address}/sessions`;
  const exists = async () => (await plain.ask({ operation: 'retrieve', to: collection })).responseStatusCode;
  const label = (labels: string[]) =>
    plain.ask({ operation: 'update', to: plain.address, content: resource(2, { labels }) });
  assert.equal(await exists(), 4004);
  await label(['service-sessions', 'other']);
  assert.equal(await exists(), 2000);
  await plain.establish(ae2);
  await ae1.establish(ae2);
  await label(['other']);
  assert.equal(await exists(), 4004);
  await chain.pass(1);
  assert.deepEqual(
    ae2.events.map(({ type }) => type),
    [1, 1, 3],
  );
  assert.equal(traces(chain).filter((line) => line.includes('fp:ses ')).length, 2);
});

test('nobody but its application looks into a collection', async () => {
  const chain = await createChain(1);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(1, 'ae2');
  const to = 'cse-base/ae1/sessions';
  const codes = [
    (await ae1.ask({ operation: 'retrieve', to })).responseStatusCode,
    (await chain.ask(1, { operation: 'retrieve', to })).responseStatusCode,
    (await ae2.ask({ operation: 'retrieve', to })).responseStatusCode,
    (await ae2.ask({ ...ae1.establishment(ae2), from: 'Cae2' })).responseStatusCode,
  ];
  assert.deepEqual(codes, [2000, 2000, 4103, 4103]);
});

test('applications with the label are found from every CSE of a chain, and nothing else is', async () => {
  const chain = await createChain(3);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(3, 'ae2');
  await chain.application(3, 'ae4', { labelled: false });
  const discovery = { operation: 'retrieve', to: '/cse3/cse-base', filterCriteria: DISCOVERY } as const;
  for (const application of [ae1, ae2]) {
    const found = await application.ask(discovery);
    assert.deepEqual(found.content, { kind: 'uriList', uris: ['cse-base/ae2'] });
  }
  const byIdentifier = await ae1.ask({ ...discovery, desiredIdentifierResultType: 2 });
  assert.deepEqual(byIdentifier.content, { kind: 'uriList', uris: ['Cae2'] });
  const everything = await ae1.ask({ ...discovery, filterCriteria: { filterUsage: 1 } });
  assert.deepEqual(everything.content, { kind: 'uriList', uris: ['cse-base/ae2'] });
  const unknown = await chain.ask(3, { ...discovery, from: '/cse9/Cae1' });
  assert.equal(unknown.responseStatusCode, 4103);
  const read = await ae1.ask({ operation: 'retrieve', to: '/cse3/Cae2' });
  assert.equal(read.responseStatusCode, 4103);
});

test('who is no endpoint sees nothing of a session, and nobody sees the key', async () => {
  const chain = await createChain(2);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(2, 'ae2');
  const ae3 = await chain.application(1, 'ae3');
  const { sessionID, sessionCredentials } = await ae1.establish(ae2, { resourceName: 's1' });
  const to = String(sessionID);
  const whole = { operation: 'retrieve', to, resultContent: 4 } as const;
  for (const answer of [await ae1.ask(whole), await ae2.ask(whole), await chain.ask(1, whole)]) {
    assert.equal(answer.responseStatusCode, 2000);
    assert.ok(!JSON.stringify(answer).includes(String(sessionCredentials)));
  }
  const seen = [
    await ae3.ask(whole),
    await ae3.ask({ ...whole, to: `${to}/targetEndpoint` }),
    await ae2.ask({ ...whole, to: `/cse1/${to}` }),
    await chain.ask(1, { ...whole, from: '/cse2' }),
  ];
  assert.deepEqual(
    seen.map(({ responseStatusCode }) => responseStatusCode),
    [4103, 4103, 4103, 4103],
  );
});

test('a plain update sets nothing that belongs to a session', async () => {
  const { ask, make } = testBed();
  await make('cse-base', 3, { resourceName: 'c1' });
  const content = resource(3, { protectedData: 'a.b.c.d.e' });
  assert.equal((await ask({ operation: 'update', to: 'cse-base/c1', content })).responseStatusCode, 4000);
});

test('the administrator looks at a collection, and is told of no invitations', async () => {
  const chain = await createChain(1);
  await chain.application(1, 'ae1');
  const to = 'cse-base/ae1/sessions';
  assert.equal((await chain.ask(1, { operation: 'retrieve', to })).responseStatusCode, 2000);
  const content = resource(23, { notificationURI: ['http://localhost/told'] });
  const subscription = { operation: 'create', to: `${to}/subscriptions`, resourceType: 23, content } as const;
  assert.equal((await chain.ask(1, subscription)).responseStatusCode, 4103);
});
