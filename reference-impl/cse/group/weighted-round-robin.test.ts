import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBed } from '../test-bed';
import { makeGroup } from './group-bed';
import { chooseWeightedRoundRobin } from './weighted-round-robin';

/** The letters of the members that each of so many requests goes to; `weights` are those of a, b, c and so on. */
async function choices(weights: readonly number[], count: number, requests: number): Promise<string[]> {
  const bed = testBed();
  const names = [...'abcdef'].slice(0, weights.length);
  for (const [at, resourceName] of names.entries())
    await bed.make('cse-base', 3, { resourceName, labels: ['weighty', `weight:${weights[at]}`] });
  await makeGroup(
    bed,
    names.map((name) => `cse-base/${name}`),
    {},
  );
  const group = bed.cse.resolve('cse-base/g')?.resource;
  assert.ok(group);
  const chosen: string[] = [];
  for (let request = 0; request < requests; request += 1) {
    const memberIDs = await bed.clock.untilSettled(chooseWeightedRoundRobin(bed.cse, group, count));
    chosen.push(
      memberIDs
        .map((memberID) => memberID.slice(-1))
        .sort()
        .join(''),
    );
  }
  return chosen;
}

test('a member whose share is more than every request is in each, and the others share the rest', async () => {
  assert.deepEqual(await choices([1, 1, 9], 2, 4), ['ac', 'bc', 'ac', 'bc']);
  assert.deepEqual(await choices([5, 1, 5, 1], 3, 4), ['abc', 'acd', 'abc', 'acd']);
});

test('a member whose share is exactly every request is in each', async () => {
  assert.deepEqual(await choices([1, 2, 1], 2, 4), ['ab', 'bc', 'ab', 'bc']);
});

test('after as many requests as the weights sum up to, each was chosen as often as it weighs', async () => {
  const seven = (await choices([3, 2, 2], 2, 7)).join('');
  const timesOf = (name: string): number => seven.split(name).length - 1;
  assert.deepEqual([timesOf('a'), timesOf('b'), timesOf('c')], [6, 4, 4]);
  assert.deepEqual(await choices([3, 1], 1, 4), ['a', 'a', 'b', 'a']);
});

test('more members than are heavy are not chosen as always', async () => {
  assert.deepEqual(await choices([9, 9, 1], 1, 2), ['a', 'b']);
});

test('a label is a weight as a whole, from 1 to 999999', async () => {
  const bed = testBed();
  const weightOf = async (label: string): Promise<number> => {
    const { resourceID } = await bed.make('cse-base', 3, { labels: [label] });
    const base = bed.cse.resolve('cse-base')?.resource;
    assert.ok(base);
    return bed.cse.procedures.memberWeight(bed.cse, base, String(resourceID));
  };
  assert.equal(await weightOf('weight:999999'), 999_999);
  assert.equal(await weightOf('weight:10'), 10);
  for (const label of [
    'weight:0',
    'weight:01',
    'weight:1000000',
    'weight:2x',
    'xweight:2',
    'weight:',
    'weight:-2',
  ])
    assert.equal(await weightOf(label), 1, label);
});
