import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { answering, attributesOf, resource, type TestBed, testBed } from '../test-bed';
import { makeContainers, makeGroup, registerCse, stored } from './group-bed';

const CONTAINER = 3;
const GROUP = 9;
const NODE = 14;
const ABANDON_GROUP = 2;
const SET_MIXED = 3;

const update = (bed: TestBed, attributes: Attributes) =>
  bed.ask({ operation: 'update', to: 'cse-base/g', content: resource(GROUP, attributes) });

/** A group of `m1` among four containers `m1` to `m4` and a node. */
async function groupBed(attributes: Attributes = {}): Promise<TestBed> {
  const bed = testBed();
  await makeContainers(bed, 4);
  await bed.make('cse-base', NODE, { resourceName: 'node', nodeID: 'n' });
  await makeGroup(bed, ['cse-base/m1'], { memberType: CONTAINER, ...attributes });
  return bed;
}

test('a new list replaces the old one, without duplicates, and is counted', async () => {
  const bed = await groupBed();
  const response = await update(bed, { memberIDs: ['cse-base/m2', 'cse-base/m3', '/cse1/-/m2'] });
  assert.equal(response.responseStatusCode, 2004);
  const { memberIDs, currentNrOfMembers, memberTypeValidated } = attributesOf(response);
  assert.deepEqual(memberIDs, ['cse-base/m2', 'cse-base/m3']);
  assert.deepEqual([currentNrOfMembers, memberTypeValidated], [2, true]);
});

test('a list without members', async () => {
  const bed = await groupBed();
  assert.equal((await update(bed, { memberIDs: [] })).responseStatusCode, 2004);
  assert.equal(stored(bed, 'cse-base/g').currentNrOfMembers, 0);
});

test('an inconsistent member leaves under ABANDON_MEMBER', async () => {
  const bed = await groupBed();
  const response = await update(bed, { memberIDs: ['cse-base/m1', 'cse-base/node'] });
  assert.equal(response.responseStatusCode, 2004);
  assert.deepEqual(attributesOf(response).memberIDs, ['cse-base/m1']);
  assert.equal(attributesOf(response).currentNrOfMembers, 1);
});

test('an inconsistent member under ABANDON_GROUP: 4110, and the group stays as it was', async () => {
  const bed = await groupBed({ consistencyStrategy: ABANDON_GROUP });
  const response = await update(bed, { memberIDs: ['cse-base/m2', 'cse-base/node'], groupName: 'new' });
  assert.equal(response.responseStatusCode, 4110);
  assert.deepEqual(stored(bed, 'cse-base/g').memberIDs, ['cse-base/m1']);
  assert.equal(stored(bed, 'cse-base/g').groupName, undefined);
});

test('an inconsistent member under SET_MIXED: the group becomes MIXED', async () => {
  const bed = await groupBed({ consistencyStrategy: SET_MIXED });
  const response = await update(bed, { memberIDs: ['cse-base/m2', 'cse-base/node'] });
  const { memberType, memberTypeValidated, memberIDs } = attributesOf(response);
  assert.deepEqual([memberType, memberTypeValidated], [0, true]);
  assert.deepEqual(memberIDs, ['cse-base/m2', 'cse-base/node']);
});

test('more members than maxNrOfMembers: 6010', async () => {
  const bed = await groupBed({ maxNrOfMembers: 2 });
  const members = ['cse-base/m1', 'cse-base/m2', 'cse-base/m3'];
  assert.equal((await update(bed, { memberIDs: members })).responseStatusCode, 6010);
  assert.deepEqual(stored(bed, 'cse-base/g').memberIDs, ['cse-base/m1']);
  assert.equal((await update(bed, { memberIDs: members.slice(0, 2) })).responseStatusCode, 2004);
});

test('a limit given with the list is the one that counts', async () => {
  const bed = await groupBed({ maxNrOfMembers: 1 });
  const members = ['cse-base/m1', 'cse-base/m2', 'cse-base/m3'];
  assert.equal((await update(bed, { memberIDs: members, maxNrOfMembers: 3 })).responseStatusCode, 2004);
});

test('maxNrOfMembers below the present number of members: 6010; equal is accepted', async () => {
  const bed = await groupBed();
  await update(bed, { memberIDs: ['cse-base/m1', 'cse-base/m2', 'cse-base/m3'] });
  assert.equal((await update(bed, { maxNrOfMembers: 2 })).responseStatusCode, 6010);
  assert.equal(stored(bed, 'cse-base/g').maxNrOfMembers, 100);
  assert.equal((await update(bed, { maxNrOfMembers: 3 })).responseStatusCode, 2004);
});

test('an update of other attributes validates nothing', async () => {
  const bed = await groupBed();
  await bed.ask({ operation: 'delete', to: 'cse-base/m1' });
  const response = await update(bed, { groupName: 'new' });
  assert.equal(response.responseStatusCode, 2004);
  assert.deepEqual(attributesOf(response).memberIDs, ['cse-base/m1']);
});

test('attributes that are not for update, or not to be deleted: 4000', async () => {
  const bed = await groupBed();
  const refusals: readonly Attributes[] = [
    { memberType: 0 },
    { consistencyStrategy: SET_MIXED },
    { currentNrOfMembers: 5 },
    { memberTypeValidated: true },
    { maxNrOfMembers: null },
    { memberIDs: null },
    { somecastAlgorithm: 9 },
  ];
  for (const refusal of refusals) {
    assert.equal((await update(bed, refusal)).responseStatusCode, 4000, JSON.stringify(refusal));
  }
});

test('somecast is switched on and off by update', async () => {
  const bed = await groupBed();
  await update(bed, { somecastEnable: true, somecastAlgorithm: 4 });
  assert.deepEqual(
    [stored(bed, 'cse-base/g').somecastEnable, stored(bed, 'cse-base/g').somecastAlgorithm],
    [true, 4],
  );
  await update(bed, { somecastEnable: null, somecastAlgorithm: null });
  assert.equal(stored(bed, 'cse-base/g').somecastEnable, undefined);
});

test('a list that is too long is refused before any member is asked', async () => {
  const bed = testBed({ peer: answering(2000) });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, [], { memberType: CONTAINER, maxNrOfMembers: 1 });
  assert.equal((await update(bed, { memberIDs: ['/cse2/a', '/cse2/b'] })).responseStatusCode, 6010);
  assert.deepEqual(bed.sent, []);
});
