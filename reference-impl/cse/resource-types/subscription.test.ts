import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { Notification } from '../../../protocol/model/notification';
import { answering, resource, type TestBed, testBed } from '../test-bed';

const URL = 'http://nt1.example/in';

async function subscribed(attributes: Attributes): Promise<TestBed> {
  const bed = testBed({ peer: answering(2000) });
  await bed.make('cse-base', 3, { resourceName: 'c1' });
  await bed.make('cse-base/c1', 23, { resourceName: 's1', notificationURI: [URL], ...attributes });
  bed.sent.length = 0;
  return bed;
}

function eventTypes(...notificationEventType: readonly number[]): Attributes {
  return { eventNotificationCriteria: { notificationEventType } };
}

async function happen(bed: TestBed): Promise<readonly Notification[]> {
  await bed.make('cse-base/c1', 4, { resourceName: 'i1', content: 'x' });
  await bed.ask({ operation: 'update', to: 'cse-base/c1', content: resource(3, { labels: ['n'] }) });
  await bed.ask({ operation: 'delete', to: 'cse-base/c1/i1' });
  await bed.ask({ operation: 'delete', to: 'cse-base/c1' });
  await bed.clock.advance(0);
  return notifications(bed);
}

function notifications(bed: TestBed): readonly Notification[] {
  return bed.sent.map(({ request }) => {
    assert.ok(request.content?.kind === 'notification');
    return request.content.notification;
  });
}

test('a target is asked before the subscription stands', async () => {
  const bed = testBed({ peer: answering(2000) });
  await bed.make('cse-base', 3, { resourceName: 'c1' });
  await bed.make('cse-base/c1', 23, { notificationURI: [URL] });
  assert.equal(bed.sent.length, 1);
  const [{ pointOfAccess, request } = { pointOfAccess: '', request: undefined }] = bed.sent;
  assert.equal(pointOfAccess, URL);
  assert.deepEqual([request?.operation, request?.to, request?.from], ['notify', URL, '/cse1']);
  const [verification] = notifications(bed);
  assert.deepEqual(verification, {
    verificationRequest: true,
    subscriptionReference: '/cse1/sub-2',
    creator: 'CAdmin',
  });
});

for (const [what, peer] of [
  ['refuses', answering(4103)],
  ['does not answer', () => undefined],
] as const) {
  test(`a target that ${what}: 5204, and there is no subscription`, async () => {
    const bed = testBed({ peer });
    await bed.make('cse-base', 3, { resourceName: 'c1' });
    const content = resource(23, { resourceName: 's1', notificationURI: [URL] });
    const response = await bed.ask({ operation: 'create', to: 'cse-base/c1', resourceType: 23, content });
    assert.equal(response.responseStatusCode, 5204);
    assert.equal(bed.cse.resolve('cse-base/c1/s1'), undefined);
  });
}

test('the Originator itself is not asked', async () => {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'c1' });
  await bed.make('cse-base/c1', 23, { notificationURI: ['/cse1/CAdmin'] });
  assert.equal(bed.sent.length, 0);
});

for (const type of [1, 2, 3, 4]) {
  test(`event type ${type} is notified and nothing else`, async () => {
    const notified = await happen(await subscribed(eventTypes(type)));
    assert.deepEqual(
      notified.map(({ event }) => event?.type),
      [type],
    );
  });
}

test('without criteria updates are notified', async () => {
  const notified = await happen(await subscribed({}));
  assert.deepEqual(
    notified.map(({ event }) => event?.type),
    [1],
  );
});

test('several event types, in the order of the events', async () => {
  const notified = await happen(await subscribed(eventTypes(1, 2, 3, 4)));
  assert.deepEqual(
    notified.map(({ event }) => event?.type),
    [3, 1, 4, 2],
  );
});

