import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { answering, attributesOf, resource, type TestBed, testBed } from '../test-bed';
import { entriesOf, makeContainers, makeGroup, registerCse, stored } from './group-bed';

const AE = 2;
const CONTAINER = 3;
const CONTENT_INSTANCE = 4;
const SUBSCRIPTION = 23;

const NEVER = new Promise<never>(() => {});

function fopt(bed: TestBed, request: Partial<RequestPrimitive> = {}, suffix = '') {
  return bed.ask({ operation: 'retrieve', to: `cse-base/g/fopt${suffix}`, ...request });
}

const instance = (content: string, resourceName = 'i1') => ({
  operation: 'create' as const,
  resourceType: CONTENT_INSTANCE,
  content: resource(CONTENT_INSTANCE, { resourceName, content }),
});

async function groupOf(count: number, attributes: Attributes = {}): Promise<TestBed> {
  const bed = testBed();
  await makeGroup(bed, await makeContainers(bed, count), attributes);
  return bed;
}

test('a retrieve reaches every member; each entry names its member', async () => {
  const bed = await groupOf(3);
  const response = await fopt(bed, { requestIdentifier: 'mine' });
  assert.equal(response.responseStatusCode, 2000);
  assert.equal(response.requestIdentifier, 'mine');
  assert.deepEqual(entriesOf(response), [
    ['cse-base/m1', 2000],
    ['cse-base/m2', 2000],
    ['cse-base/m3', 2000],
  ]);
  assert.ok(response.content?.kind === 'aggregatedResponse');
  const [, second] = response.content.responses;
  assert.equal(second?.content?.kind === 'resource' && second.content.resource.attributes.resourceName, 'm2');
  assert.equal(second?.requestIdentifier, 'mine');
});

test('the unstructured identifier of the group serves as well', async () => {
  const bed = await groupOf(1);
  const { resourceID } = stored(bed, 'cse-base/g');
  assert.deepEqual(entriesOf(await bed.ask({ operation: 'retrieve', to: `${resourceID}/fopt` })), [
    ['cse-base/m1', 2000],
  ]);
});

test('whatever the members say, the whole is 2000', async () => {
  const bed = await groupOf(2);
  await bed.ask({ operation: 'delete', to: 'cse-base/m2' });
  const response = await fopt(bed, instance('1'));
  assert.equal(response.responseStatusCode, 2000);
  assert.deepEqual(entriesOf(response), [
    ['cse-base/m1', 2001],
    ['cse-base/m2', 4004],
  ]);
});

test('a path behind fopt is appended to every member', async () => {
  const bed = await groupOf(2);
  await fopt(bed, instance('old'));
  await fopt(bed, instance('new', 'i2'));
  assert.deepEqual(entriesOf(await fopt(bed, {}, '/i1')), [
    ['cse-base/m1', 2000],
    ['cse-base/m2', 2000],
  ]);
  const latest = await fopt(bed, {}, '/la');
  assert.ok(latest.content?.kind === 'aggregatedResponse');
  assert.deepEqual(
    latest.content.responses.map((entry) => attributesOf(entry).content),
    ['new', 'new'],
  );
});

test('an update and a delete reach every member', async () => {
  const bed = await groupOf(2);
  const updated = await fopt(bed, { operation: 'update', content: resource(CONTAINER, { labels: ['x'] }) });
  assert.deepEqual(
    entriesOf(updated).map(([, code]) => code),
    [2004, 2004],
  );
  assert.deepEqual(stored(bed, 'cse-base/m2').labels, ['x']);
  const deleted = await fopt(bed, { operation: 'delete' });
  assert.equal(deleted.responseStatusCode, 2000);
  assert.deepEqual(
    entriesOf(deleted).map(([, code]) => code),
    [2002, 2002],
  );
  assert.equal(bed.cse.resolve('cse-base/m1'), undefined);
});

test('members that were deleted leave memberIDs; the next request finds none: 4109', async () => {
  const bed = await groupOf(2);
  await fopt(bed, { operation: 'delete' });
  assert.deepEqual(
    [stored(bed, 'cse-base/g').memberIDs, stored(bed, 'cse-base/g').currentNrOfMembers],
    [[], 0],
  );
  assert.equal((await fopt(bed)).responseStatusCode, 4109);
});

