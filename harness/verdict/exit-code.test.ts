import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certificationObstacles } from './certifiable';
import { exitCodeOf } from './exit-code';
import type { Verdict } from './verdict';
import { countVerdicts, worstVerdict } from './worst-verdict';

const CLEAN = { selectors: [], hasKnownFailures: false, interrupted: false } as const;

function exitCode(...verdicts: Verdict[]): number {
  return exitCodeOf(countVerdicts(verdicts), false);
}

test('the worst verdict decides the exit code', () => {
  assert.equal(exitCode('PASS', 'NOT_APPLICABLE', 'WARN', 'EXPECTED_FAIL'), 0);
  assert.equal(exitCode('PASS', 'FAIL', 'INCONCLUSIVE', 'UNEXPECTED_PASS'), 1);
  assert.equal(exitCode('PASS', 'INCONCLUSIVE'), 2);
  assert.equal(exitCode('PASS', 'BLOCKED'), 2);
  assert.equal(exitCode('FAIL', 'ERROR'), 4);
  assert.equal(exitCode('PASS', 'UNEXPECTED_PASS', 'INCONCLUSIVE'), 5);
});

test('a run in which nothing was judged never ends with 0', () => {
  assert.equal(exitCode(), 6);
  assert.equal(exitCode('NOT_APPLICABLE'), 6);
});

test('a run that was cut off never ends with 0', () => {
  assert.equal(exitCodeOf(countVerdicts(['PASS']), true), 2);
});

test('each verdict that obstructs is named by itself', () => {
  for (const verdict of ['ERROR', 'UNEXPECTED_PASS', 'INCONCLUSIVE', 'EXPECTED_FAIL'] as const) {
    const counts = countVerdicts(['PASS', verdict]);
    assert.deepEqual(certificationObstacles({ ...CLEAN, counts }), [`1 scenario ended with ${verdict}`]);
  }
});

test('the worst of several verdicts is the first in the order of the verdicts', () => {
  assert.equal(worstVerdict(['PASS', 'WARN', 'NOT_APPLICABLE']), 'WARN');
  assert.equal(worstVerdict(['NOT_APPLICABLE', 'PASS']), 'PASS');
  assert.equal(worstVerdict([]), undefined);
});

test('a whole run that passes is certifiable, warnings included', () => {
  assert.deepEqual(
    certificationObstacles({ ...CLEAN, counts: countVerdicts(['PASS', 'WARN', 'NOT_APPLICABLE']) }),
    [],
  );
});

test('everything that stands against a certificate is named', () => {
  const counts = countVerdicts(['FAIL', 'FAIL', 'BLOCKED']);
  const selectors = ['SOM'];
  assert.deepEqual(
    certificationObstacles({
      counts,
      selectors,
      hasKnownFailures: true,
      interrupted: true,
      fault: 'drops-entry',
    }),
    [
      '2 scenarios ended with FAIL',
      '1 scenario ended with BLOCKED',
      'no scenario passed',
      'only a part was selected: SOM',
      'a known-failures file was given',
      'the run was cut off',
      'the reference was deployed with the fault drops-entry',
    ],
  );
});

test('as many warnings as passes are no empty run, nor is a run of known failures alone', () => {
  assert.equal(exitCode('PASS', 'WARN'), 0);
  assert.equal(exitCode('WARN'), 0);
  assert.equal(exitCode('PASS', 'EXPECTED_FAIL'), 0);
  assert.equal(exitCode('EXPECTED_FAIL'), 0);
  assert.deepEqual(certificationObstacles({ ...CLEAN, counts: countVerdicts(['WARN']) }), []);
});

test('verdicts are counted one by one', () => {
  assert.deepEqual(countVerdicts(['EXPECTED_FAIL', 'BLOCKED', 'UNEXPECTED_PASS', 'NOT_APPLICABLE', 'WARN']), {
    ERROR: 0,
    FAIL: 0,
    UNEXPECTED_PASS: 1,
    INCONCLUSIVE: 0,
    BLOCKED: 1,
    EXPECTED_FAIL: 1,
    WARN: 1,
    PASS: 0,
    NOT_APPLICABLE: 1,
  });
});

test('of a long selection the first five are named', () => {
  const obstaclesOf = (selectors: readonly string[]) =>
    certificationObstacles({ ...CLEAN, selectors, counts: countVerdicts(['PASS']) });
  assert.deepEqual(obstaclesOf(['A', 'B', 'C', 'D', 'E']), ['only a part was selected: A B C D E']);
  assert.deepEqual(obstaclesOf(['A', 'B', 'C', 'D', 'E', 'F', 'G']), [
    'only a part was selected: A B C D E and 2 more',
  ]);
});
