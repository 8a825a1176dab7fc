import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from '../config/config-error';
import { readTags } from '../verdict/scenario-tags';
import type { PlannedScenario } from './planned-scenario';
import { selectScenarios } from './select-scenarios';

const SOMECAST = 'features/group-somecast/somecast.feature';

function scenario(file: string, line: number, tags: readonly string[], scenarioLine = line): PlannedScenario {
  const name = `${file}:${line}`;
  return {
    location: name,
    file,
    line,
    scenarioLine,
    name,
    title: name,
    feature: 'F',
    tags,
    ...readTags(tags),
    steps: [],
  };
}

const scenarios = [
  scenario(SOMECAST, 5, ['@SOM-CAST-001', '@role-ae']),
  scenario(SOMECAST, 20, ['@SOM-CAST-002', '@flow'], 12),
  scenario(SOMECAST, 21, ['@SOM-CAST-002', '@flow'], 12),
  scenario('features/service-sessions/use.feature', 5, ['@SES-USE-001']),
];

function select(...selectors: string[]): readonly string[] {
  return selectScenarios(scenarios, selectors).map(({ location }) => location.replace(/^features\//, ''));
}

const WHOLE_SOMECAST = [
  'group-somecast/somecast.feature:5',
  'group-somecast/somecast.feature:20',
  'group-somecast/somecast.feature:21',
];

test('no selector selects everything', () => {
  assert.equal(select().length, 4);
});

test('a requirement, a tag and a document key select what bears them', () => {
  assert.deepEqual(select('SOM-CAST-001'), ['group-somecast/somecast.feature:5']);
  assert.deepEqual(select('@flow'), [
    'group-somecast/somecast.feature:20',
    'group-somecast/somecast.feature:21',
  ]);
  assert.deepEqual(select('SOM'), WHOLE_SOMECAST);
  assert.deepEqual(select('ses'), ['service-sessions/use.feature:5']);
});

test('a file may be given from the package, from inside it, or as a folder', () => {
  assert.deepEqual(select(SOMECAST), WHOLE_SOMECAST);
  assert.deepEqual(select('somecast.feature'), WHOLE_SOMECAST);
  assert.deepEqual(select(`/home/me/flowproof/${SOMECAST}`), WHOLE_SOMECAST);
  assert.deepEqual(select('./features/group-somecast/'), WHOLE_SOMECAST);
});

test('a line selects the scenario that stands there, and one row of an outline by its own line', () => {
  assert.deepEqual(select(`${SOMECAST}:5`), ['group-somecast/somecast.feature:5']);
  assert.deepEqual(select(`${SOMECAST}:9`), ['group-somecast/somecast.feature:5']);
  assert.deepEqual(select(`${SOMECAST}:21`), ['group-somecast/somecast.feature:21']);
  assert.deepEqual(select(`${SOMECAST}:14`), [
    'group-somecast/somecast.feature:20',
    'group-somecast/somecast.feature:21',
  ]);
});

test('several selectors add up, each scenario once and in the order of the files', () => {
  assert.deepEqual(select('SES', 'SOM-CAST-001', '@role-ae'), [
    'group-somecast/somecast.feature:5',
    'service-sessions/use.feature:5',
  ]);
});

test('a selector that names nothing is an error with the nearest name', () => {
  assert.throws(
    () => select('SOM-CAST-01', `${SOMECAST}:2`, 'IGO'),
    (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      assert.deepEqual(error.problems, [
        {
          where: 'SOM-CAST-01',
          path: '',
          message: 'selects no scenario',
          advice: 'did you mean "SOM-CAST-001"?',
        },
        {
          where: `${SOMECAST}:2`,
          path: '',
          message: 'selects no scenario',
          advice: `did you mean "${SOMECAST}"?`,
        },
        { where: 'IGO', path: '', message: 'selects no scenario', advice: 'did you mean "IGO"?' },
      ]);
      return true;
    },
  );
});
