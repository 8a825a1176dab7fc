import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { resourceTypeProcedures } from '../resource-types';
import { attributesOf, resource, type TestBed, testBed } from '../test-bed';

async function withContainer(): Promise<TestBed> {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'c1', labels: ['a'], maxNrOfInstances: 5 });
  await bed.make('cse-base/c1', 3, { resourceName: 'c2', expirationTime: '20270202T000000' });
  await bed.clock.advance(1000);
  return bed;
}

function update(bed: TestBed, attributes: Attributes, change: object = {}) {
  return bed.ask({ operation: 'update', to: 'cse-base/c1', content: resource(3, attributes), ...change });
}

test('an update changes what it names and the time of the last change', async () => {
  const bed = await withContainer();
  const response = await update(bed, { labels: ['b'] });
  assert.equal(response.responseStatusCode, 2004);
  const { labels, maxNrOfInstances, stateTag, creationTime, lastModifiedTime } = attributesOf(response);
  assert.deepEqual([labels, maxNrOfInstances, stateTag], [['b'], 5, 1]);
  assert.deepEqual([creationTime, lastModifiedTime], ['20261120T101500,000', '20261120T101501,000']);
});

test('NULL deletes an attribute', async () => {
  const bed = await withContainer();
  const response = await update(bed, { maxNrOfInstances: null, labels: null });
  assert.equal(response.responseStatusCode, 2004);
  assert.ok(!('maxNrOfInstances' in attributesOf(response)));
  assert.ok(!('labels' in attributesOf(response)));
});

test('Result Content 9 has what the CSE changed besides', async () => {
  const response = await update(await withContainer(), { labels: ['b'] }, { resultContent: 9 });
  assert.deepEqual(attributesOf(response), { stateTag: 1, lastModifiedTime: '20261120T101501,000' });
});

const REFUSALS: readonly (readonly [string, Attributes, object, number])[] = [
  ['an attribute that is written once', { resourceName: 'c9' }, {}, 4000],
  ['an attribute that only the CSE sets', { currentNrOfInstances: 0 }, {}, 4000],
  ['an attribute that the type does not have', { memberIDs: [] }, {}, 4000],
  ['policies along with others', { accessControlPolicyIDs: ['p'], labels: [] }, {}, 4000],
  ['an expirationTime that has passed', { expirationTime: '20261120T101500' }, {}, 4000],
  ['content of another type', {}, { content: resource(9, { groupName: 'g' }) }, 4000],
  ['no content', {}, { content: undefined }, 4000],
  ['an end before that of a child', { expirationTime: '20270101T000000' }, {}, 4000],
  ['the CSEBase', {}, { to: 'cse-base', content: resource(5, {}) }, 4005],
];

for (const [what, attributes, change, code] of REFUSALS) {
  test(`${what}: ${code}, and nothing changes`, async () => {
    const bed = await withContainer();
    const before = bed.cse.resolve('cse-base/c1');
    assert.equal((await update(bed, attributes, change)).responseStatusCode, code);
    assert.deepEqual(bed.cse.resolve('cse-base/c1'), before);
  });
}

test('a mandatory attribute cannot be deleted', async () => {
  const bed = testBed();
  await bed.make('cse-base', 14, { resourceName: 'n1', nodeID: 'x' });
  const response = await bed.ask({
    operation: 'update',
    to: 'cse-base/n1',
    content: resource(14, { nodeID: null }),
  });
  assert.equal(response.responseStatusCode, 4000);
});

test('updates at the same time do not undo each other', async () => {
  const bed = testBed({
    procedures: {
      resourceTypeProcedures: (type) => ({
        ...resourceTypeProcedures(type),
        update: (cse, _request, _current, attributes) =>
          new Promise((resolve) => {
            cse.ports.clock.after(100, () => resolve(attributes));
          }),
      }),
    },
  });
  await bed.make('cse-base', 3, { resourceName: 'c1' });
  const both = Promise.all([update(bed, { labels: ['b'] }), update(bed, { maxByteSize: 9 })]);
  const codes = (await bed.clock.untilSettled(both)).map(({ responseStatusCode }) => responseStatusCode);
  assert.deepEqual(codes, [2004, 2004]);
  const { labels, maxByteSize } = bed.cse.resolve('cse-base/c1')?.resource.attributes ?? {};
  assert.deepEqual([labels, maxByteSize], [['b'], 9]);
});

test('an end at the time of the end of a child is late enough, and so is none', async () => {
  const bed = await withContainer();
  const response = await update(bed, { expirationTime: '20270202T000000' });
  assert.equal(response.responseStatusCode, 2004);
  assert.equal((await update(bed, { expirationTime: '20270201T235959,999' })).responseStatusCode, 4000);
});

test('an end is a time to come: now is too late, and text in no known format is no time', async () => {
  const bed = await withContainer();
  const child = { to: 'cse-base/c1/c2' };
  const codeFor = async (expirationTime: string): Promise<number> =>
    (await update(bed, { expirationTime }, child)).responseStatusCode;
  assert.equal(await codeFor('20261120T101501,000'), 4000);
  assert.equal(await codeFor('soon'), 4000);
  assert.equal(await codeFor('20261120T101501,001'), 2004);
});
