import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { answering, resource, type TestBed, testBed } from '../test-bed';
import { entriesOf, makeContainers, makeGroup, registerCse, stored } from './group-bed';

const CONTENT_INSTANCE = 4;
const SUBSCRIPTION = 23;
const FORWARDING = '/cse2/watcher';

/** Subscribes to the creation of instances in every member of `g`. */
function subscribe(bed: TestBed, attributes: Attributes) {
  const criteria = { eventNotificationCriteria: { notificationEventType: [3] } };
  return bed.ask({
    operation: 'create',
    to: 'cse-base/g/fopt',
    resourceType: SUBSCRIPTION,
    content: resource(SUBSCRIPTION, { resourceName: 'sub', ...criteria, ...attributes }),
  });
}

async function subscribedBed(attributes: Attributes = {}, members = 3): Promise<TestBed> {
  const bed = testBed({ peer: answering(2000) });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, await makeContainers(bed, members), attributes);
  const response = await subscribe(bed, {
    notificationURI: [FORWARDING],
    notificationForwardingURI: FORWARDING,
  });
  assert.deepEqual(
    entriesOf(response).map(([, code]) => code),
    Array(members).fill(2001),
  );
  bed.sent.length = 0;
  return bed;
}

/** Makes an instance in `m1`, `m2`, ... so that each has something to tell. */
async function happen(bed: TestBed, ...members: readonly number[]): Promise<void> {
  for (const member of members) await bed.make(`cse-base/m${member}`, CONTENT_INSTANCE, { content: 'x' });
  await bed.clock.advance(0);
}

/** How many notifications each message to the subscriber held. */
function aggregates(bed: TestBed): readonly number[] {
  return bed.sent.map(({ request }) => {
    assert.equal(request.to, FORWARDING);
    return request.content?.kind === 'aggregatedNotification' ? request.content.notifications.length : 0;
  });
}

test('with notificationForwardingURI the members get an address of this CSE', async () => {
  const bed = await subscribedBed();
  const group = stored(bed, 'cse-base/g').resourceID;
  const { notificationURI, notificationForwardingURI, groupID } = stored(bed, 'cse-base/m1/sub');
  assert.match(String(notificationURI), new RegExp(`^/cse1/${group}/fopt/agn`));
  assert.equal(notificationForwardingURI, FORWARDING);
  assert.equal(groupID, `/cse1/${group}`);
  assert.deepEqual(stored(bed, 'cse-base/m2/sub').notificationURI, notificationURI);
});

test('without it the subscription is forwarded as it came', async () => {
  const bed = testBed({ peer: answering(2000) });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, await makeContainers(bed, 1));
  await subscribe(bed, { notificationURI: [FORWARDING] });
  assert.deepEqual(stored(bed, 'cse-base/m1/sub').notificationURI, [FORWARDING]);
  assert.equal(stored(bed, 'cse-base/m1/sub').groupID, undefined);
  await happen(bed, 1);
  assert.equal(bed.sent.at(-1)?.request.content?.kind, 'notification');
});

test('notifications wait until as many have come as there are members', async () => {
  const bed = await subscribedBed();
  await happen(bed, 1, 2);
  assert.deepEqual(aggregates(bed), []);
  await happen(bed, 3);
  assert.deepEqual(aggregates(bed), [3]);
  assert.equal(bed.sent[0]?.request.from, '/cse1');
});

test('notifyAggregation: its number', async () => {
  const bed = await subscribedBed({ notifyAggregation: { number: 2 } });
  await happen(bed, 1, 2, 3);
  assert.deepEqual(aggregates(bed), [2]);
});

test('notifyAggregation: its duration, from the first notification on', async () => {
  const bed = await subscribedBed({ notifyAggregation: { number: 100, duration: 'PT4S' } });
  await happen(bed, 1);
  await bed.clock.advance(3_000);
  await happen(bed, 2);
  await bed.clock.advance(999);
  assert.deepEqual(aggregates(bed), []);
  await bed.clock.advance(1);
  assert.deepEqual(aggregates(bed), [2]);
  await bed.clock.advance(60_000);
  assert.equal(bed.sent.length, 1);
});

test('no notification waits longer than the policy of the CSE', async () => {
  const bed = await subscribedBed({ notifyAggregation: { number: 100, duration: 'PT1H' } });
  await happen(bed, 1);
  await bed.clock.advance(10_000);
  assert.deepEqual(aggregates(bed), [1]);
});

test('who hosts no member is refused at the address: 4103', async () => {
  const bed = await subscribedBed();
  const to = String(stored(bed, 'cse-base/m1/sub').notificationURI);
  const notify = { operation: 'notify', to, content: { kind: 'notification', notification: {} } } as const;
  assert.equal((await bed.ask({ ...notify, from: '/cse2' })).responseStatusCode, 4103);
  assert.equal((await bed.ask({ ...notify, from: '/cse1' })).responseStatusCode, 2000);
});

test('aggregates that come in are taken apart', async () => {
  const bed = await subscribedBed({ notifyAggregation: { number: 3 } });
  const to = String(stored(bed, 'cse-base/m1/sub').notificationURI);
  const content = {
    kind: 'aggregatedNotification',
    notifications: [{ creator: 'a' }, { creator: 'b' }],
  } as const;
  await bed.ask({ operation: 'notify', to, from: '/cse1', content });
  await happen(bed, 1);
  assert.deepEqual(aggregates(bed), [3]);
});

test('two subscribers are told separately', async () => {
  const bed = await subscribedBed();
  await subscribe(bed, {
    resourceName: 'other',
    notificationURI: ['/cse2/other'],
    notificationForwardingURI: '/cse2/other',
  });
  bed.sent.length = 0;
  await happen(bed, 1, 2, 3);
  assert.deepEqual(bed.sent.map(({ request }) => request.to).sort(), ['/cse2/other', FORWARDING]);
});

test('with the group its address goes, and what waits there', async () => {
  const bed = await subscribedBed();
  const to = String(stored(bed, 'cse-base/m1/sub').notificationURI);
  await happen(bed, 1);
  await bed.ask({ operation: 'delete', to: 'cse-base/g' });
  await bed.clock.advance(60_000);
  assert.deepEqual(aggregates(bed), []);
  const content = { kind: 'notification', notification: {} } as const;
  assert.equal((await bed.ask({ operation: 'notify', to, from: '/cse1', content })).responseStatusCode, 4004);
});

test('a notification to the fan-out point itself is fanned out like anything else', async () => {
  const bed = testBed({ peer: answering(2000) });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/a']);
  const content = { kind: 'notification', notification: {} } as const;
  const response = await bed.ask({ operation: 'notify', to: 'cse-base/g/fopt', content });
  assert.deepEqual(entriesOf(response), [['/cse2/a', 2000]]);
});
