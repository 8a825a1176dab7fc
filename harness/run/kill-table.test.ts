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
  assert.equal(readFileSync(file, 'utf8'), '{\n  "a": [],\n  "b": [\n    "x",\n    "y"\n  ]\n}\n');
  assert.deepEqual(
    readKillTable(file),
    new Map([
      ['a', []],
      ['b', ['x', 'y']],
    ]),
  );
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
