import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from './random-ids';
import { realRandom } from './real-random';
import { seededRandom } from './seeded-random';

test('the same seed draws the same numbers, another seed others', () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 8 }, () => random.below(1000));
  };
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(7), draw(8));
});

test('numbers are below the bound, and each comes about equally often', () => {
  const random = seededRandom(1);
  const counts = [0, 0, 0, 0, 0];
  for (let turn = 0; turn < 10_000; turn += 1) {
    const drawn = random.below(5);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  assert.equal(counts.length, 5);
  for (const count of counts) assert.ok(Math.abs(count - 2000) < 200, String(counts));
});

test('a bound of one leaves no choice', () => {
  assert.equal(seededRandom(3).below(1), 0);
  assert.equal(realRandom.below(1), 0);
});

test('random identifiers are distinct and fit into an address', () => {
  const drawn = Array.from({ length: 100 }, () => randomIds.next('C'));
  assert.equal(new Set(drawn).size, 100);
  for (const id of drawn) assert.match(id, /^C[0-9a-f]{32}$/);
});
