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

test('a failure blocks nothing, and nothing blocks a failure', () => {
  const failing = sampleScenario({ verdict: 'FAIL', reason: 'no answer' });
  assert.deepEqual(
    blockConsequences([failing, failing, inconclusive(3, 'no answer')]).map(({ verdict }) => verdict),
    ['FAIL', 'FAIL', 'INCONCLUSIVE'],
  );
});

test('without a reason the step that could not be done is the cause', () => {
  const stopped = (line: number, failedStep: string) =>
    sampleScenario({ location: `a.feature:${line}`, verdict: 'INCONCLUSIVE', failedStep });
  const results = blockConsequences([
    stopped(1, 'Given a group "pumps" of 3 members'),
    stopped(2, 'Given a group "meters" of 3 members'),
    stopped(3, 'Given a device'),
  ]);
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['INCONCLUSIVE', 'BLOCKED', 'INCONCLUSIVE'],
  );
});

test('names and addresses are no cause, and the words between them are', () => {
  const results = blockConsequences([
    inconclusive(1, 'creating "a" at /cse1/x failed'),
    inconclusive(2, 'creating "b" at /y failed'),
    inconclusive(3, 'creating "b" at /y/z succeeded'),
    inconclusive(4, 'creating at /y failed'),
    inconclusive(5, 'creating "b" at failed'),
  ]);
  assert.deepEqual(
    results.map(({ verdict }) => verdict),
    ['INCONCLUSIVE', 'BLOCKED', 'INCONCLUSIVE', 'INCONCLUSIVE', 'INCONCLUSIVE'],
  );
});
