import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleScenario } from '../report/sample/sample-scenario';
import { applyKnownFailures } from './apply-known-failures';
import type { ScenarioResult } from './scenario-result';

const deviation = { what: 'the entries', expected: '3', actual: '2 entries; "m3" is missing' };
const failing = sampleScenario({ name: 'A', requirements: ['SOM-FAN-001'], verdict: 'FAIL', deviation });
const passing = sampleScenario({ name: 'B', requirements: ['SOM-FAN-001'] });
const known = { requirement: 'SOM-FAN-001', observed: '2 entries', reason: 'ticket 7' };

function verdicts(scenarios: readonly ScenarioResult[]): readonly (readonly [string, string | undefined])[] {
  return scenarios.map(({ verdict, reason }) => [verdict, reason]);
}

test('a failure that is known and looks as it did is expected', () => {
  const scenarios = applyKnownFailures([failing, passing], [known]);
  assert.deepEqual(verdicts(scenarios), [
    ['EXPECTED_FAIL', 'ticket 7'],
    ['PASS', undefined],
  ]);
});

test('another failure of the same requirement stays a failure', () => {
  const scenarios = applyKnownFailures([failing], [{ ...known, observed: 'no entry at all' }]);
  assert.deepEqual(verdicts(scenarios), [['FAIL', undefined]]);
});

test('where the failure is seen nowhere any more, the passes are unexpected', () => {
  const scenarios = applyKnownFailures([passing], [known]);
  assert.deepEqual(verdicts(scenarios), [['UNEXPECTED_PASS', 'listed as a known failure: ticket 7']]);
});

test('a row that names a scenario covers only that one', () => {
  const scenarios = applyKnownFailures([failing, passing], [{ ...known, scenario: 'B' }]);
  assert.deepEqual(verdicts(scenarios), [
    ['FAIL', undefined],
    ['UNEXPECTED_PASS', 'listed as a known failure: ticket 7'],
  ]);
});

test('an intermittent failure covers a failure and minds no pass', () => {
  const intermittent = { ...known, intermittent: true };
  assert.deepEqual(verdicts(applyKnownFailures([passing], [intermittent])), [['PASS', undefined]]);
  assert.deepEqual(verdicts(applyKnownFailures([failing], [intermittent])), [['EXPECTED_FAIL', 'ticket 7']]);
});

test('a scenario that cannot start for a known deviation is expected to fail', () => {
  const blocked = sampleScenario({
    name: 'C',
    requirements: ['SOM-FAN-001'],
    verdict: 'INCONCLUSIVE',
    deviation,
  });
  assert.deepEqual(verdicts(applyKnownFailures([blocked], [known])), [['EXPECTED_FAIL', 'ticket 7']]);
});

test('a row is stale only where no scenario that it concerns still fails, whatever else passes', () => {
  const other = sampleScenario({ name: 'D', requirements: ['SOM-FAN-001'], verdict: 'NOT_APPLICABLE' });
  assert.deepEqual(verdicts(applyKnownFailures([other, passing], [known])), [
    ['NOT_APPLICABLE', undefined],
    ['UNEXPECTED_PASS', 'listed as a known failure: ticket 7'],
  ]);
});

test('a warning where a failure was known is unexpected too', () => {
  const warned = sampleScenario({ requirements: ['SOM-FAN-001'], verdict: 'WARN' });
  assert.deepEqual(verdicts(applyKnownFailures([warned], [known])), [
    ['UNEXPECTED_PASS', 'listed as a known failure: ticket 7'],
  ]);
});

test('what never deviated is no known failure: neither an inconclusive run nor an error of the harness', () => {
  const unstarted = sampleScenario({
    requirements: ['SOM-FAN-001'],
    verdict: 'INCONCLUSIVE',
    reason: 'CSE2 gave 2 entries',
  });
  const broken = sampleScenario({ requirements: ['SOM-FAN-001'], verdict: 'ERROR', deviation });
  assert.deepEqual(verdicts(applyKnownFailures([unstarted, broken], [known])), [
    ['INCONCLUSIVE', 'CSE2 gave 2 entries'],
    ['ERROR', undefined],
  ]);
});

test('a failure without a deviation is known by its reason', () => {
  const timedOut = sampleScenario({
    requirements: ['SOM-FAN-001'],
    verdict: 'FAIL',
    reason: 'saw 2 entries',
  });
  const silent = sampleScenario({ requirements: ['SOM-FAN-001'], verdict: 'FAIL' });
  assert.deepEqual(verdicts(applyKnownFailures([timedOut, silent], [known])), [
    ['EXPECTED_FAIL', 'ticket 7'],
    ['FAIL', undefined],
  ]);
});
