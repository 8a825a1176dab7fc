import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { Verdict } from '../verdict/verdict';
import type { Abilities, Law } from './law';
import { given, type Story } from './story';
import { type Trial, tryLaw } from './try-law';

/** A law of nothing but a number, which a judge likes or not. */
const LAW: Law = {
  name: 'small-numbers',
  says: 'Numbers are small',
  role: 'group-hosting-cse',
  requirements: ['SOM-FAN-001'],
  stories: () => fc.integer({ min: 0, max: 1000 }).map((number) => [given(`the number ${number}`)]),
};

const ABILITIES: Abilities = {
  declares: () => true,
  igo: { retryLimit: 3, retryInterval: 1, acknowledgementTimeout: 1, maximumKeepTime: 1 },
};

const RESULT: Omit<ScenarioResult, 'verdict'> = {
  location: 'laws/small-numbers',
  name: 'Numbers are small',
  feature: 'Laws',
  tags: [],
  requirements: [],
  steps: [],
  durationMilliseconds: 0,
  warnings: [],
  ledger: [],
  exchanges: [],
};

function numberIn(story: Story): number {
  return Number(/\d+/.exec(story[0]?.text ?? '')?.[0]);
}

async function trial(judge: (number: number) => Verdict, given: Partial<Trial> = {}) {
  const told: number[] = [];
  const play = async (story: Story) => {
    told.push(numberIn(story));
    return { ...RESULT, verdict: judge(numberIn(story)) };
  };
  const outcome = await tryLaw(LAW, ABILITIES, play, { runs: 50, seed: 7, now: () => 0, ...given });
  return { ...outcome, told };
}

test('a law that holds is tried in as many stories as asked for', async () => {
  const { played, told, worst, counterexample } = await trial(() => 'PASS');
  assert.deepEqual([played, told.length, worst?.verdict, counterexample], [50, 50, 'PASS', undefined]);
});

test('the smallest story that breaks a law is found, and its path leads to it alone', async () => {
  const { counterexample, worst } = await trial((number) => (number > 41 ? 'FAIL' : 'PASS'));
  assert.ok(counterexample);
  assert.deepEqual([counterexample.story[0]?.text, counterexample.isSmallest], ['the number 42', true]);
  assert.equal(worst?.verdict, 'FAIL');
  const again = await trial(() => 'FAIL', { path: counterexample.path });
  assert.deepEqual(again.told, [42]);
  assert.equal(again.counterexample?.path, counterexample.path);
});

test('a path leads to its story where the law holds by now, too', async () => {
  const found = await trial((number) => (number > 41 ? 'FAIL' : 'PASS'));
  const { told, played, worst, counterexample } = await trial(() => 'PASS', {
    path: found.counterexample?.path ?? '',
  });
  assert.deepEqual([told, played, worst?.verdict, counterexample], [[42], 1, 'PASS', undefined]);
});

test('shorter stories are looked for within bounds of number and of time', async () => {
  const few = await trial((number) => (number > 41 ? 'FAIL' : 'PASS'), {
    shrinking: { plays: 2, milliseconds: 1_000 },
  });
  assert.ok(few.told.length <= few.played + 2);
  assert.equal(few.counterexample?.isSmallest, false);
  let now = 0;
  const slow = await trial((number) => (number > 41 ? 'FAIL' : 'PASS'), {
    now: () => {
      now += 600;
      return now;
    },
    shrinking: { plays: 100, milliseconds: 1_000 },
  });
  assert.equal(slow.told.length, slow.played + 1);
});

test('an error of the harness is no shorter story of a failure', async () => {
  const { counterexample, worst } = await trial((number) => {
    if (number > 41) return 'FAIL';
    return number > 20 ? 'ERROR' : 'PASS';
  });
  assert.equal(worst?.verdict === 'FAIL' && numberIn(counterexample?.story ?? []) > 41, true);
});

test('what never comes to a verdict is tried three times, and is inconclusive', async () => {
  const { told, worst, counterexample } = await trial(() => 'INCONCLUSIVE');
  assert.deepEqual([told.length, worst?.verdict, counterexample], [3, 'INCONCLUSIVE', undefined]);
});

test('one inconclusive story among many is not forgotten', async () => {
  let count = 0;
  const { played, worst } = await trial(() => {
    count += 1;
    return count === 5 ? 'INCONCLUSIVE' : 'PASS';
  });
  assert.deepEqual([played, worst?.verdict], [50, 'INCONCLUSIVE']);
});

test('a person who stops the run waits for one story at most', async () => {
  const controller = new AbortController();
  const { told, interrupted } = await trial(
    () => {
      controller.abort();
      return 'PASS';
    },
    { signal: controller.signal },
  );
  assert.deepEqual([told.length, interrupted], [1, true]);
});
