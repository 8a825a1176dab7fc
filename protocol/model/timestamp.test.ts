import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTimestamp, parseAbsRelTimestamp, parseTimestamp } from './timestamp';

const MOMENT = Date.UTC(2026, 10, 20, 10, 15, 0, 250);

test('times are written in ISO 8601 basic format', () => {
  assert.equal(formatTimestamp(MOMENT), '20261120T101500,250');
});

const READ = [
  ['20261120T101500,250', MOMENT],
  ['20261120T101500.25', MOMENT],
  ['20261120T101500,2509', MOMENT],
  ['20261120T101500', MOMENT - 250],
  ['20261320T101500', undefined],
  ['20261120T101500Z', undefined],
  ['2026-11-20T10:15:00', undefined],
  ['x20261120T101500', undefined],
  ['20261120T101500,', undefined],
  ['20261120T101500,1234567890', undefined],
  ['', undefined],
] as const;

for (const [text, time] of READ) {
  test(`${JSON.stringify(text)} is ${time === undefined ? 'no time' : 'a time'}`, () => {
    assert.equal(parseTimestamp(text), time);
  });
}

test('whole milliseconds count from now', () => {
  assert.equal(parseAbsRelTimestamp('5000', 1000), 6000);
  assert.equal(parseAbsRelTimestamp('-5', 1000), 995);
  assert.equal(parseAbsRelTimestamp('5.5', 1000), undefined);
  assert.equal(parseAbsRelTimestamp('20261120T101500', 1000), MOMENT - 250);
});
