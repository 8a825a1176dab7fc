import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequirementRow } from '../verdict/catalogue';
import type { PlannedScenario } from './planned-scenario';
import { requirementProofs, unprovenMusts } from './requirement-proofs';

function row(id: string, level: RequirementRow['level']): RequirementRow {
  const [document = ''] = id.split('-');
  return { id, document, source: '1', level, role: 'ae', text: 'It is so.', observable: 'wire' };
}

function scenario(name: string, line: number, ...requirements: string[]): PlannedScenario {
  const place = { location: `a.feature:${line}`, file: 'a.feature', line, scenarioLine: line };
  return {
    ...place,
    name,
    title: name,
    feature: 'A',
    requirements,
    tags: [],
    roles: [],
    icsItems: [],
    steps: [],
  };
}

const ROWS = [
  row('SOM-A-001', 'must'),
  row('SOM-A-002', 'must'),
  row('SOM-A-003', 'should'),
  row('SOM-A-004', 'must'),
];
const ONE = scenario('one', 1, 'SOM-A-001', 'SOM-A-003');
const ROW = scenario('two', 2, 'SOM-A-001');
/** Another row of the same outline may be about something else. */
const OTHER_ROW = scenario('two', 3, 'SOM-A-002');
const SCENARIOS = [ONE, ROW, OTHER_ROW];
const KILLERS = new Map([
  ['late', [ONE, ROW]],
  ['lost', [ROW]],
  ['harmless', []],
]);

test('a requirement is proven by the faults that its scenarios catch, each once', () => {
  const proofs = requirementProofs(ROWS, SCENARIOS, KILLERS);
  assert.deepEqual(
    proofs.map(({ row: { id }, faults }) => [id, ...faults]),
    [['SOM-A-001', 'late', 'lost'], ['SOM-A-002'], ['SOM-A-003', 'late']],
  );
});

test('what is demanded and tested without a fault is unproven; what nobody tests is another matter', () => {
  const unproven = unprovenMusts(requirementProofs(ROWS, SCENARIOS, KILLERS));
  assert.deepEqual(
    unproven.map(({ id }) => id),
    ['SOM-A-002'],
  );
});
