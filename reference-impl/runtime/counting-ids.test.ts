import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countingIds } from './counting-ids';

test('identifiers count up over all prefixes, and each source begins anew', () => {
  const ids = countingIds();
  assert.deepEqual([ids.next('cnt-'), ids.next('C'), ids.next('cnt-')], ['cnt-1', 'C2', 'cnt-3']);
  assert.equal(countingIds().next('C'), 'C1');
});
