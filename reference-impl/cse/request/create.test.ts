import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { attributesOf, resource, type TestBed, testBed } from '../test-bed';

const CONTAINER = 3;

async function create(bed: TestBed, attributes: Attributes, change: object = {}) {
  return bed.ask({
    operation: 'create',
    to: 'cse-base',
    resourceType: CONTAINER,
    content: resource(CONTAINER, attributes),
    ...change,
  });
}

test('a container comes back with what was given and what the CSE set', async () => {
  const response = await create(testBed(), {
    resourceName: 'c1',
    labels: ['a'],
    maxNrOfInstances: 5,
    creator: null,
  });
  assert.equal(response.responseStatusCode, 2001);
  assert.deepEqual(response.content, {
    kind: 'resource',
    resource: {
      element: 'm2m:cnt',
      attributes: {
        resourceName: 'c1',
        resourceType: 3,
        resourceID: 'cnt-1',
        parentID: 'cb1',
        creationTime: '20261120T101500,000',
        lastModifiedTime: '20261120T101500,000',
        expirationTime: '20361117T101500,000',
        labels: ['a'],
        creator: 'CAdmin',
        maxNrOfInstances: 5,
        stateTag: 0,
        currentNrOfInstances: 0,
        currentByteSize: 0,
      },
    },
  });
});

const RESULTS = [
  [0, undefined, undefined],
  [2, { kind: 'uri', uri: 'cse-base/c1' }, 'cse-base/c1'],
] as const;

for (const [resultContent, content, contentLocation] of RESULTS) {
  test(`Result Content ${resultContent} of a create`, async () => {
    const response = await create(testBed(), { resourceName: 'c1' }, { resultContent });
    assert.equal(response.responseStatusCode, 2001);
    assert.deepEqual(response.content, content);
    assert.equal(response.contentLocation, contentLocation);
  });
}

test('Result Content 9 leaves out what the Originator sent', async () => {
  const response = await create(testBed(), { resourceName: 'c1', labels: ['a'] }, { resultContent: 9 });
  assert.ok(response.content?.kind === 'resource');
  const { attributes } = response.content.resource;
  assert.deepEqual(
    [attributes.labels, attributes.resourceName, attributes.resourceID],
    [undefined, undefined, 'cnt-1'],
  );
});

test('without a name the CSE gives one', async () => {
  const bed = testBed();
  await create(bed, {});
  assert.equal((await bed.ask({ operation: 'retrieve', to: 'cse-base/cnt-1' })).responseStatusCode, 2000);
});

test('a name that is taken: 4105, and the first one stays', async () => {
  const bed = testBed();
  await create(bed, { resourceName: 'c1', labels: ['first'] });
  assert.equal((await create(bed, { resourceName: 'c1' })).responseStatusCode, 4105);
  const { resource: first } = bed.cse.resolve('cse-base/c1') ?? {};
  assert.deepEqual(first?.attributes.labels, ['first']);
});

const REFUSALS: readonly (readonly [string, Attributes, object, number])[] = [
  ['a name with a slash', { resourceName: 'a/b' }, {}, 4000],
  ['a name of dots', { resourceName: '..' }, {}, 4000],
  ['an attribute that only the CSE sets', { resourceID: 'mine' }, {}, 4000],
  ['an attribute that the type does not have', { colour: 'red' }, {}, 4000],
  ['NULL', { labels: null }, {}, 4000],
  ['a creator who is named', { creator: 'CAdmin' }, {}, 4000],
  ['a type that is not implemented', {}, { resourceType: 18, content: resource(18, {}) }, 5001],
  ['a type that only the CSE makes', {}, { resourceType: 17, content: resource(17, {}) }, 4005],
  ['an expirationTime that has passed', { expirationTime: '20261120T101459' }, {}, 4000],
  ['an expirationTime that is no time', { expirationTime: 'soon' }, {}, 4000],
  ['no content', {}, { content: undefined }, 4000],
  ['content that is no resource', {}, { content: { kind: 'uri', uri: 'x' } }, 4000],
  ['content of another type', {}, { content: resource(9, {}) }, 4000],
  ['a resource type that is none', {}, { resourceType: 9999 }, 4000],
  ['no resource type', {}, { resourceType: undefined }, 4000],
  ['a parent that cannot have it', {}, { resourceType: 4, content: resource(4, { content: 'x' }) }, 4108],
];

for (const [what, attributes, change, code] of REFUSALS) {
  test(`${what}: ${code}, and nothing is stored`, async () => {
    const bed = testBed();
    assert.equal((await create(bed, attributes, change)).responseStatusCode, code);
    assert.equal([...bed.cse.store.all()].length, 2);
  });
}

test('a representation with unknown attributes: 4000', async () => {
  const content = { kind: 'resource', resource: { element: 'm2m:cnt', attributes: {}, unknown: { zzz: 1 } } };
  assert.equal((await create(testBed(), {}, { content })).responseStatusCode, 4000);
});

test('a mandatory attribute that is missing: 4000', async () => {
  const change = { resourceType: 14, content: resource(14, {}) };
  assert.equal((await create(testBed(), {}, change)).responseStatusCode, 4000);
});

test('the names of virtual children cannot be taken: 4105', async () => {
  const bed = testBed();
  await create(bed, { resourceName: 'c1' });
  assert.equal((await create(bed, { resourceName: 'la' }, { to: 'cse-base/c1' })).responseStatusCode, 4105);
});

test('nothing lives longer than its parent', async () => {
  const bed = testBed();
  await create(bed, { resourceName: 'c1', expirationTime: '20270101T000000' });
  for (const given of [{}, { expirationTime: '20280101T000000' }]) {
    const response = await create(bed, given, { to: 'cse-base/c1' });
    assert.equal(attributesOf(response).expirationTime, '20270101T000000');
  }
  const shorter = await create(bed, { expirationTime: '20261231T000000' }, { to: 'cse-base/c1' });
  assert.equal(attributesOf(shorter).expirationTime, '20261231T000000');
});

test('what has expired holds its name no longer', async () => {
  const bed = testBed();
  await create(bed, { resourceName: 'c1', expirationTime: '20261120T101501' });
  assert.equal((await create(bed, { resourceName: 'c1' })).responseStatusCode, 4105);
  await bed.clock.advance(1000);
  assert.equal((await create(bed, { resourceName: 'c1' })).responseStatusCode, 2001);
});

test('a subscription where there can be none: 5203', async () => {
  const bed = testBed();
  await bed.make('cse-base', 3, { resourceName: 'c1' });
  await bed.make('cse-base/c1', 4, { resourceName: 'i1', content: 'x' });
  const content = resource(23, { notificationURI: ['CAdmin'] });
  const response = await create(bed, {}, { to: 'cse-base/c1/i1', resourceType: 23, content });
  assert.equal(response.responseStatusCode, 5203);
});

test('a name may begin as those do that may not be given alone, and has 256 characters at most', async () => {
  const codeFor = async (resourceName: string): Promise<number> =>
    (await create(testBed(), { resourceName })).responseStatusCode;
  for (const name of ['-a', '.a', '..a', '...', '~_.-', 'x'.repeat(256)])
    assert.equal(await codeFor(name), 2001, name);
  for (const name of ['-', '.', '..', '', 'a b', 'a/b', 'x'.repeat(257)])
    assert.equal(await codeFor(name), 4000, name);
});
