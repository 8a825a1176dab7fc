import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsByScenario, readKillTable, writeKillTable } from './kill-table';

const file = join(mkdtempSync(join(tmpdir(), 'flowproof-kills-')), 'kill-table.json');

test('a table is written in alphabetical order and read as it was', () => {
  assert.deepEqual(readKillTable(file), new Map());
  writeKillTable(
    new Map([
      ['b', ['y', 'x']],
      ['a', []],
    ]),
    file,
  );
  assert.equal(readFileSync(file, 'utf8'), '{\n  "a": [],\n  "b": ["x", "y"]\n}\n');
  assert.deepEqual(
    readKillTable(file),
    new Map([
      ['a', []],
      ['b', ['x', 'y']],
    ]),
  );
});

test('a row that is too long for one line has a line for each scenario', () => {
  const [one, other] = ['o'.repeat(60), 'p'.repeat(60)];
  writeKillTable(new Map([['a', [one, other]]]), file);
  assert.equal(readFileSync(file, 'utf8'), `{\n  "a": [\n    "${one}",\n    "${other}"\n  ]\n}\n`);
});

test('the faults that a scenario catches are found by its name', () => {
  const faultsOf = faultsByScenario(
    new Map([
      ['a', ['x', 'y']],
      ['b', ['x']],
    ]),
  );
  assert.deepEqual(faultsOf({ name: 'x' }), ['a', 'b']);
  assert.deepEqual(faultsOf({ name: 'z' }), []);
});
