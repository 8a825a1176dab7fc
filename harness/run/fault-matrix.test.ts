import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { Verdict } from '../verdict/verdict';
import { runFaultMatrix } from './fault-matrix';
import type { PlannedScenario } from './planned-scenario';

function scenario(name: string, line: number, title = name, scenarioLine = line): PlannedScenario {
  const location = `a.feature:${line}`;
  const none = { tags: [], requirements: [], roles: [], icsItems: [], steps: [] };
  return { location, file: 'a.feature', line, scenarioLine, name, title, feature: 'A', ...none };
}

const SCENARIOS = [
  scenario('plain', 1),
  scenario('row 1', 6, 'row <number>', 3),
  scenario('row 2', 7, 'row <number>', 3),
  scenario('broken', 9),
  scenario('idle', 12),
];

/** What each scenario comes to under each fault; where nothing is said it passes, but for the broken one. */
const OUTCOMES: { readonly [fault: string]: { readonly [scenario: string]: Verdict } } = {
  caught: { plain: 'FAIL', 'row 2': 'WARN', idle: 'FAIL' },
  disturbed: { plain: 'INCONCLUSIVE', 'row 1': 'ERROR' },
};

function matrix(all: boolean, tried: string[] = []) {
  return runFaultMatrix({
    scenarios: SCENARIOS,
    faults: [
      { name: 'caught', catches: ['plain', 'row <number>', 'broken'] },
      { name: 'disturbed', catches: ['plain', 'row 1', 'elsewhere'] },
    ],
    all,
    tryScenarios: async (scenarios, fault = 'none') => {
      tried.push(`${fault}: ${scenarios.map(({ name }) => name).join(', ')}`);
      return scenarios.map((one) => result(one, fault));
    },
  });
}

function result(one: PlannedScenario, fault: string): ScenarioResult {
  const verdict = one.name === 'broken' ? 'FAIL' : (OUTCOMES[fault]?.[one.name] ?? 'PASS');
  return { ...one, verdict, warnings: [], ledger: [], exchanges: [], steps: [], durationMilliseconds: 1 };
}

function namesOf(scenarios: readonly PlannedScenario[] = []): readonly string[] {
  return scenarios.map(({ name }) => name);
}

test('a fault is tried on the sound scenarios that it names, of an outline on all rows, and on the rest if it survives', async () => {
  const tried: string[] = [];
  await matrix(false, tried);
  assert.deepEqual(tried, [
    'none: plain, row 1, row 2, broken, idle',
    'caught: plain, row 1, row 2',
    'disturbed: plain, row 1',
    'disturbed: row 2, idle',
  ]);
});

test('failures and warnings catch a fault; an outcome that says nothing of the target does not', async () => {
  const { killers, survivors } = await matrix(false);
  assert.deepEqual(namesOf(killers.get('caught')), ['plain', 'row 2']);
  assert.deepEqual(namesOf(killers.get('disturbed')), []);
  assert.deepEqual(survivors, ['disturbed']);
});

test('a named scenario that does not fail is told, unless it says nothing of any fault', async () => {
  const { missed, unsound } = await matrix(false);
  assert.deepEqual(missed, [
    { fault: 'disturbed', scenario: 'plain' },
    { fault: 'disturbed', scenario: 'row 1' },
  ]);
  assert.deepEqual(
    unsound.map(({ name }) => name),
    ['broken'],
  );
});

test('one row proves its outline; with all scenarios tried, one that no fault names is proven too', async () => {
  const unproven = async (all: boolean) => (await matrix(all)).unproven.map(({ name }) => name);
  assert.deepEqual(await unproven(false), ['idle']);
  assert.deepEqual(await unproven(true), []);
});

test('a fault that only others catch is caught by strangers, and still misses those that it names', async () => {
  const { strangers, survivors, missed, killers } = await runFaultMatrix({
    scenarios: SCENARIOS,
    faults: [{ name: 'caught', catches: ['row 1'] }],
    all: false,
    tryScenarios: async (scenarios, fault = 'none') => scenarios.map((one) => result(one, fault)),
  });
  assert.deepEqual(strangers, ['caught']);
  assert.deepEqual(survivors, []);
  assert.deepEqual(missed, [{ fault: 'caught', scenario: 'row 1' }]);
  assert.deepEqual(namesOf(killers.get('caught')), ['plain', 'row 2', 'idle']);
});
