import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviationDetail } from '../verdict/deviation';
import type { ScenarioResult } from '../verdict/scenario-result';
import { groupCauses } from './group-causes';
import { sampleScenario } from './sample/sample-scenario';

function failing(name: string, detail: DeviationDetail): ScenarioResult {
  return sampleScenario({ name, location: `features/a.feature:${name}`, verdict: 'FAIL', deviation: detail });
}

const ANSWER = {
  what: 'the answer to the create of "g1"',
  expected: 'BAD_REQUEST (4000)',
  actual: 'CREATED (2001)',
};

test('What passes or does not apply has no cause', () => {
  const scenarios = [
    sampleScenario(),
    sampleScenario({ verdict: 'NOT_APPLICABLE', reason: 'ICS: multicast=false' }),
  ];
  assert.deepEqual(groupCauses(scenarios), []);
});

test('The same deviation on resources of other names is one cause', () => {
  const scenarios = [
    failing('1', ANSWER),
    failing('2', { ...ANSWER, what: 'the answer to the create of "g2"' }),
  ];
  const causes = groupCauses(scenarios);
  assert.equal(causes.length, 1);
  assert.deepEqual(causes[0]?.scenarios, scenarios);
  assert.deepEqual(causes[0]?.detail, ANSWER);
});

test('Another code is another cause', () => {
  const causes = groupCauses([failing('1', ANSWER), failing('2', { ...ANSWER, actual: 'UPDATED (2004)' })]);
  assert.equal(causes.length, 2);
});

test('The worst verdict comes first, then the cause with the most consequences', () => {
  const other = { ...ANSWER, actual: 'no answer' };
  const causes = groupCauses([
    sampleScenario({ verdict: 'WARN', warnings: [ANSWER] }),
    failing('1', ANSWER),
    failing('2', other),
    failing('3', other),
    sampleScenario({ verdict: 'ERROR', reason: 'a step is undefined' }),
  ]);
  assert.deepEqual(
    causes.map(({ verdict, scenarios }) => [verdict, scenarios.length]),
    [
      ['ERROR', 1],
      ['FAIL', 2],
      ['FAIL', 1],
      ['WARN', 1],
    ],
  );
});

test('What is blocked stands with the scenario that its reason names', () => {
  const root = sampleScenario({
    location: 'features/a.feature:3',
    verdict: 'INCONCLUSIVE',
    reason: 'CSE2 is unreachable',
  });
  const blocked = sampleScenario({
    location: 'features/a.feature:9',
    verdict: 'BLOCKED',
    reason: 'same cause as features/a.feature:3: CSE2 is unreachable',
  });
  const causes = groupCauses([root, blocked]);
  assert.deepEqual(
    causes.map(({ verdict, scenarios }) => [verdict, scenarios]),
    [['INCONCLUSIVE', [root, blocked]]],
  );
});
