import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { completeTarget } from '../config/target-defaults';
import type { ScenarioResult } from '../verdict/scenario-result';
import { ResultCollector } from './collect-results';
import { loadSteps, readFeatures, runScenarios } from './cucumber';

const root = join(__dirname, 'sample-suite');

const target = completeTarget(
  { name: 'sample', roles: ['group-hosting-cse'], link: 'in-process', ics: {} },
  (path) => path,
);
const parameters = { target, seed: 1, run: 'r' };

/** Cucumber registers step files once per process. */
const steps = loadSteps(root);

async function run(locations: readonly string[], signal?: AbortSignal): Promise<ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  const collector = new ResultCollector((result) => results.push(result));
  const scenarios = (await readFeatures(root)).filter((scenario) => locations.includes(scenario.location));
  const onMessage = collector.take.bind(collector);
  await runScenarios(
    { steps: await steps, scenarios, parameters, onMessage, ...(signal && { signal }) },
    root,
  );
  return results;
}

const file = 'features/demo/sample.feature';

test('features are read with tags, lines and steps, one scenario per row of an outline', async () => {
  const scenarios = await readFeatures(root);
  assert.deepEqual(
    scenarios.map(({ location, scenarioLine, name }) => [location, scenarioLine, name]),
    [
      [`${file}:5`, 5, 'Passes'],
      [`${file}:11`, 11, 'Fails'],
      [`${file}:16`, 16, 'Has a step that nobody defined'],
      [`${file}:20`, 20, 'Leaves no evidence'],
      [`${file}:30`, 24, 'Depends on an item 1'],
      [`${file}:31`, 24, 'Depends on an item 2'],
      [`${file}:34`, 34, 'Has a hook that fails'],
    ],
  );
  assert.deepEqual(scenarios[4], {
    location: `${file}:30`,
    file,
    line: 30,
    scenarioLine: 24,
    name: 'Depends on an item 1',
    title: 'Depends on an item <number>',
    feature: 'Sample',
    tags: ['@role-group-hosting-cse', '@SOM-FAN-005', '@ics-group.somecast'],
    requirements: ['SOM-FAN-005'],
    roles: ['group-hosting-cse'],
    icsItems: ['group.somecast'],
    steps: [
      { keyword: 'Given', text: 'a thing' },
      { keyword: 'Then', text: 'it is so' },
    ],
  });
});

test('only the scenarios asked for run, and their steps and evidence become a result', async () => {
  const results = await run([`${file}:11`, `${file}:30`]);
  assert.deepEqual(
    results.map(({ location, verdict }) => [location, verdict]),
    [
      [`${file}:11`, 'FAIL'],
      [`${file}:30`, 'PASS'],
    ],
  );
  assert.deepEqual(results[0]?.deviation, { what: 'the thing', expected: 'not so', actual: 'so' });
  assert.deepEqual(results[0]?.steps, [
    { keyword: 'Given', text: 'a thing', status: 'passed' },
    { keyword: 'Then', text: 'it is not so', status: 'failed' },
  ]);
});

test('an undefined step, missing evidence and a failing hook are errors of the harness', async () => {
  const results = await run([`${file}:16`, `${file}:20`, `${file}:34`]);
  assert.deepEqual(
    results.map(({ verdict, reason }) => [verdict, reason]),
    [
      ['ERROR', 'the step "a thing that nobody defined" is not defined in steps/'],
      ['ERROR', 'the scenario left no evidence'],
      ['ERROR', 'a hook of the harness failed: Error: cannot clear the stage'],
    ],
  );
});

test('an aborted run ends after the scenario that is under way', async () => {
  const results: ScenarioResult[] = [];
  const stop = new AbortController();
  const collector = new ResultCollector(
    (result) => results.push(result),
    () => stop.abort(),
  );
  const completed = await runScenarios(
    {
      steps: await steps,
      scenarios: await readFeatures(root),
      parameters,
      onMessage: (message) => collector.take(message),
      signal: stop.signal,
    },
    root,
  );
  assert.equal(completed, false);
  assert.deepEqual(
    results.map((result) => result.name),
    ['Passes'],
  );
});
