import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultsByScenario, leanTable, readKillTable, writeKillTable } from './kill-table';

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

test('the lean table shows every fault caught and every outline able to fail, and little more', () => {
  const scenario = (name: string, scenarioLine: number) => ({ name, file: 'a.feature', scenarioLine });
  const scenarios = [scenario('x', 1), scenario('y 1', 5), scenario('y 2', 5), scenario('z', 9)];
  const table = new Map([
    ['a', ['x', 'y 1', 'y 2']],
    ['b', ['x', 'z', 'gone']],
    ['c', ['x']],
    ['d', ['y 1', 'y 2']],
    ['e', ['gone']],
  ]);
  assert.deepEqual(
    leanTable(table, scenarios),
    new Map([
      ['a', ['x']],
      ['b', ['z']],
      ['c', ['x']],
      ['d', ['y 1']],
    ]),
  );
});
