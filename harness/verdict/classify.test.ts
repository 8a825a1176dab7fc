import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LinkFailure } from '../links/link';
import { classify } from './classify';
import { Deviation, Inconclusive } from './deviation';

const detail = { what: 'the answer', expected: 'OK (2000)', actual: 'NOT_FOUND (4004)' };

test('nothing thrown is a pass', () => {
  assert.deepEqual(classify({ phase: 'test', warnings: [] }), { verdict: 'PASS' });
});

test('a recommendation that is not followed is a warning', () => {
  assert.deepEqual(classify({ phase: 'test', warnings: [detail] }), {
    verdict: 'WARN',
    reason: 'the answer: expected OK (2000), got NOT_FOUND (4004)',
  });
});

test('a deviation from the stimulus on is a failure, warnings or not', () => {
  const end = { error: new Deviation(detail), phase: 'test', warnings: [detail] } as const;
  assert.deepEqual(classify(end), { verdict: 'FAIL', deviation: detail });
});

test('a deviation before the stimulus leaves the target untested', () => {
  assert.deepEqual(classify({ error: new Deviation(detail), phase: 'preamble', warnings: [] }), {
    verdict: 'INCONCLUSIVE',
    reason: 'before the stimulus: the answer: expected OK (2000), got NOT_FOUND (4004)',
    deviation: detail,
  });
});

test('a missing answer fails a test and leaves a preamble inconclusive', () => {
  const error = new LinkFailure('timeout', 'http://cse', 'no answer within 5000 ms');
  assert.deepEqual(classify({ error, phase: 'test', warnings: [] }), {
    verdict: 'FAIL',
    deviation: {
      what: 'the message to http://cse',
      expected: 'an answer',
      actual: 'http://cse: no answer within 5000 ms',
    },
  });
  assert.equal(classify({ error, phase: 'preamble', warnings: [] }).verdict, 'INCONCLUSIVE');
});

test('a tester that could not do its part is inconclusive at any time', () => {
  const error = new Inconclusive('CSE2 could not register');
  assert.deepEqual(classify({ error, phase: 'test', warnings: [] }), {
    verdict: 'INCONCLUSIVE',
    reason: 'CSE2 could not register',
  });
});

test('anything else that is thrown is an error of the harness', () => {
  const unexpected = classify({ error: new TypeError('x is undefined'), phase: 'test', warnings: [] });
  assert.deepEqual(unexpected, { verdict: 'ERROR', reason: 'TypeError: x is undefined' });
  assert.equal(classify({ error: 'text', phase: 'preamble', warnings: [] }).verdict, 'ERROR');
});

test('a plain error needs no name, and what is no error is shown as it is', () => {
  assert.deepEqual(classify({ error: new Error('no such actor'), phase: 'test', warnings: [] }), {
    verdict: 'ERROR',
    reason: 'no such actor',
  });
  assert.deepEqual(classify({ error: 'text', phase: 'test', warnings: [] }), {
    verdict: 'ERROR',
    reason: 'a step threw text',
  });
});

test('null is what a step throws that throws nothing', () => {
  assert.deepEqual(classify({ error: null, phase: 'test', warnings: [] }), { verdict: 'PASS' });
});
