import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { resource, type TestBed, testBed } from '../test-bed';
import { makeContainers, makeGroup, registerCse, stored } from './group-bed';

const CONTAINER = 3;
const GROUP = 9;
const SUBSCRIPTION = 23;
const INTERVAL = 30_000;
const ABANDON_GROUP = 2;
const SET_MIXED = 3;

interface Remote {
  reachable: boolean;
  memberType: number;
  status: number;
}

/** A typed group with a sub-group on another CSE that cannot be reached yet. */
async function pendingBed(
  attributes: Attributes = {},
): Promise<{ readonly bed: TestBed; readonly remote: Remote }> {
  const remote: Remote = { reachable: false, memberType: CONTAINER, status: 2000 };
  const bed = testBed({
    config: { revalidationInterval: INTERVAL },
    peer({ request }) {
      if (request.operation === 'notify')
        return { responseStatusCode: 2000, requestIdentifier: request.requestIdentifier };
      if (!remote.reachable) return undefined;
      return {
        responseStatusCode: remote.status,
        requestIdentifier: request.requestIdentifier,
        content: resource(GROUP, { resourceType: 9, memberType: remote.memberType }),
      };
    },
  });
  await makeContainers(bed, 1);
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['cse-base/m1', '/cse2/sub/fopt'], { memberType: CONTAINER, ...attributes });
  return { bed, remote };
}

test('a sub-group that cannot be reached stays, and the group is not validated', async () => {
  const { bed } = await pendingBed();
  const group = stored(bed, 'cse-base/g');
  assert.equal(group.memberTypeValidated, false);
  assert.deepEqual(group.memberIDs, ['cse-base/m1', '/cse2/sub/fopt']);
});

test('as long as it cannot be reached it is asked again and nothing changes', async () => {
  const { bed } = await pendingBed();
  const before = bed.sent.length;
  await bed.clock.advance(3 * INTERVAL + 1);
  assert.equal(bed.sent.length, before + 3);
  assert.equal(stored(bed, 'cse-base/g').memberTypeValidated, false);
});

test('reachable and of the type: validated, and asked no more', async () => {
  const { bed, remote } = await pendingBed();
  remote.reachable = true;
  await bed.clock.advance(INTERVAL);
  const group = stored(bed, 'cse-base/g');
  assert.equal(group.memberTypeValidated, true);
  assert.deepEqual(group.memberIDs, ['cse-base/m1', '/cse2/sub/fopt']);
  const asked = bed.sent.length;
  await bed.clock.advance(5 * INTERVAL);
  assert.equal(bed.sent.length, asked);
});

test('reachable and of another type, ABANDON_MEMBER: it leaves', async () => {
  const { bed, remote } = await pendingBed();
  Object.assign(remote, { reachable: true, memberType: 2 });
  await bed.clock.advance(INTERVAL);
  const { memberIDs, currentNrOfMembers, memberTypeValidated } = stored(bed, 'cse-base/g');
  assert.deepEqual([memberIDs, currentNrOfMembers, memberTypeValidated], [['cse-base/m1'], 1, true]);
});

test('reachable and of another type, ABANDON_GROUP: the group is deleted', async () => {
  const { bed, remote } = await pendingBed({ consistencyStrategy: ABANDON_GROUP });
  Object.assign(remote, { reachable: true, memberType: 2 });
  await bed.clock.advance(INTERVAL);
  assert.equal(bed.cse.resolve('cse-base/g'), undefined);
});

test('reachable and of another type, SET_MIXED: the group becomes MIXED', async () => {
  const { bed, remote } = await pendingBed({ consistencyStrategy: SET_MIXED });
  Object.assign(remote, { reachable: true, memberType: 2 });
  await bed.clock.advance(INTERVAL);
  const { memberIDs, memberType, memberTypeValidated } = stored(bed, 'cse-base/g');
  assert.deepEqual(
    [memberIDs, memberType, memberTypeValidated],
    [['cse-base/m1', '/cse2/sub/fopt'], 0, true],
  );
});

test('reachable but not to be read: not validated, so the strategy applies', async () => {
  const { bed, remote } = await pendingBed();
  Object.assign(remote, { reachable: true, status: 4103 });
  await bed.clock.advance(INTERVAL);
  assert.deepEqual(stored(bed, 'cse-base/g').memberIDs, ['cse-base/m1']);
});

