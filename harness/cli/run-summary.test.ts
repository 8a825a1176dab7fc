import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleRun } from '../report/sample/sample-run';
import { sampleScenario } from '../report/sample/sample-scenario';
import { recordingTerminal } from './recording-terminal';
import { printSummary } from './run-summary';

function summaryOf(run: ReturnType<typeof sampleRun>): readonly string[] {
  const terminal = recordingTerminal();
  printSummary(
    { run: { ...run, target: { ...run.target, file: 'my-cse.yaml' } }, reportDir: 'reports/latest' },
    terminal,
  );
  return terminal.lines;
}

test('a run that passes ends with its verdict and the report', () => {
  assert.deepEqual(summaryOf(sampleRun()), [
    '',
    'Conformant  1 scenario: 1 pass (1.2 s)',
    'report    reports/latest/index.html',
  ]);
});

test('an interrupted run says how to finish it', () => {
  const run = sampleRun({
    interrupted: true,
    exitCode: 2,
    certifiable: false,
    obstacles: ['the run was cut off'],
  });
  assert.deepEqual(summaryOf(run).slice(-3), [
    'not certifiable: the run was cut off',
    'resume    npx flowproof run --target my-cse.yaml --report-dir reports/latest --resume',
    'report    reports/latest/index.html',
  ]);
});

test('few failures are rerun by name, many through the report', () => {
  const failing = (line: number) => sampleScenario({ location: `a.feature:${line}`, verdict: 'FAIL' });
  const rerunOf = (count: number) => {
    const scenarios = Array.from({ length: count }, (_, index) => failing(index + 1));
    return summaryOf(sampleRun({ scenarios })).find((line) => line.startsWith('rerun'));
  };
  assert.equal(
    rerunOf(2),
    'rerun     npx flowproof run a.feature:1 a.feature:2 --target my-cse.yaml --seed 42',
  );
  assert.equal(
    rerunOf(9),
    'rerun     npx flowproof run --target my-cse.yaml --report-dir reports/latest --failed --seed 42',
  );
});

test('a warning takes one line, and what is blocked is counted', () => {
  const warned = sampleScenario({ verdict: 'WARN', reason: 'code: expected 1002, got 1000' });
  const blocked = sampleScenario({ verdict: 'BLOCKED', reason: 'same cause as a.feature:1' });
  const lines = summaryOf(sampleRun({ scenarios: [warned, blocked] }));
  assert.ok(lines.includes('▲ WARN  SOM-CAST-004  code: expected 1002, got 1000'));
  assert.ok(lines.includes('\n1 scenario blocked by a cause above'));
});