test('deleting behind a path or through a virtual member leaves memberIDs alone', async () => {
  const bed = await groupOf(2);
  await fopt(bed, instance('1'));
  assert.deepEqual(
    entriesOf(await fopt(bed, { operation: 'delete' }, '/i1')).map(([, code]) => code),
    [2002, 2002],
  );
  assert.equal(stored(bed, 'cse-base/g').currentNrOfMembers, 2);
  await bed.make('cse-base/m1', CONTENT_INSTANCE, { content: '1' });
  await makeGroup(bed, ['cse-base/m1/la'], { resourceName: 'latest' });
  const response = await bed.ask({ operation: 'delete', to: 'cse-base/latest/fopt' });
  assert.deepEqual(entriesOf(response), [['cse-base/m1/la', 2002]]);
  assert.equal(stored(bed, 'cse-base/latest').currentNrOfMembers, 1);
});

test('a group without members: 4109, also with a path behind fopt', async () => {
  const bed = await groupOf(0);
  assert.equal((await fopt(bed)).responseStatusCode, 4109);
  assert.equal((await fopt(bed, {}, '/la')).responseStatusCode, 4109);
});

test('a child that the memberType cannot have: 4108, and no member is asked', async () => {
  const bed = await groupOf(1, { memberType: CONTAINER });
  const ae = { operation: 'create', resourceType: AE, content: resource(AE, { 'App-ID': 'Na' }) } as const;
  assert.equal((await fopt(bed, ae)).responseStatusCode, 4108);
  assert.equal((await fopt(bed, instance('1'))).responseStatusCode, 2000);
});

test('a subscription to members that cannot have one: 4108 as for any other type', async () => {
  const bed = testBed();
  await makeContainers(bed, 1);
  await bed.make('cse-base/m1', CONTENT_INSTANCE, { resourceName: 'c1', content: 'x' });
  await makeGroup(bed, ['cse-base/m1/c1'], { memberType: CONTENT_INSTANCE });
  const content = resource(SUBSCRIPTION, { notificationURI: ['http://127.0.0.1/'] });
  const response = await bed.ask({
    operation: 'create',
    to: 'cse-base/g/fopt',
    resourceType: SUBSCRIPTION,
    content,
  });
  assert.equal(response.responseStatusCode, 4108);
});

test('in a MIXED group, or behind a path, each member judges the child', async () => {
  const mixed = await groupOf(1);
  const node = { operation: 'create', resourceType: 14, content: resource(14, { nodeID: 'n' }) } as const;
  assert.deepEqual(entriesOf(await fopt(mixed, node)), [['cse-base/m1', 4108]]);
  const typed = await groupOf(1, { memberType: CONTAINER });
  assert.deepEqual(entriesOf(await fopt(typed, node, '/sub')), [['cse-base/m1', 4004]]);
});

test('From goes to the members as it came; To, identifier and group request identifier are set', async () => {
  const bed = testBed({ peer: answering(2000) });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/a', '/cse2/b']);
  await fopt(bed, { from: '/cse3/C7' }).then((response) => assert.equal(response.responseStatusCode, 4103));
  await fopt(bed, { requestIdentifier: 'mine' }, '/x/y');
  const [first, second] = bed.sent.map(({ request }) => request);
  assert.deepEqual([first?.to, second?.to], ['/cse2/a/x/y', '/cse2/b/x/y']);
  assert.deepEqual([first?.from, second?.from], ['/cse1/CAdmin', '/cse1/CAdmin']);
  assert.notEqual(first?.groupRequestIdentifier, undefined);
  assert.equal(first?.groupRequestIdentifier, second?.groupRequestIdentifier);
  assert.notEqual(first?.requestIdentifier, second?.requestIdentifier);
});

test('every request gets a group request identifier of its own; a given one is kept', async () => {
  const bed = testBed({ peer: answering(2000) });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/a']);
  await fopt(bed);
  await fopt(bed);
  await fopt(bed, { groupRequestIdentifier: 'theirs' });
  const [first, second, third] = bed.sent.map(({ request }) => request.groupRequestIdentifier);
  assert.notEqual(first, second);
  assert.equal(third, 'theirs');
});

