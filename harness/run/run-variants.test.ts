import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Variant } from '../variants/variant';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { Verdict } from '../verdict/verdict';
import { runVariants } from './run-variants';

function variant(name: string, others: Partial<Variant> = {}): Variant {
  return { name, description: '', allowedBy: '', party: 'push-service', otherwise: () => ({}), ...others };
}

const EMPTY = { feature: '', tags: [], requirements: [], steps: [], ledger: [], exchanges: [] } as const;

function result(location: string, verdict: Verdict, warned?: string): ScenarioResult {
  const warnings = warned === undefined ? [] : [{ what: 'x', expected: 'y', actual: warned }];
  return { ...EMPTY, location, name: location, verdict, warnings, durationMilliseconds: 1 };
}

/** What becomes of a scenario where these variants are in force. */
type Outcome = (scenario: string, inForce: readonly string[]) => ScenarioResult;

async function tried(variants: readonly Variant[], outcome: Outcome, effect = 1) {
  const runs: string[] = [];
  let effects = 5;
  const found = await runVariants({
    variants,
    async tryVariants({ variants: together }, only = ['s1', 's2']) {
      const names = together.map(({ name }) => name);
      runs.push(`${names.join('+')} on ${only.join(' ')}`);
      effects += effect;
      return only.map((scenario) => outcome(scenario, names));
    },
    effectsOf: () => effects,
  });
  const alarms = found.alarms.map(({ variants: names, result: { location } }) => [location, ...names]);
  return { runs, alarms, found };
}

test('compatible variants are tried together, and only once where everything passes', async () => {
  const { runs, alarms, found } = await tried([variant('a'), variant('b')], (one) => result(one, 'PASS'));
  assert.deepEqual(runs, ['a+b on s1 s2']);
  assert.deepEqual(alarms, []);
  assert.equal(found.scenarios, 2);
});

test('a planted illegal variant is named with the scenario that fails under it', async () => {
  const { runs, alarms } = await tried([variant('legal'), variant('illegal')], (one, names) =>
    result(one, one === 's2' && names.includes('illegal') ? 'FAIL' : 'PASS'),
  );
  assert.deepEqual(runs, ['legal+illegal on s1 s2', 'legal on s2', 'illegal on s2']);
  assert.deepEqual(alarms, [['s2', 'illegal']]);
});

test('where it takes several variants all that were in force are named', async () => {
  const { alarms } = await tried([variant('a'), variant('b')], (one, names) =>
    result(one, names.length > 1 ? 'FAIL' : 'PASS'),
  );
  assert.deepEqual(alarms, [
    ['s1', 'a', 'b'],
    ['s2', 'a', 'b'],
  ]);
});

for (const verdict of ['ERROR', 'INCONCLUSIVE', 'BLOCKED', 'WARN'] as const)
  test(`${verdict} is an alarm as well`, async () => {
    const { alarms } = await tried([variant('a')], (one) => result(one, one === 's1' ? verdict : 'PASS'));
    assert.deepEqual(alarms, [['s1', 'a']]);
  });

test('a warning is none where it is about the should that a variant does not follow', async () => {
  const warning = /\b1000\b/;
  const { alarms } = await tried([variant('a', { warning }), variant('b')], (one) =>
    result(one, 'WARN', one === 's1' ? 'ACCEPTED (1000)' : 'something else'),
  );
  assert.deepEqual(alarms, [['s2', 'a', 'b']]);
});

test('effects are those of this run', async () => {
  const { found } = await tried([variant('a')], (one) => result(one, 'PASS'), 3);
  assert.equal(found.effects.get('a'), 3);
  const idle = await tried([variant('a')], (one) => result(one, 'PASS'), 0);
  assert.equal(idle.found.effects.get('a'), 0);
});
