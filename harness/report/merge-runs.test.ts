import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunResult } from '../verdict/run-result';
import { mergeRuns } from './merge-runs';
import { sampleRequirement, sampleRow, sampleRun } from './sample/sample-run';
import { sampleScenario } from './sample/sample-scenario';

const ONE = sampleScenario({ location: 'features/a.feature:1', requirements: ['SOM-CAST-004'] });
const TWO = sampleScenario({ location: 'features/a.feature:9', requirements: ['SOM-FAN-012'] });
const ROWS = [
  sampleRequirement({ scenarios: [], faults: ['f1'] }),
  sampleRequirement({
    row: sampleRow({ id: 'SOM-FAN-012' }),
    verdict: 'NOT_TESTED',
    reason: 'x',
    scenarios: [],
    faults: [],
  }),
];

function merged(...runs: readonly RunResult[]): RunResult {
  const result = mergeRuns(runs);
  assert.equal(result.kind, 'merged');
  return result.kind === 'merged' ? result.run : sampleRun();
}

test('Parts add up: scenarios, counts, requirements, time, faults', () => {
  const later = { startedAt: '2026-11-20T19:00:00.000Z', durationMilliseconds: 10 };
  const other = [sampleRequirement({ scenarios: [], faults: ['f1', 'f2'] }), ...ROWS.slice(1)];
  const run = merged(
    sampleRun({ scenarios: [TWO], selectors: ['b'], requirements: ROWS, ...later }),
    sampleRun({ scenarios: [ONE], selectors: ['a'], requirements: other, durationMilliseconds: 5 }),
  );
  assert.deepEqual(run.scenarios, [TWO, ONE]);
  assert.equal(run.counts.PASS, 2);
  assert.equal(run.startedAt, '2026-11-20T18:00:00.000Z');
  assert.equal(run.durationMilliseconds, 15);
  assert.deepEqual(run.selectors, ['b', 'a']);
  assert.deepEqual(
    run.requirements.map(({ row, verdict, scenarios, faults }) => [row.id, verdict, scenarios, faults]),
    [
      ['SOM-CAST-004', 'PASS', ['features/a.feature:1'], ['f1', 'f2']],
      ['SOM-FAN-012', 'PASS', ['features/a.feature:9'], []],
    ],
  );
});

test('A scenario that ran twice keeps its worst result, whichever came first', () => {
  const failed = { ...ONE, verdict: 'FAIL' } as const;
  for (const order of [
    [ONE, failed],
    [failed, ONE],
  ]) {
    const run = merged(...order.map((scenario) => sampleRun({ scenarios: [scenario] })));
    assert.deepEqual(run.scenarios, [failed]);
    assert.equal(run.exitCode, 1);
    assert.equal(run.certifiable, false);
    assert.deepEqual(run.obstacles, ['1 scenario ended with FAIL', 'no scenario passed']);
  }
});

test('Parts of a suite do not make a certificate; what stood against one of them stays', () => {
  const run = merged(
    sampleRun({
      scenarios: [ONE],
      selectors: ['a'],
      obstacles: ['only a part was selected: a'],
      certifiable: false,
    }),
    sampleRun({
      scenarios: [TWO],
      selectors: ['b'],
      obstacles: ['a known-failures file was given'],
      certifiable: false,
    }),
  );
  assert.deepEqual(run.obstacles, ['only a part was selected: a b', 'a known-failures file was given']);
});

test('An interrupted part leaves the whole interrupted', () => {
  const run = merged(sampleRun({ scenarios: [ONE], interrupted: true }), sampleRun({ scenarios: [TWO] }));
  assert.equal(run.interrupted, true);
  assert.equal(run.exitCode, 2);
});

test('Runs of different things are not merged, and it is said why', () => {
  const other = sampleRun({ seed: 7, target: { name: 'other hub', kind: 'external', link: 'http' } });
  assert.deepEqual(mergeRuns([sampleRun(), other]), {
    kind: 'incompatible',
    reasons: [
      'run 2 has another target than run 1: other hub instead of ACME hub',
      'run 2 has another seed than run 1: 7 instead of 42',
    ],
  });
  assert.equal(mergeRuns([]).kind, 'incompatible');
});
