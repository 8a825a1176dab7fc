import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { attributesOf, type TestBed, testBed } from '../test-bed';

/** cse-base > c1 (labels a) > c2 (labels b) > one contentInstance */
async function tree(): Promise<TestBed> {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'c1', labels: ['a'] });
  await bed.clock.advance(1000);
  await bed.make('cse-base/c1', 3, { resourceName: 'c2', labels: ['b', 'x'] });
  await bed.make('cse-base/c1/c2', 4, { resourceName: 'i1', content: 'hello' });
  return bed;
}

async function retrieve(change: Partial<RequestPrimitive>) {
  return (await tree()).ask({ operation: 'retrieve', to: 'cse-base/c1', ...change });
}

test('Result Content 4 nests the children', async () => {
  const { content } = await retrieve({ resultContent: 4 });
  assert.ok(content?.kind === 'resource');
  const [c2] = content.resource.children ?? [];
  assert.equal(content.resource.attributes.resourceName, 'c1');
  assert.equal(c2?.attributes.resourceName, 'c2');
  assert.equal(c2?.children?.[0]?.attributes.content, 'hello');
});

test('level bounds the depth', async () => {
  const { content } = await retrieve({ resultContent: 4, filterCriteria: { level: 1 } });
  assert.ok(content?.kind === 'resource');
  assert.equal(content.resource.children?.length, 1);
  assert.equal(content.resource.children?.[0]?.children, undefined);
});

test('Result Content 8 has the children without the attributes of their parent', async () => {
  const { content } = await retrieve({ resultContent: 8 });
  assert.ok(content?.kind === 'resource');
  assert.deepEqual(content.resource.attributes, {});
  assert.equal(content.resource.children?.length, 1);
});

test('Result Content 6 has references only', async () => {
  const { content } = await retrieve({ resultContent: 6 });
  assert.deepEqual(content, {
    kind: 'references',
    references: [
      { uri: 'cse-base/c1/c2', name: 'c2', type: 3 },
      { uri: 'cse-base/c1/c2/i1', name: 'i1', type: 4 },
    ],
  });
});

test('some attributes are asked for by content or by filter, with long or short names', async () => {
  const byContent = await retrieve({ content: { kind: 'attributeList', names: ['labels'] } });
  assert.deepEqual(attributesOf(byContent), { labels: ['a'] });
  const byFilter = await retrieve({ filterCriteria: { attributeList: ['rn', 'labels'] } });
  assert.deepEqual(attributesOf(byFilter), { resourceName: 'c1', labels: ['a'] });
});

test('an attribute that the type does not have cannot be asked for', async () => {
  const response = await retrieve({ content: { kind: 'attributeList', names: ['memberIDs'] } });
  assert.equal(response.responseStatusCode, 4000);
});

const SEARCHES = [
  ['everything below', {}, ['cse-base/c1/c2', 'cse-base/c1/c2/i1']],
  ['containers', { resourceType: [3] }, ['cse-base/c1/c2']],
  ['two types', { resourceType: [3, 4] }, ['cse-base/c1/c2', 'cse-base/c1/c2/i1']],
  ['a label', { labels: ['x'] }, ['cse-base/c1/c2']],
  ['a label that nothing has', { labels: ['y'] }, []],
  ['both conditions', { labels: ['x'], resourceType: [4] }, []],
  [
    'either condition',
    { labels: ['x'], resourceType: [4], filterOperation: 2 },
    ['cse-base/c1/c2', 'cse-base/c1/c2/i1'],
  ],
  ['at most one', { limit: 1 }, ['cse-base/c1/c2']],
  ['from the second on', { offset: 2 }, ['cse-base/c1/c2/i1']],
  ['children only', { level: 1 }, ['cse-base/c1/c2']],
  ['created before', { createdBefore: '20261120T101501' }, []],
] as const;

for (const [what, conditions, uris] of SEARCHES) {
  test(`discovery of ${what}`, async () => {
    const response = await retrieve({ filterCriteria: { filterUsage: 1, ...conditions } });
    assert.equal(response.responseStatusCode, 2000);
    assert.deepEqual(response.content, { kind: 'uriList', uris });
  });
}

test('discovery answers unstructured identifiers where they are desired', async () => {
  const filterCriteria = { filterUsage: 1, resourceType: [3] };
  const { content } = await retrieve({ filterCriteria, desiredIdentifierResultType: 2 });
  assert.deepEqual(content, { kind: 'uriList', uris: ['cnt-2'] });
});

test('an expired resource is not there any more', async () => {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'c1', expirationTime: '20261120T101600' });
  await bed.clock.advance(59_999);
  assert.equal((await bed.ask({ operation: 'retrieve', to: 'cse-base/c1' })).responseStatusCode, 2000);
  await bed.clock.advance(1);
  assert.equal((await bed.ask({ operation: 'retrieve', to: 'cse-base/c1' })).responseStatusCode, 4004);
  assert.equal((await bed.ask({ operation: 'retrieve', to: 'cnt-1' })).responseStatusCode, 4004);
});
