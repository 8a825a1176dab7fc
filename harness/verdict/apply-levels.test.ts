import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleRow } from '../report/sample/sample-run';
import { sampleScenario } from '../report/sample/sample-scenario';
import { applyLevels } from './apply-levels';
import type { ScenarioResult } from './scenario-result';

const advice = sampleRow({ id: 'SOM-FAN-001', level: 'should' });
const rule = sampleRow({ id: 'SOM-FAN-002', level: 'must' });
const deviation = { what: 'the name', expected: 'one that tells the group', actual: '"x7"' };
const earlier = { what: 'the label', expected: 'one', actual: 'none' };

function judged(given: Partial<ScenarioResult>): ScenarioResult | undefined {
  const failing = { requirements: ['SOM-FAN-001'], verdict: 'FAIL', deviation } as const;
  return applyLevels([sampleScenario({ ...failing, ...given })], [advice, rule])[0];
}

test('a recommendation that is not followed is a warning, beside those that were there', () => {
  assert.deepEqual(
    judged({ warnings: [earlier] }),
    sampleScenario({
      requirements: ['SOM-FAN-001'],
      verdict: 'WARN',
      reason: 'the name: expected one that tells the group, got "x7"',
      deviation,
      warnings: [earlier, deviation],
    }),
  );
});

test('a scenario that claims a rule as well, or nothing, or a row that is in no catalogue, still fails', () => {
  assert.equal(judged({ requirements: ['SOM-FAN-001', 'SOM-FAN-002'] })?.verdict, 'FAIL');
  assert.equal(judged({ requirements: ['SOM-FAN-002'] })?.verdict, 'FAIL');
  assert.equal(judged({ requirements: [] })?.verdict, 'FAIL');
  assert.equal(judged({ requirements: ['SOM-FAN-999'] })?.verdict, 'FAIL');
});

test('no other verdict of a recommendation changes', () => {
  assert.equal(judged({ verdict: 'INCONCLUSIVE' })?.verdict, 'INCONCLUSIVE');
  assert.equal(judged({ verdict: 'ERROR' })?.verdict, 'ERROR');
  const scenario = sampleScenario({ requirements: ['SOM-FAN-001'], verdict: 'FAIL' });
  assert.deepEqual(applyLevels([scenario], [advice]), [scenario]);
});
