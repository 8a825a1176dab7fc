import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildProgram } from './program';
import { type RecordingTerminal, recordingTerminal } from './recording-terminal';
import { reportFatal } from './report-fatal';

interface Typed {
  readonly exitCode: number;
  readonly terminal: RecordingTerminal;
}

async function type(...words: string[]): Promise<Typed> {
  const terminal = recordingTerminal();
  const program = buildProgram(terminal);
  const exitCode = await program(['node', 'flowproof', ...words]).catch((error) =>
    reportFatal(error, terminal),
  );
  return { exitCode, terminal };
}

test('a command that does not exist is a usage error with a suggestion', async () => {
  const { exitCode, terminal } = await type('runn');
  assert.equal(exitCode, 3);
  assert.deepEqual(terminal.complaints, ["error: unknown command 'runn'\n(Did you mean run?)"]);
});

test('a seed that is no number is a usage error', async () => {
  const { exitCode, terminal } = await type('run', '--seed', 'x');
  assert.equal(exitCode, 3);
  assert.match(terminal.complaints.join('\n'), /expected a whole number from 0 to 999999999/);
});

test('a selector and a requirement that do not exist are configuration errors without a stack trace', async () => {
  for (const words of [
    ['list', 'SOM-NO-999'],
    ['explain', 'SOM-NO-999'],
  ]) {
    const { exitCode, terminal } = await type(...words);
    assert.equal(exitCode, 3);
    assert.doesNotMatch(terminal.complaints.join('\n'), /\n\s+at /);
  }
});

test('an unexpected error is a defect of this package and ends with 4', () => {
  const terminal = recordingTerminal();
  assert.equal(reportFatal(new TypeError('x is undefined'), terminal), 4);
  assert.equal(terminal.complaints[0], 'TypeError: x is undefined');
  assert.match(terminal.complaints[1] ?? '', /^This is a defect of flowproof/);
});

test('verifying a folder that holds no bundle ends with 7', async () => {
  const { exitCode } = await type('verify', mkdtempSync(join(tmpdir(), 'flowproof-empty-')));
  assert.equal(exitCode, 7);
});

test('a part of the suite runs on the built-in reference, and its report verifies', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-run-'));
  const { exitCode, terminal } = await type('run', 'SOM-FAN-001', '--report-dir', folder);
  assert.equal(exitCode, 0, terminal.lines.join('\n'));
  assert.ok(readdirSync(folder).includes('index.html'));
  assert.ok(!readdirSync(folder).includes('run.json'));
  assert.equal((await type('verify', folder)).exitCode, 0);
});

test('laws are tried on the built-in reference, and their report verifies', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-laws-run-'));
  const { exitCode, terminal } = await type(
    ...['run', '--properties', 'somecast-turns', 'IGO', '--runs', '2', '--seed', '5', '--report-dir', folder],
  );
  assert.equal(exitCode, 0, terminal.lines.join('\n'));
  assert.match(
    terminal.lines.join('\n'),
    /selected {2}2 laws of 11: 2 applicable, 0 not applicable; 2 stories each/,
  );
  const { scenarios } = JSON.parse(readFileSync(join(folder, 'verdicts.json'), 'utf8'));
  assert.deepEqual(
    scenarios.map((scenario: { verdict: string; law: unknown }) => [scenario.verdict, scenario.law]),
    [
      ['PASS', { name: 'somecast-turns', runs: 2, played: 2 }],
      ['PASS', { name: 'result-repetition', runs: 2, played: 2 }],
    ],
  );
  assert.ok(!readdirSync(folder).includes('run.json'));
  assert.equal((await type('verify', folder)).exitCode, 0);
});

test('what makes no sense for laws, or only for laws, is refused with what to do', async () => {
  const refused: readonly (readonly [words: readonly string[], advice: RegExp])[] = [
    [['--properties', '--runs', '0'], /expected a whole number from 1 to 10000/],
    [['--properties', '--runs', '-1'], /expected a whole number from 1 to 10000/],
    [['--properties', '--runs', '1000000000'], /expected a whole number from 1 to 10000/],
    [['--properties', 'SOM-NO-999'], /SOM-NO-999: names no law/],
    [['--properties', '--path', '0'], /name that law before the options/],
    [['--properties', '--failed'], /--failed: is for scenarios only/],
    [['--runs', '5'], /--runs: is for laws only\n.*add --properties/],
  ];
  for (const [words, advice] of refused) {
    const { exitCode, terminal } = await type('run', ...words);
    assert.equal(exitCode, 3, words.join(' '));
    assert.match(terminal.complaints.join('\n'), advice);
  }
});
