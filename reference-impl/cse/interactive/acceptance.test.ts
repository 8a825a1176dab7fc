import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { makeContainers, makeGroup, registerCse } from '../group/group-bed';
import { attributesOf, resource, testBed } from '../test-bed';
import { interactively, messagesTo, NT1, ok, requestAddress } from './interactive-bed';

const MINUTE = 60_000;

const REFUSALS: readonly (readonly [string, Partial<RequestPrimitive>, number])[] = [
  ['a target at a host that may not be notified', targets('http://elsewhere.example/'), 4000],
  ['a target that is no URL', targets('http://'), 4000],
  ['a target that is nothing', targets('no address'), 4000],
  ['a good and a bad target', targets(NT1, 'a//b'), 4000],
  ['a request that has expired', { requestExpirationTimestamp: '20261120T101459' }, 4008],
  ['a result that has expired', { resultExpirationTimestamp: '-1' }, 4008],
  [
    'a result that expires before the request',
    { requestExpirationTimestamp: '5000', resultExpirationTimestamp: '4000' },
    4000,
  ],
  ['a time to keep that is over', { resultPersistence: '20261120T101459' }, 4000],
  ['a negative time to keep', { resultPersistence: '-5' }, 4000],
  ['a time to keep that is none', { resultPersistence: 'P1D' }, 4000],
  ['a target member that the group does not have', { groupRequestTargetMembers: ['cse-base/m9'] }, 4000],
  ['an originator without privilege', { from: 'CStranger' }, 4103],
];

function targets(...notificationURIs: string[]): Partial<RequestPrimitive> {
  return { responseType: { value: 2, notificationURIs } };
}

for (const [what, change, code] of REFUSALS) {
  test(`${what}: ${code} at once, and no <request>`, async () => {
    const bed = testBed({ peer: ok });
    await makeGroup(bed, await makeContainers(bed, 2));
    const before = [...bed.cse.store.all()].length;
    assert.equal((await bed.ask({ ...interactively([NT1]), ...change })).responseStatusCode, code);
    await bed.clock.advance(MINUTE);
    assert.equal([...bed.cse.store.all()].length, before);
    assert.equal(bed.sent.length, 0);
  });
}

test('a group without members: NO_MEMBERS at once', async () => {
  const bed = testBed();
  await makeGroup(bed, []);
  assert.equal((await bed.ask(interactively([NT1]))).responseStatusCode, 4109);
});

test('the <request> shows the request, under its CSEBase', async () => {
  const bed = testBed({ peer: ok });
  await makeGroup(bed, await makeContainers(bed, 1));
  const accepted = await bed.ask({ ...interactively([NT1]), resultPersistence: '60000' });
  const address = requestAddress(accepted);
  assert.match(address, /^cse-base\/req-/);
  const shown = attributesOf(await bed.ask({ operation: 'retrieve', to: address }));
  assert.equal(shown.resourceType, 17);
  assert.equal(shown.parentID, 'cb1');
  assert.equal(shown.operation, 2);
  assert.equal(shown.target, 'cse-base/g/fopt');
  assert.equal(shown.originator, 'CAdmin');
  assert.equal(shown.requestID, 'q1');
  assert.equal(shown.requestStatus, 3);
  assert.equal(shown.expirationTime, '20261120T101600,000');
  assert.deepEqual(shown.operationResult, {
    responseStatusCode: 1000,
    requestIdentifier: 'q1',
    from: '/cse1',
  });
  assert.deepEqual(shown.metaInformation, {
    releaseVersionIndicator: '3',
    resultPersistence: '60000',
    responseType: { responseTypeValue: 2, notificationURI: [NT1] },
  });
});

test('an absurd time to keep or to gather is cut to what the CSE allows', async () => {
  const bed = testBed({ peer: ok, config: { maximumResultPersistence: 10 * MINUTE } });
  await makeGroup(bed, await makeContainers(bed, 1));
  const absurd = '999999999999999';
  const times = { resultPersistence: absurd, resultExpirationTimestamp: absurd };
  const address = requestAddress(await bed.ask({ ...interactively([NT1]), ...times }));
  await bed.clock.advance(10 * MINUTE - 1);
  assert.equal((await bed.ask({ operation: 'retrieve', to: address })).responseStatusCode, 2000);
  await bed.clock.advance(1);
  assert.equal((await bed.ask({ operation: 'retrieve', to: address })).responseStatusCode, 4004);
});

test('the acceptance does not wait for a CSE that must say who the members are', async () => {
  const bed = testBed({ peer: () => new Promise<never>(() => {}) });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/base/sub/fopt']);
  const request = { ...interactively([NT1]), groupRequestTargetMembers: ['/cse2/base/m1'] };
  const begun = bed.clock.now();
  const accepted = await bed.clock.untilSettled(bed.ask(request));
  assert.equal(accepted.responseStatusCode, 1002);
  assert.ok(bed.clock.now() - begun <= 50);
  await bed.clock.advance(5 * MINUTE);
  const [message] = messagesTo(bed, NT1);
  const { content } = message?.request ?? {};
  assert.equal(content?.kind === 'response' && content.response.responseStatusCode, 4000);
});

test('any other resource answers later too, with its response as the result', async () => {
  const bed = testBed({ peer: ok });
  await makeContainers(bed, 1);
  const accepted = await bed.ask({ ...interactively([NT1]), to: 'cse-base/m1' });
  assert.equal(accepted.responseStatusCode, 1002);
  await bed.clock.advance(MINUTE);
  const { content } = messagesTo(bed, NT1)[0]?.request ?? {};
  assert.equal(content?.kind === 'response' && content.response.requestIdentifier, 'q1');
  assert.equal(content?.kind === 'response' && content.response.content?.kind, 'resource');
  const address = requestAddress(accepted);
  assert.equal(attributesOf(await bed.ask({ operation: 'retrieve', to: address })).requestStatus, 1);
  const again = await bed.ask({ ...interactively([NT1]), to: address });
  assert.equal(again.responseStatusCode, 4000);
});

test('a <request> is not created by request', async () => {
  const bed = testBed();
  const request = {
    operation: 'create',
    to: 'cse-base',
    resourceType: 17,
    content: resource(17, {}),
  } as const;
  assert.equal((await bed.ask(request)).responseStatusCode, 4005);
});