test('silent members have no entry; the others are answered when the result expires', async () => {
  const bed = testBed({
    peer: ({ request }) =>
      request.to === '/cse2/a' ? NEVER : answering(2000)({ pointOfAccess: '', request }),
  });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/a', '/cse2/b', 'cse-base']);
  const start = bed.clock.now();
  const response = await bed.clock.untilSettled(fopt(bed, { resultExpirationTimestamp: '5000' }));
  assert.equal(bed.clock.now() - start, 5_000);
  assert.deepEqual(entriesOf(response), [
    ['/cse2/b', 2000],
    ['cse-base', 2000],
  ]);
});

test('no member answers before the result expires: 5209', async () => {
  const bed = testBed({ peer: () => NEVER });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/a', '/cse2/b']);
  const response = await bed.clock.untilSettled(fopt(bed, { resultExpirationTimestamp: '20261120T101507' }));
  assert.equal(bed.clock.now(), Date.UTC(2026, 10, 20, 10, 15, 7));
  assert.equal(response.responseStatusCode, 5209);
});

test('members that are known to be out of reach: 5209 when all are, else an entry that says so', async () => {
  const bed = testBed({ peer: () => undefined });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/a', '/cse2/b']);
  assert.equal((await fopt(bed)).responseStatusCode, 5209);
  await makeGroup(bed, ['/cse2/a', 'cse-base'], { resourceName: 'half' });
  const half = await bed.ask({ operation: 'retrieve', to: 'cse-base/half/fopt' });
  assert.deepEqual(entriesOf(half), [
    ['/cse2/a', 5103],
    ['cse-base', 2000],
  ]);
});

test('a nested group answers with one entry that holds the aggregate', async () => {
  const bed = await groupOf(2);
  await makeGroup(bed, ['cse-base/g/fopt', 'cse-base'], { resourceName: 'outer' });
  const response = await bed.ask({ operation: 'retrieve', to: 'cse-base/outer/fopt' });
  assert.deepEqual(entriesOf(response), [
    ['cse-base/g/fopt', 2000],
    ['cse-base', 2000],
  ]);
  assert.ok(response.content?.kind === 'aggregatedResponse');
  const [nested] = response.content.responses;
  assert.deepEqual(nested && entriesOf(nested), [
    ['cse-base/m1', 2000],
    ['cse-base/m2', 2000],
  ]);
});

test('what a nested group has collected arrives although one of its members is silent', async () => {
  const bed = testBed({ peer: () => NEVER });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['cse-base', '/cse2/silent'], { resourceName: 'inner' });
  await makeGroup(bed, ['cse-base/inner/fopt'], { resourceName: 'g' });
  const response = await bed.clock.untilSettled(fopt(bed, { resultExpirationTimestamp: '10000' }));
  assert.deepEqual(entriesOf(response), [['cse-base/inner/fopt', 2000]]);
});

test('a group that contains itself ends with 4104', async () => {
  const bed = testBed();
  await makeGroup(bed, ['cse-base/g/fopt', 'cse-base']);
  assert.deepEqual(entriesOf(await fopt(bed)), [
    ['cse-base/g/fopt', 4104],
    ['cse-base', 2000],
  ]);
});

test('a member that is no oneM2M address is not found, and nothing is sent there', async () => {
  const bed = testBed();
  await makeGroup(bed, ['http://example.com/x', 'cse-base']);
  assert.deepEqual(entriesOf(await fopt(bed)), [
    ['http://example.com/x', 4004],
    ['cse-base', 2000],
  ]);
  assert.deepEqual(bed.sent, []);
});

test('lack of privilege comes before every other refusal', async () => {
  const bed = await groupOf(0);
  const request = { from: 'Cstranger', groupRequestTargetMembers: ['x'], groupSomecastTargetNumber: 7 };
  assert.equal((await fopt(bed, request)).responseStatusCode, 4103);
});

test('10 000 members', async () => {
  const bed = testBed({ peer: answering(2000) });
  await registerCse(bed, 'cse2');
  const members = Array.from({ length: 10_000 }, (_, number) => `/cse2/m${number}`);
  await makeGroup(bed, members, { maxNrOfMembers: 10_000 });
  const response = await bed.clock.untilSettled(fopt(bed));
  assert.equal(entriesOf(response).length, 10_000);
  assert.deepEqual(entriesOf(response).at(-1), ['/cse2/m9999', 2000]);
});
