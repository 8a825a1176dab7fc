import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answering, resource, type TestBed, testBed } from '../test-bed';
import { entriesOf, makeContainers, makeGroup, registerCse, stored } from './group-bed';

const fanOutTo = (bed: TestBed, groupRequestTargetMembers: readonly string[], to = 'cse-base/g/fopt') =>
  bed.ask({ operation: 'retrieve', to, groupRequestTargetMembers });

/** The group `g` of three containers, and `outer` of `g/fopt` and the CSEBase. */
async function nestedBed(): Promise<TestBed> {
  const bed = testBed();
  await makeGroup(bed, await makeContainers(bed, 3));
  await makeGroup(bed, ['cse-base/g/fopt', 'cse-base'], { resourceName: 'outer' });
  return bed;
}

test('only the target members are asked, in the order of the list', async () => {
  const bed = await nestedBed();
  assert.deepEqual(entriesOf(await fanOutTo(bed, ['cse-base/m3', 'cse-base/m1'])), [
    ['cse-base/m1', 2000],
    ['cse-base/m3', 2000],
  ]);
});

test('structured, unstructured and repeated identifiers of one member are one target', async () => {
  const bed = await nestedBed();
  const { resourceID } = stored(bed, 'cse-base/m2');
  const response = await fanOutTo(bed, [String(resourceID), '/cse1/cse-base/m2', 'cse-base/m2']);
  assert.deepEqual(entriesOf(response), [['cse-base/m2', 2000]]);
});

test('a target that is no member: 4000, and nobody is asked', async () => {
  const bed = testBed({ peer: answering(2000) });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/a', '/cse2/b']);
  assert.equal((await fanOutTo(bed, ['/cse2/a', '/cse2/c'])).responseStatusCode, 4000);
  assert.deepEqual(bed.sent, []);
});

test('a member of a sub-group is reached through it, and its siblings are not', async () => {
  const bed = await nestedBed();
  const response = await fanOutTo(bed, ['cse-base/m2', 'cse-base'], 'cse-base/outer/fopt');
  assert.deepEqual(entriesOf(response), [
    ['cse-base', 2000],
    ['cse-base/g/fopt', 2000],
  ]);
  assert.ok(response.content?.kind === 'aggregatedResponse');
  const nested = response.content.responses[1];
  assert.deepEqual(nested && entriesOf(nested), [['cse-base/m2', 2000]]);
});

test('a sub-group as a target stands for all of its members', async () => {
  const bed = await nestedBed();
  const response = await fanOutTo(bed, ['cse-base/g/fopt'], 'cse-base/outer/fopt');
  assert.ok(response.content?.kind === 'aggregatedResponse');
  const [nested] = response.content.responses;
  assert.equal(nested && entriesOf(nested).length, 3);
});

test('a sub-group and one of its members as targets: the sub-group is asked once, for all of its members', async () => {
  const bed = await nestedBed();
  const response = await fanOutTo(bed, ['cse-base/g/fopt', 'cse-base/m2'], 'cse-base/outer/fopt');
  assert.deepEqual(entriesOf(response), [['cse-base/g/fopt', 2000]]);
  assert.ok(response.content?.kind === 'aggregatedResponse');
  const [nested] = response.content.responses;
  assert.equal(nested && entriesOf(nested).length, 3);
});

test('sub-groups of sub-groups, and loops of them', async () => {
  const bed = await nestedBed();
  await makeGroup(bed, ['cse-base/top/fopt', 'cse-base/outer/fopt'], { resourceName: 'top' });
  const response = await fanOutTo(bed, ['cse-base/m1'], 'cse-base/top/fopt');
  assert.deepEqual(entriesOf(response), [['cse-base/outer/fopt', 2000]]);
  assert.equal((await fanOutTo(bed, ['cse-base/nothing'], 'cse-base/top/fopt')).responseStatusCode, 4000);
});

test('a member of a sub-group without /fopt is none of the targets', async () => {
  const bed = await nestedBed();
  await makeGroup(bed, ['cse-base/g'], { resourceName: 'plain' });
  assert.equal((await fanOutTo(bed, ['cse-base/m1'], 'cse-base/plain/fopt')).responseStatusCode, 4000);
});

test('a sub-group on another CSE is asked for its members and told its targets', async () => {
  const bed = testBed({
    peer: ({ request }) => ({
      responseStatusCode: 2000,
      requestIdentifier: request.requestIdentifier,
      content: resource(9, { resourceType: 9, memberIDs: ['c1', '/cse2/c2', '/cse3/c3'] }),
    }),
  });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/sub/fopt', '/cse2/other/fopt']);
  const response = await fanOutTo(bed, ['/cse2/c1', '/cse3/c3']);
  assert.deepEqual(entriesOf(response), [['/cse2/sub/fopt', 2000]]);
  assert.deepEqual(
    bed.sent.map(({ request }) => [request.operation, request.to, request.groupRequestTargetMembers]),
    [
      ['retrieve', '/cse2/sub', undefined],
      ['retrieve', '/cse2/sub/fopt', ['/cse2/c1', '/cse3/c3']],
    ],
  );
});

test('an empty list addresses nobody', async () => {
  const bed = await nestedBed();
  const response = await fanOutTo(bed, []);
  assert.equal(response.responseStatusCode, 2000);
  assert.deepEqual(entriesOf(response), []);
});

test('an empty group: 4109 comes before 4000', async () => {
  const bed = testBed();
  await makeGroup(bed, []);
  assert.equal((await fanOutTo(bed, ['cse-base/m1'])).responseStatusCode, 4109);
});

test('a target that was deleted from a sub-group in between is refused there only', async () => {
  const bed = await nestedBed();
  await bed.ask({ operation: 'delete', to: 'cse-base/m2' });
  const response = await fanOutTo(bed, ['cse-base/m1', 'cse-base/m2']);
  assert.deepEqual(entriesOf(response), [
    ['cse-base/m1', 2000],
    ['cse-base/m2', 4004],
  ]);
});