test('notificationContentType: all attributes, those modified, or the identifier', async () => {
  const all = (await happen(await subscribed({ notificationContentType: 1 })))[0]?.event?.representation;
  assert.ok(all?.kind === 'resource');
  assert.deepEqual([all.resource.element, all.resource.attributes.resourceName], ['m2m:cnt', 'c1']);
  const modified = (await happen(await subscribed({ notificationContentType: 2 })))[0]?.event?.representation;
  assert.ok(modified?.kind === 'resource');
  assert.deepEqual(modified.resource.attributes.labels, ['n']);
  assert.equal(modified.resource.attributes.resourceName, undefined);
  const identifier = (await happen(await subscribed({ notificationContentType: 3 })))[0]?.event
    ?.representation;
  assert.deepEqual(identifier, { kind: 'uri', uri: '/cse1/cnt-1' });
});

test('attributes and child types narrow the events', async () => {
  const bed = await subscribed({ eventNotificationCriteria: { attribute: ['maxByteSize'] } });
  assert.deepEqual(await happen(bed), []);
  const short = await subscribed({ eventNotificationCriteria: { attribute: ['lbl'] } });
  assert.equal((await happen(short)).length, 1);
  const child = { eventNotificationCriteria: { notificationEventType: [3], childResourceType: [3] } };
  assert.deepEqual(await happen(await subscribed(child)), []);
});

test('the notificationForwardingURI travels along', async () => {
  const bed = await subscribed({ notificationForwardingURI: 'http://app.example' });
  assert.equal((await happen(bed))[0]?.notificationForwardingURI, 'http://app.example');
});

test('a subscription ends with the last notification that expirationCounter allows', async () => {
  const bed = await subscribed({ expirationCounter: 2 });
  for (const label of ['a', 'b', 'c']) {
    await bed.ask({ operation: 'update', to: 'cse-base/c1', content: resource(3, { labels: [label] }) });
  }
  await bed.clock.advance(0);
  assert.equal(bed.sent.length, 2);
  assert.equal(bed.cse.resolve('cse-base/c1/s1'), undefined);
});

test('the subscriber is told when its subscription is deleted', async () => {
  const bed = await subscribed({ subscriberURI: 'http://owner.example' });
  await bed.ask({ operation: 'delete', to: 'cse-base/c1/s1' });
  assert.equal(bed.sent[0]?.pointOfAccess, 'http://owner.example');
  assert.deepEqual(notifications(bed)[0], {
    subscriptionDeletion: true,
    subscriptionReference: '/cse1/sub-2',
  });
});

test('a target that has gone does not disturb the operation', async () => {
  let there = true;
  const bed = testBed({
    peer: (sent) => (there ? answering(2000)(sent) : Promise.reject(new Error('gone'))),
  });
  await bed.make('cse-base', 3, { resourceName: 'c1' });
  await bed.make('cse-base/c1', 23, { notificationURI: [URL] });
  there = false;
  const response = await bed.ask({
    operation: 'update',
    to: 'cse-base/c1',
    content: resource(3, { labels: ['n'] }),
  });
  assert.equal(response.responseStatusCode, 2004);
});

test('where others are notified the CSE records whose subscription it is', async () => {
  const bed = testBed({ peer: answering(2000) });
  await bed.make('cse-base', 3, { resourceName: 'c1' });
  const others = await bed.make('cse-base/c1', 23, { notificationURI: [URL] });
  assert.deepEqual([others.creator, others.notificationContentType], ['CAdmin', 1]);
  const own = await bed.make('cse-base/c1', 23, { notificationURI: ['CAdmin'] });
  assert.equal(own.creator, undefined);
});

test('who may not retrieve a resource may not subscribe to it', async () => {
  const bed = testBed({ peer: answering(2000) });
  const rule = { accessControlOriginators: ['C2'], accessControlOperations: 1 };
  const privileges = { accessControlRule: [rule] };
  await bed.make('cse-base', 1, { resourceName: 'p1', privileges, selfPrivileges: privileges });
  await bed.make('cse-base', 3, { resourceName: 'c1', accessControlPolicyIDs: ['cse-base/p1'] });
  const content = resource(23, { notificationURI: [URL] });
  const response = await bed.ask({
    operation: 'create',
    to: 'cse-base/c1',
    from: 'C2',
    resourceType: 23,
    content,
  });
  assert.equal(response.responseStatusCode, 4103);
  assert.equal(bed.sent.length, 0);
});
