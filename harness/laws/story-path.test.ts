import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXECUTION_ONCE } from './execution-once';
import type { Abilities } from './law';
import { MEMBER_LISTS } from './member-lists';
import { assertPathLeads } from './story-path';

const abilities: Abilities = {
  declares: () => true,
  igo: { retryLimit: 3, retryInterval: 1, acknowledgementTimeout: 1, maximumKeepTime: 1 },
};
const stage = { abilities, seed: 1 };

test('a path that leads to a story of the law is taken', () => {
  assert.doesNotThrow(() => assertPathLeads('0', [EXECUTION_ONCE], stage));
  assert.doesNotThrow(() => assertPathLeads('3:0', [EXECUTION_ONCE], stage));
});

test('a path that is none, leads nowhere, or belongs to several laws is refused', () => {
  assert.throws(() => assertPathLeads('1:', [EXECUTION_ONCE], stage), /is no path/);
  assert.throws(() => assertPathLeads('99999999999', [EXECUTION_ONCE], stage), /is no path/);
  assert.throws(
    () => assertPathLeads('0:9999', [EXECUTION_ONCE], stage),
    /leads to no story of execution-once with seed 1/,
  );
  assert.throws(() => assertPathLeads('0', [EXECUTION_ONCE, MEMBER_LISTS], stage), /one law/);
});
