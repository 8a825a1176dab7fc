import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleRow } from '../report/sample/sample-run';
import { sampleScenario } from '../report/sample/sample-scenario';
import { requirementResults } from './requirement-verdict';

const row = sampleRow({ id: 'SOM-FAN-001' });
const scenario = { requirements: ['SOM-FAN-001'] };

test('a requirement gets the worst verdict of the scenarios that claim it, with its reason', () => {
  const [result] = requirementResults(
    [row],
    [
      sampleScenario({ ...scenario, location: 'a.feature:1' }),
      sampleScenario({ ...scenario, location: 'a.feature:2', verdict: 'INCONCLUSIVE', reason: 'no answer' }),
      sampleScenario({ requirements: ['SOM-FAN-002'], verdict: 'FAIL' }),
    ],
    () => ['drops-entry'],
  );
  assert.deepEqual(result, {
    row,
    verdict: 'INCONCLUSIVE',
    reason: 'no answer',
    scenarios: ['a.feature:1', 'a.feature:2'],
    faults: ['drops-entry'],
  });
});

test('what nobody tested says so, and what cannot be seen says why', () => {
  const hidden = sampleRow({ id: 'SOM-FAN-002', observable: 'no', reason: 'internal state' });
  const results = requirementResults([row, hidden], []);
  assert.deepEqual(
    results.map(({ verdict, reason }) => [verdict, reason]),
    [
      ['NOT_TESTED', 'no scenario of this run claims it'],
      ['NOT_APPLICABLE', 'internal state'],
    ],
  );
});

test('a requirement that passed gives no reason, and without a fault matrix no faults', () => {
  const passing = sampleScenario({ ...scenario, location: 'a.feature:1' });
  assert.deepEqual(requirementResults([row], [passing]), [
    { row, verdict: 'PASS', scenarios: ['a.feature:1'], faults: [] },
  ]);
});

test('what is inspected only, and says no more, names how it can be seen', () => {
  const inspected = sampleRow({ observable: 'inspect' });
  assert.deepEqual(requirementResults([inspected], []), [
    {
      row: inspected,
      verdict: 'NOT_APPLICABLE',
      reason: 'not observable on the wire (inspect)',
      scenarios: [],
      faults: [],
    },
  ]);
});
