import assert from 'node:assert/strict';
import test from 'node:test';
import { testBed } from '../../reference-impl/cse/test-bed';
import { freshIdentifier } from './fresh-identifier';

test('an identifier is renewed three times and kept from then on, so that a loop of groups ends', () => {
  const { cse } = testBed();
  const renewed = [1, 2, 3, 4].reduce<string[]>(
    (before) => [...before, freshIdentifier(cse, before.at(-1) ?? '')],
    ['g1'],
  );
  assert.equal(new Set(renewed).size, 4);
  assert.equal(renewed[4], renewed[3]);
});

test('two renewals of one identifier differ', () => {
  const { cse } = testBed();
  assert.notEqual(freshIdentifier(cse, 'g1'), freshIdentifier(cse, 'g1'));
});
