import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { FilterCriteria } from '../../../protocol/model/request-primitive';
import { matchesFilter } from './matches-filter';

const TIME = '20261120T101500,000';
const BEFORE = '20261120T101459,999';
const AFTER = '20261120T101500,001';

function matches(attributes: Attributes, filter: FilterCriteria): boolean {
  const identity = { resourceID: 'r1', parentID: 'cb1', resourceName: 'r', createdBy: 'C1' };
  return matchesFilter({ ...identity, resourceType: 4, element: 'm2m:cin', attributes }, filter);
}

/** What a condition says of a resource whose attribute is less than, equal to and more than its value. */
const ORDERED: readonly (readonly [
  condition: string,
  attribute: string,
  less: boolean,
  equal: boolean,
  more: boolean,
])[] = [
  ['createdBefore', 'creationTime', true, false, false],
  ['createdAfter', 'creationTime', false, false, true],
  ['modifiedSince', 'lastModifiedTime', false, false, true],
  ['unmodifiedSince', 'lastModifiedTime', true, false, false],
  ['expireBefore', 'expirationTime', true, false, false],
  ['expireAfter', 'expirationTime', false, false, true],
];

for (const [condition, attribute, ...expected] of ORDERED) {
  test(`${condition} compares with ${attribute} (TS-0004 table 6.3.5.8-1)`, () => {
    const found = [BEFORE, TIME, AFTER].map((time) => matches({ [attribute]: time }, { [condition]: TIME }));
    assert.deepEqual(found, expected);
  });
}

test('timestamps compare as points in time, however they are written (TS-0004 table 6.3.3-1)', () => {
  const made = { creationTime: '20261120T101500,000' };
  assert.equal(matches(made, { createdAfter: '20261120T101500' }), false);
  assert.equal(matches(made, { createdBefore: '20261120T101500' }), false);
  assert.equal(matches(made, { createdBefore: '20261120T101500,1' }), true);
  assert.equal(matches({ creationTime: '20261120T101500' }, { createdBefore: '20261120T101500,000' }), false);
  assert.equal(matches({ creationTime: '20261120T101500.5' }, { createdAfter: '20261120T101500,4' }), true);
});

test('what has no such time, or is compared with none, meets no condition on it', () => {
  assert.equal(matches({}, { expireBefore: TIME }), false);
  assert.equal(matches({}, { expireAfter: TIME }), false);
  assert.equal(matches({ creationTime: TIME }, { createdBefore: 'tomorrow' }), false);
  assert.equal(matches({ creationTime: TIME }, { createdAfter: '' }), false);
});

const COUNTED: readonly (readonly [
  condition: string,
  attribute: string,
  less: boolean,
  equal: boolean,
  more: boolean,
])[] = [
  ['stateTagSmaller', 'stateTag', true, false, false],
  ['stateTagBigger', 'stateTag', false, false, true],
  ['sizeAbove', 'contentSize', false, false, true],
  ['sizeBelow', 'contentSize', true, false, false],
];

for (const [condition, attribute, ...expected] of COUNTED) {
  test(`${condition} compares with ${attribute}, which is 0 where there is none`, () => {
    const found = [9, 10, 11].map((number) => matches({ [attribute]: number }, { [condition]: 10 }));
    assert.deepEqual(found, expected);
    assert.equal(matches({}, { [condition]: 10 }), expected[0]);
    assert.equal(matches({}, { [condition]: -1 }), expected[2]);
  });
}

test('one label of several is enough, one type of several too', () => {
  assert.equal(matches({ labels: ['a', 'b'] }, { labels: ['b', 'c'] }), true);
  assert.equal(matches({ labels: ['a'] }, { labels: ['b'] }), false);
  assert.equal(matches({}, { labels: ['b'] }), false);
  assert.equal(matches({}, { resourceType: [3, 4] }), true);
  assert.equal(matches({}, { resourceType: [3] }), false);
});

test('each attribute that is named has the value that is wanted', () => {
  const wanted = (...pairs: readonly (readonly [string, string])[]): FilterCriteria => ({
    attribute: pairs.map(([name, value]) => ({ name, value })),
  });
  const attributes = { contentInfo: 'text/plain:0', contentSize: 5 };
  assert.equal(matches(attributes, wanted(['contentInfo', 'text/plain:0'], ['contentSize', '5'])), true);
  assert.equal(matches(attributes, wanted(['contentInfo', 'text/plain:0'], ['contentSize', '6'])), false);
  assert.equal(matches(attributes, wanted(['creator', 'C1'])), false);
  assert.equal(matches(attributes, { attribute: 'contentSize' }), false);
  assert.equal(matches(attributes, { attribute: ['contentSize'] }), false);
});

test('all conditions have to hold, or with filterOperation OR (2) any; what is no condition counts for nothing', () => {
  const attributes = { labels: ['a'], contentSize: 5 };
  assert.equal(matches(attributes, { labels: ['a'], sizeAbove: 9 }), false);
  assert.equal(matches(attributes, { labels: ['a'], sizeAbove: 9, filterOperation: 1 }), false);
  assert.equal(matches(attributes, { labels: ['a'], sizeAbove: 9, filterOperation: 2 }), true);
  assert.equal(matches(attributes, { labels: ['b'], sizeAbove: 9, filterOperation: 2 }), false);
  assert.equal(matches(attributes, { limit: 0, filterOperation: 2 }), true);
  assert.equal(matches(attributes, {}), true);
});
