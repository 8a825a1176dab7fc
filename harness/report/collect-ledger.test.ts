import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectLedger } from './collect-ledger';
import { sampleRun } from './sample/sample-run';
import { sampleScenario } from './sample/sample-scenario';

test('One line per ambiguity and reading, with the scenarios that showed it', () => {
  const nested = { ambiguity: 'X-SOM-26', reading: 'nested' };
  const flat = { ambiguity: 'X-SOM-26', reading: 'flat' };
  const first = sampleScenario({ ledger: [nested, { ambiguity: 'X-SOM-04', reading: 'counts first' }] });
  const second = sampleScenario({ ledger: [nested, flat, nested] });
  assert.deepEqual(collectLedger(sampleRun({ scenarios: [first, second] })), [
    { ambiguity: 'X-SOM-04', reading: 'counts first', scenarios: [first] },
    { ambiguity: 'X-SOM-26', reading: 'flat', scenarios: [second] },
    { ambiguity: 'X-SOM-26', reading: 'nested', scenarios: [first, second] },
  ]);
});
