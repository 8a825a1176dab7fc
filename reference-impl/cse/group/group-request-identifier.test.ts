import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resource, type TestBed, testBed } from '../test-bed';
import { entriesOf, makeContainers, makeGroup } from './group-bed';

const LIFETIME = 600_000;
const CONTENT_INSTANCE = 4;

const retrieve = async (bed: TestBed, to: string, groupRequestIdentifier: string) =>
  (await bed.ask({ operation: 'retrieve', to, groupRequestIdentifier })).responseStatusCode;

async function containersBed(): Promise<TestBed> {
  const bed = testBed();
  await makeContainers(bed, 2);
  return bed;
}

test('the same identifier on the same target is refused', async () => {
  const bed = await containersBed();
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 2000);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 4104);
});

test('another spelling of the target is the same target', async () => {
  const bed = await containersBed();
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 2000);
  assert.equal(await retrieve(bed, '/cse1/-/m1', 'one'), 4104);
});

test('another identifier, another target or none does not interfere', async () => {
  const bed = await containersBed();
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 2000);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'two'), 2000);
  assert.equal(await retrieve(bed, 'cse-base/m2', 'one'), 2000);
  assert.equal((await bed.ask({ operation: 'retrieve', to: 'cse-base/m1' })).responseStatusCode, 2000);
});

test('a target that does not exist is not remembered; existence is checked first', async () => {
  const bed = await containersBed();
  assert.equal(await retrieve(bed, 'cse-base/m3', 'one'), 4004);
  await bed.make('cse-base', 3, { resourceName: 'm3' });
  assert.equal(await retrieve(bed, 'cse-base/m3', 'one'), 2000);
});

test('the check comes before authorization', async () => {
  const bed = await containersBed();
  await retrieve(bed, 'cse-base/m1', 'one');
  const request = { operation: 'retrieve', to: 'cse-base/m1', from: 'Cstranger' } as const;
  assert.equal((await bed.ask({ ...request, groupRequestIdentifier: 'one' })).responseStatusCode, 4104);
  assert.equal((await bed.ask({ ...request, groupRequestIdentifier: 'two' })).responseStatusCode, 4103);
});

test('a pair is forgotten after its lifetime and not before', async () => {
  const bed = await containersBed();
  await retrieve(bed, 'cse-base/m1', 'one');
  await bed.clock.advance(LIFETIME - 1);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 4104);
  await bed.clock.advance(1);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 2000);
});

test('beyond the limit the eldest pair is forgotten, and only that', async () => {
  const bed = testBed({ config: { groupRequestIdentifierLimit: 2 } });
  await makeContainers(bed, 1);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 2000);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'two'), 2000);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 4104);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'three'), 2000);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'two'), 4104);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 2000);
});

test('a fan-out point is a target too', async () => {
  const bed = await containersBed();
  await makeGroup(bed, ['cse-base/m1', 'cse-base/m2']);
  assert.equal(await retrieve(bed, 'cse-base/g/fopt', 'one'), 2000);
  assert.equal(await retrieve(bed, 'cse-base/g/fopt', 'one'), 4104);
  assert.equal(await retrieve(bed, 'cse-base/m1', 'one'), 4104);
});

test('concurrent repeats: one is carried out', async () => {
  const bed = await containersBed();
  await makeGroup(bed, ['cse-base/m1']);
  const create = () =>
    bed.ask({
      operation: 'create',
      to: 'cse-base/g/fopt',
      groupRequestIdentifier: 'one',
      resourceType: CONTENT_INSTANCE,
      content: resource(CONTENT_INSTANCE, { content: '1' }),
    });
  const answers = await Promise.all([create(), create(), create()]);
  assert.deepEqual(answers.map(({ responseStatusCode }) => responseStatusCode).sort(), [2000, 4104, 4104]);
  const container = bed.cse.resolve('cse-base/m1');
  assert.equal(container?.resource.attributes.currentNrOfInstances, 1);
});

test('a leaf that two sub-groups share is asked once', async () => {
  const bed = await containersBed();
  await makeGroup(bed, ['cse-base/m1'], { resourceName: 'left' });
  await makeGroup(bed, ['cse-base/m1'], { resourceName: 'right' });
  await makeGroup(bed, ['cse-base/left/fopt', 'cse-base/right/fopt']);
  const response = await bed.ask({ operation: 'retrieve', to: 'cse-base/g/fopt' });
  assert.ok(response.content?.kind === 'aggregatedResponse');
  assert.deepEqual(response.content.responses.flatMap(entriesOf), [
    ['cse-base/m1', 2000],
    ['cse-base/m1', 4104],
  ]);
});
