import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleScenario } from '../report/sample/sample-scenario';
import { blockConsequences } from './block-consequences';

function inconclusive(line: number, reason: string) {
  return sampleScenario({ location: `a.feature:${line}`, verdict: 'INCONCLUSIVE', reason });
}

test('the first of several scenarios with one cause keeps it, the others are blocked by it', () => {
  const results = blockConsequences([
    inconclusive(1, 'creating "pumps-1" at /cse1/a: no answer'),
    sampleScenario(),
    inconclusive(9, 'creating "meters-2" at /cse1/b: no answer'),
    inconclusive(12, 'CSE2 could not register'),
  ]);
  assert.deepEqual(
    results.map(({ verdict, reason }) => [verdict, reason]),
    [
      ['INCONCLUSIVE', 'creating "pumps-1" at /cse1/a: no answer'],
      ['PASS', undefined],
      ['BLOCKED', 'same cause as a.feature:1: creating "pumps-1" at /cse1/a: no answer'],
      ['INCONCLUSIVE', 'CSE2 could not register'],
    ],
  );
});

test('codes separate causes', () => {
  const results = blockConsequences([
    inconclusive(1, 'got NOT_FOUND (4004)'),
    inconclusive(2, 'got CONFLICT (4105)'),
  ]);
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['INCONCLUSIVE', 'INCONCLUSIVE'],
  );
});