test('a subscriber to the group is told of the late result', async () => {
  const { bed, remote } = await pendingBed();
  await bed.make('cse-base/g', SUBSCRIPTION, { notificationURI: ['/cse2/watcher'] });
  remote.reachable = true;
  bed.sent.length = 0;
  await bed.clock.advance(INTERVAL);
  const told = bed.sent.filter(({ request }) => request.operation === 'notify');
  assert.equal(told.length, 1);
  const content = told[0]?.request.content;
  assert.ok(content?.kind === 'notification');
  const told1 = content.notification.event?.representation;
  assert.equal(told1?.kind === 'resource' && told1.resource.attributes.memberTypeValidated, true);
});

test('an update that drops the member ends the waiting', async () => {
  const { bed } = await pendingBed();
  await bed.ask({
    operation: 'update',
    to: 'cse-base/g',
    content: resource(GROUP, { memberIDs: ['cse-base/m1'] }),
  });
  assert.equal(stored(bed, 'cse-base/g').memberTypeValidated, true);
  bed.sent.length = 0;
  await bed.clock.advance(3 * INTERVAL);
  assert.deepEqual(bed.sent, []);
});

test('deleting the group ends the waiting', async () => {
  const { bed } = await pendingBed();
  await bed.ask({ operation: 'delete', to: 'cse-base/g' });
  bed.sent.length = 0;
  await bed.clock.advance(3 * INTERVAL);
  assert.deepEqual(bed.sent, []);
});

test('members validated at first are not judged again', async () => {
  const { bed, remote } = await pendingBed();
  await bed.ask({ operation: 'delete', to: 'cse-base/m1' });
  remote.reachable = true;
  await bed.clock.advance(INTERVAL);
  assert.deepEqual(stored(bed, 'cse-base/g').memberIDs, ['cse-base/m1', '/cse2/sub/fopt']);
});

test('a CSE that keeps silent counts as unreachable before the result expires', async () => {
  const bed = testBed({ peer: () => new Promise(() => {}) });
  await registerCse(bed, 'cse2');
  const start = bed.clock.now();
  await bed.clock.untilSettled(makeGroup(bed, ['/cse2/sub/fopt'], { memberType: CONTAINER }));
  assert.equal(bed.clock.now() - start, 15_000);
  assert.equal(stored(bed, 'cse-base/g').memberTypeValidated, false);
});

test('strategy at once for what is known, later for what could not be reached', async () => {
  const { bed, remote } = await pendingBed();
  await bed.make('cse-base', 14, { resourceName: 'node', nodeID: 'n' });
  await makeGroup(bed, ['cse-base/node', 'cse-base/m1', '/cse2/sub/fopt'], {
    resourceName: 'both',
    memberType: CONTAINER,
  });
  assert.deepEqual(stored(bed, 'cse-base/both').memberIDs, ['cse-base/m1', '/cse2/sub/fopt']);
  assert.equal(stored(bed, 'cse-base/both').memberTypeValidated, false);
  Object.assign(remote, { reachable: true, memberType: 2 });
  await bed.clock.advance(INTERVAL);
  assert.deepEqual(stored(bed, 'cse-base/both').memberIDs, ['cse-base/m1']);
  assert.equal(stored(bed, 'cse-base/both').memberTypeValidated, true);
});

/** A group that waits for `/cse2/sub/fopt`, whose next update is disturbed by others as often as it is tried. */
async function disturbedBed(): Promise<TestBed> {
  let disturb = async (): Promise<void> => undefined;
  const bed = testBed({
    config: { revalidationInterval: INTERVAL },
    async peer() {
      await disturb();
      return undefined;
    },
  });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/sub/fopt'], { memberType: CONTAINER });
  let turn = 0;
  disturb = async () => {
    turn += 1;
    await bed.ask({
      operation: 'update',
      to: 'cse-base/g',
      content: resource(GROUP, { groupName: `name ${turn}` }),
    });
  };
  return bed;
}

test('an update that is given up leaves the waiting as it was', async () => {
  const bed = await disturbedBed();
  const given = await bed.ask({
    operation: 'update',
    to: 'cse-base/g',
    content: resource(GROUP, { memberIDs: ['/cse2/other/fopt'] }),
  });
  assert.equal(given.responseStatusCode, 4105);
  bed.sent.length = 0;
  await bed.clock.advance(INTERVAL);
  assert.deepEqual(
    bed.sent.map(({ request }) => request.to),
    ['/cse2/sub'],
  );
  assert.equal(stored(bed, 'cse-base/g').memberTypeValidated, false);
});

test('an update of something else leaves the waiting as it was', async () => {
  const { bed, remote } = await pendingBed();
  await bed.ask({ operation: 'update', to: 'cse-base/g', content: resource(GROUP, { groupName: 'x' }) });
  remote.reachable = true;
  await bed.clock.advance(INTERVAL);
  assert.equal(stored(bed, 'cse-base/g').memberTypeValidated, true);
});
