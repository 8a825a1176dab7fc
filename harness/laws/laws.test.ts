import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { referenceTarget } from '../run/control-run';
import { loadSuite } from '../run/suite';
import { type Abilities, abilitiesOf, type Law } from './law';
import { LAWS } from './laws';
import { createStoryPlayer } from './play-story';
import { tryLaw } from './try-law';

/** Faults of the reference by the law that each must break. */
const BREAKING: { readonly [law: string]: readonly string[] } = {
  'member-lists': [
    'create-keeps-duplicates',
    'update-keeps-duplicates',
    'duplicates-refused',
    'create-stores-first-member-only',
  ],
  aggregation: [
    'last-member-left-out',
    'members-asked-twice',
    'entries-name-the-group',
    'fan-out-fails-when-all-fail',
  ],
  'target-members': ['target-members-ignored', 'members-asked-twice', 'entries-name-the-group'],
  'somecast-reach': [
    'somecast-number-ignored',
    'somecast-one-too-many',
    'somecast-always-one',
    'random-with-repetition',
  ],
  'somecast-conditions': [
    'somecast-allows-equal-number',
    'somecast-number-unbounded',
    'somecast-number-too-strict',
    'somecast-enabled-by-default',
    'somecast-refused-after-asking',
  ],
  'somecast-turns': ['round-robin-always-first', 'round-robin-skips-last', 'somecast-default-random'],
  'somecast-weights': ['weights-ignored', 'weight-default-zero', 'weighted-repeats-in-turn'],
  'somecast-work-load': ['work-load-ignored', 'most-work-load', 'somecast-one-too-many'],
  'fan-out-identifiers': [
    'no-identifier-generated',
    'identifier-per-member',
    'identifier-constant',
    'identifier-replaced',
    'repeated-identifier-executed-at-fan-out-points',
  ],
  'execution-once': [
    'repeated-identifier-executed',
    'repeated-identifier-refused-after-execution',
    'identifier-stored-after-execution',
    'identifier-stored-for-creates-and-deletes-only',
    'identifier-compared-without-case',
    'every-identifier-refused',
  ],
  'result-repetition': [
    'never-repeats',
    'repeats-once-too-often',
    'repeats-with-new-results',
    'repeats-acknowledged-messages',
    'broken-exchange-acknowledges',
    'first-message-only',
  ],
};

const SEED = 1;

async function stage(fault: string) {
  const suite = await loaded;
  const target = referenceTarget(suite);
  return {
    abilities: abilitiesOf(target),
    player: createStoryPlayer(suite, { target, seed: SEED, run: 'law', fault }),
  };
}

const loaded = loadSuite();

for (const law of LAWS) {
  test(`law ${law.name} is broken by each of the faults that it is for`, async () => {
    const faults = BREAKING[law.name] ?? [];
    assert.ok(faults.length >= 3);
    for (const fault of faults) {
      const { abilities, player } = await stage(fault);
      const once = { runs: 100, seed: SEED, now: () => 0, shrinking: { plays: 0, milliseconds: 0 } };
      const { worst } = await tryLaw(law, abilities, (story) => player.play(law, story), once);
      player.close();
      assert.equal(worst?.verdict, 'FAIL', `${fault}: ${worst?.reason ?? worst?.verdict}`);
    }
  });
}

const sampled = (law: Law, abilities: Abilities) =>
  fc.sample(law.stories(abilities), { seed: SEED, numRuns: 200 }).flatMap((story) => story.map(wholeText));

function wholeText({
  text,
  rows = [],
}: {
  readonly text: string;
  readonly rows?: readonly unknown[];
}): string {
  return `${text} ${JSON.stringify(rows)}`;
}

test('of a target that declares little, no story tells what it cannot do', () => {
  const igo = { retryLimit: 3, retryInterval: 1, acknowledgementTimeout: 1, maximumKeepTime: 1 };
  const optional = /CSE\d|RANDOM|WEIGHTED|LEAST|Target Members|members? "/;
  for (const name of ['somecast-reach', 'somecast-conditions', 'somecast-turns', 'member-lists']) {
    const law = LAWS.find((one) => one.name === name);
    assert.ok(law);
    const little = sampled(law, { declares: (item) => item === 'group.somecast', igo });
    assert.deepEqual(
      little.filter((text) => optional.test(text) && !text.includes('has the members')),
      [],
    );
  }
});

test('of a target that declares all, stories tell of every algorithm and of members elsewhere', () => {
  const law = LAWS.find(({ name }) => name === 'somecast-reach');
  assert.ok(law);
  const igo = { retryLimit: 3, retryInterval: 1, acknowledgementTimeout: 1, maximumKeepTime: 1 };
  const all = sampled(law, { declares: () => true, igo }).join('\n');
  for (const word of ['ROUND_ROBIN', 'RANDOM', 'WEIGHTED_ROUND_ROBIN', 'LEAST_WORK_LOAD', 'CSE2']) {
    assert.ok(all.includes(word), word);
  }
});

test('every law names requirements of the catalogue that bind its role', async () => {
  const { rows } = await loaded;
  for (const { name, role, requirements } of LAWS) {
    for (const id of requirements) {
      const row = rows.find((candidate) => candidate.id === id);
      assert.deepEqual([name, id, row?.role, row?.level], [name, id, role, 'must']);
    }
  }
});

test('the page about laws has each of them', () => {
  const page = readFileSync(join(__dirname, '../../docs/laws.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(.*)` \| (.*) \|$/gm)].map(([, name, says]) => [name, says]);
  assert.deepEqual(
    rows,
    LAWS.map(({ name, says }) => [name, says]),
  );
});
