import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { attributesOf, resource, type TestBed, testBed } from '../test-bed';

async function withContainer(attributes: Attributes = {}): Promise<TestBed> {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'c1', ...attributes });
  return bed;
}

async function add(bed: TestBed, ...contents: readonly string[]): Promise<void> {
  for (const content of contents) await bed.make('cse-base/c1', 4, { content });
}

function counts(bed: TestBed): readonly unknown[] {
  const attributes = bed.cse.resolve('cse-base/c1')?.resource.attributes ?? {};
  return [attributes.currentNrOfInstances, attributes.currentByteSize, attributes.stateTag];
}

async function contentAt(bed: TestBed, to: string): Promise<unknown> {
  return attributesOf(await bed.ask({ operation: 'retrieve', to })).content;
}

test('instances are counted, in number and bytes, and each changes the state', async () => {
  const bed = await withContainer();
  await add(bed, 'ab', 'cdé');
  assert.deepEqual(counts(bed), [2, 6, 2]);
});

test('la is the newest instance and ol the oldest', async () => {
  const bed = await withContainer();
  await add(bed, 'one', 'two', 'three');
  assert.equal(await contentAt(bed, 'cse-base/c1/la'), 'three');
  assert.equal(await contentAt(bed, 'cse-base/c1/ol'), 'one');
  assert.equal(await contentAt(bed, '/cse1/cnt-1/la'), 'three');
});

test('the oldest go when there are more than maxNrOfInstances', async () => {
  const bed = await withContainer({ maxNrOfInstances: 2 });
  await add(bed, 'one', 'two', 'three');
  assert.deepEqual(counts(bed), [2, 8, 3]);
  assert.equal(await contentAt(bed, 'cse-base/c1/ol'), 'two');
});

test('the oldest go when there are more bytes than maxByteSize', async () => {
  const bed = await withContainer({ maxByteSize: 8 });
  await add(bed, 'one', 'two', 'three');
  assert.deepEqual(counts(bed), [2, 8, 3]);
});

test('an instance that can never fit: 5207', async () => {
  const bed = await withContainer({ maxByteSize: 3 });
  const content = resource(4, { content: 'four' });
  const response = await bed.ask({ operation: 'create', to: 'cse-base/c1', resourceType: 4, content });
  assert.equal(response.responseStatusCode, 5207);
  assert.deepEqual(counts(bed), [0, 0, 0]);
});

test('a smaller limit makes room at once', async () => {
  const bed = await withContainer();
  await add(bed, 'one', 'two', 'three');
  await bed.ask({ operation: 'update', to: 'cse-base/c1', content: resource(3, { maxNrOfInstances: 1 }) });
  assert.deepEqual(counts(bed), [1, 5, 4]);
});

test('a deleted instance is no longer counted', async () => {
  const bed = await withContainer();
  await add(bed, 'one', 'three');
  assert.equal((await bed.ask({ operation: 'delete', to: 'cse-base/c1/la' })).responseStatusCode, 2002);
  assert.deepEqual(counts(bed), [1, 3, 2]);
  assert.equal(await contentAt(bed, 'cse-base/c1/la'), 'one');
});

const REFUSALS = [
  ['la of an empty container', 'retrieve', 'cse-base/c1/la', 4004],
  ['what is below la', 'retrieve', 'cse-base/c1/la/x', 4004],
  ['an update of la', 'update', 'cse-base/c1/la', 4005],
  ['a notification to ol', 'notify', 'cse-base/c1/ol', 4005],
] as const;

for (const [what, operation, to, code] of REFUSALS) {
  test(`${what}: ${code}`, async () => {
    const content = resource(4, { content: 'x' });
    const response = await (await withContainer()).ask({
      operation,
      to,
      ...(operation !== 'retrieve' && { content }),
    });
    assert.equal(response.responseStatusCode, code);
  });
}

test('a contentInstance is not updated, and must have content', async () => {
  const bed = await withContainer();
  await bed.make('cse-base/c1', 4, { resourceName: 'i1', content: 'x' });
  const update = {
    operation: 'update',
    to: 'cse-base/c1/i1',
    content: resource(4, { labels: ['l'] }),
  } as const;
  assert.equal((await bed.ask(update)).responseStatusCode, 4005);
  const create = {
    operation: 'create',
    to: 'cse-base/c1',
    resourceType: 4,
    content: resource(4, {}),
  } as const;
  assert.equal((await bed.ask(create)).responseStatusCode, 4000);
});
