import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScenarioResult } from '../../verdict/scenario-result';
import { FAILING, MISSING, PASSING, SILENT, WARNED } from '../sample/sample-scenario';
import { type DiagramRow, diagramRows } from './diagram-rows';
import { elideRows } from './elide-rows';

function told(scenario: ScenarioResult): readonly string[] {
  return diagramRows(scenario).map(tell);
}

function tell(row: DiagramRow): string {
  switch (row.kind) {
    case 'step':
      return `step ${row.number}${row.failed ? ' failed' : ''}`;
    case 'message':
      return `${row.crossing.exchange.id} ${row.crossing.part}${row.mark === undefined ? '' : ` ${row.mark.severity}`}`;
    case 'missing':
      return `missing ${row.mark.detail.what}`;
    case 'elided':
      return `elided ${row.count}`;
  }
}

test('Each step stands before its first message', () => {
  assert.deepEqual(told(PASSING), ['step 1', '1 request', '1 response', 'step 2', '2 request', '2 response']);
});

test('A wrong message that the target sent is its request', () => {
  assert.deepEqual(
    told(FAILING).filter((row) => row.includes('wrong')),
    ['5 request wrong'],
  );
});

test('An answer that did not come is marked where it would stand', () => {
  assert.deepEqual(told(SILENT), [
    'step 1 failed',
    '1 request',
    '2 request',
    '3 request',
    '2 response',
    '3 response',
    '1 response wrong',
  ]);
});

test('A message that was never sent follows the step that missed it', () => {
  assert.deepEqual(told(MISSING), [
    'step 1',
    '1 request',
    '1 response',
    'step 2 failed',
    'missing the notification of the deletion of "pumps"',
  ]);
});

test('A warning is marked as one', () => {
  assert.ok(told(WARNED).includes('1 response warning'));
});

test('Of many rows the first, the last and those around a mark are drawn', () => {
  const rows = diagramRows(FAILING);
  const many = [
    ...rows.slice(0, 8),
    ...Array.from({ length: 500 }, () => rows[1] ?? rows[0]),
    ...rows.slice(8),
  ];
  const drawn = elideRows(
    many.filter((row) => row !== undefined),
    10,
  );
  assert.ok(drawn.length < 40);
  assert.ok(drawn.some((row) => row.kind === 'elided' && row.count > 450));
  assert.ok(drawn.some((row) => row.kind === 'message' && row.mark !== undefined));
});

test('Few rows are all drawn', () => {
  const rows = diagramRows(PASSING);
  assert.equal(elideRows(rows, 10), rows);
});
