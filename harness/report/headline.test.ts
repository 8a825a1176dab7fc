import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headlineOf } from './headline';
import { MIXED_RUN, sampleRun } from './sample/sample-run';

test('A run that passed as a whole is conformant', () => {
  assert.deepEqual(headlineOf(sampleRun()), {
    tone: 'good',
    title: 'Conformant',
    sentence: '1 scenario: 1 pass',
  });
});

test('A part of the suite speaks for that part only', () => {
  assert.equal(
    headlineOf(sampleRun({ selectors: ['SOM-CAST-004'] })).title,
    'Conformant in what was selected',
  );
});

test('The sentence counts by verdict, worst first', () => {
  assert.deepEqual(headlineOf(MIXED_RUN), {
    tone: 'bad',
    title: 'Not conformant',
    sentence: '7 scenarios: 3 fail, 1 inconclusive, 1 warning, 1 pass, 1 not applicable',
  });
});

test('A run that was cut off never looks complete', () => {
  assert.equal(headlineOf(sampleRun({ interrupted: true, exitCode: 2 })).title, 'Inconclusive, interrupted');
  assert.deepEqual(headlineOf(sampleRun({ interrupted: true })).tone, 'unsure');
  assert.equal(
    headlineOf(sampleRun({ interrupted: true, exitCode: 1 })).title,
    'Not conformant, interrupted',
  );
});

test('A run in which nothing ran says so', () => {
  const headline = headlineOf(sampleRun({ scenarios: [], exitCode: 6 }));
  assert.deepEqual(headline, { tone: 'unsure', title: 'Nothing ran', sentence: '0 scenarios' });
});
