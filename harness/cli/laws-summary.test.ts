import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleRun } from '../report/sample/sample-run';
import { BROKEN_LAW, sampleScenario } from '../report/sample/sample-scenario';
import { printLaw, printLaws } from './laws-summary';
import { recordingTerminal } from './recording-terminal';

test('a law that is broken is shown with the story, ready to be pasted, and how to play it again', () => {
  const terminal = recordingTerminal();
  const run = sampleRun({ scenarios: [BROKEN_LAW], exitCode: 1, certifiable: false, obstacles: ['a law'] });
  const target = { ...run.target, file: 'my-cse.yaml' };
  printLaws({ run: { ...run, target }, reportDir: 'reports/latest' }, terminal);
  assert.deepEqual(terminal.lines, [
    '',
    '✗ FAIL  ROUND_ROBIN serves nobody twice before all others',
    '  step      no two members differ by more than 1 request',
    '  looked at the requests',
    '  expected  counts at most 1 apart',
    '  actual    m1: 2, m2: 0',
    '  rerun     npx flowproof run --properties somecast-turns --target my-cse.yaml --runs 20 --seed 42 --path 2:0:1',
    '  the smallest story, as a scenario for any feature file:',
    '',
    '  @SOM-ALG-001',
    '  Scenario: Turns',
    '    When AE1 retrieves "pumps/fopt" from any 1 member',
    '',
    'Not conformant  1 law: 1 fail (1.2 s)',
    'not certifiable: a law',
    'report    reports/latest/index.html',
  ]);
});

test('a law is one line: how many stories, or why none', () => {
  const terminal = recordingTerminal();
  const law = { name: 'somecast-turns', runs: 20, played: 20 };
  printLaw(sampleScenario({ law }), terminal);
  printLaw(BROKEN_LAW, terminal);
  printLaw(
    sampleScenario({ law: { ...law, played: 0 }, verdict: 'NOT_APPLICABLE', reason: 'ICS: no' }),
    terminal,
  );
  assert.deepEqual(terminal.lines, [
    '✓ somecast-turns       20 stories (12 ms)',
    '✗ somecast-turns       FAIL  3 stories (12 ms)',
    '– somecast-turns       NOT_APPLICABLE  ICS: no',
  ]);
});
