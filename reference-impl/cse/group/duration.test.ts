import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDuration } from './duration';

test('durations in milliseconds', () => {
  assert.equal(parseDuration('PT4S'), 4_000);
  assert.equal(parseDuration('PT0.25S'), 250);
  assert.equal(parseDuration('PT2M'), 120_000);
  assert.equal(parseDuration('P1DT1H1M1S'), 90_061_000);
  assert.equal(parseDuration('P10D'), 864_000_000);
  assert.equal(parseDuration('PT10H'), 36_000_000);
  assert.equal(parseDuration('PT10M'), 600_000);
  assert.equal(parseDuration('PT10.5S'), 10_500);
});

test('what is none, or has no fixed length', () => {
  for (const text of [
    '',
    'P',
    'PT',
    'P1DT',
    '4',
    'P1Y',
    'P1M',
    '-PT1S',
    'PT1',
    'xPT1S',
    'PT1Sx',
    'PT1M1H',
    'PT.5S',
    'PT1.S',
  ]) {
    assert.equal(parseDuration(text), undefined, text);
  }
});
