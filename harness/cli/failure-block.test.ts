import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCauses } from '../report/group-causes';
import { sampleExchange, sampleResponse } from '../report/sample/sample-exchange';
import { sampleRequirement, sampleRow, sampleRun } from '../report/sample/sample-run';
import { sampleScenario } from '../report/sample/sample-scenario';
import type { ScenarioResult } from '../verdict/scenario-result';
import { failureBlock } from './failure-block';
import { recordingTerminal } from './recording-terminal';

const row = sampleRow({ id: 'SOM-FAN-012', source: '7.4.14.2.4 step c' });

const failing = sampleScenario({
  location: 'features/group-somecast/fan-out.feature:31',
  name: 'Partial failure keeps the other members',
  requirements: ['SOM-FAN-012'],
  verdict: 'FAIL',
  deviation: {
    what: 'the entries',
    expected: '3 entries',
    actual: '2 entries; "m3" is missing',
    exchange: 2,
  },
  failedStep: 'the answer holds one entry per member',
  control: 'passes',
  exchanges: [
    sampleExchange({
      id: 2,
      from: 'AE1',
      to: 'the CSE',
      method: 'GET',
      url: 'http://cse1/cse-in/pumps/fopt',
      headers: { 'x-m2m-ri': 'r1' },
      response: sampleResponse(200, 2000),
    }),
  ],
});

function block(scenarios: readonly ScenarioResult[], targetFile?: string): readonly string[] {
  const run = sampleRun({ scenarios, requirements: [sampleRequirement({ row })] });
  const [cause] = groupCauses(scenarios);
  assert.ok(cause);
  return failureBlock(
    cause,
    {
      run: { ...run, target: { ...run.target, ...(targetFile && { file: targetFile }) } },
      reportDir: 'reports/latest',
    },
    recordingTerminal(),
  );
}

test('a block says what was demanded, what came, what shows it and how to see it again', () => {
  assert.deepEqual(block([failing], 'my-cse.yaml'), [
    '✗ FAIL  Partial failure keeps the other members',
    '  SOM-FAN-012  SOM 7.4.14.2.4 step c (must)',
    '  step      the answer holds one entry per member',
    '  looked at the entries',
    '  expected  3 entries',
    '  actual    2 entries; "m3" is missing',
    '  message   #2 AE1 → the CSE  RETRIEVE /cse-in/pumps/fopt  2000 OK',
    '  control   the reference passes this scenario: the target is at fault',
    '  rerun     npx flowproof run features/group-somecast/fan-out.feature:31 --target my-cse.yaml --seed 42',
  ]);
});

test('one cause with many consequences is one block', () => {
  const others = [1, 2, 3, 4, 5].map((line) => ({ ...failing, location: `a.feature:${line}` }));
  const lines = block([failing, ...others]);
  assert.ok(lines.includes('  also in   a.feature:1, a.feature:2, a.feature:3 and 2 more'));
});

test('the block of a scenario with everything at its longest has at most 15 lines', () => {
  const long = 'x'.repeat(5000);
  const scenario = {
    ...failing,
    name: long,
    failedStep: long,
    reason: long,
    deviation: { what: long, expected: long, actual: long, exchange: 2 },
  };
  const lines = block([scenario, { ...scenario, location: 'a.feature:1' }]);
  assert.ok(lines.length <= 15, `${lines.length} lines`);
  assert.ok(lines.every((line) => line.length < 400));
});

test('what a target sent cannot steer the terminal', () => {
  const hostile = { what: 'the body', expected: 'x', actual: '\u001b[2J\u202Egone\nPASS' };
  const lines = block([{ ...failing, deviation: hostile }]);
  assert.ok(lines.includes('  actual    \\u{1B}[2J\\u{202E}gone PASS'));
});
