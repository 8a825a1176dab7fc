import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scheduleEntries, untilNextSecond, windowFrom } from './window';

test('a window within a minute is one entry, to the second and in UTC', () => {
  const window = windowFrom(Date.parse('2026-11-21T00:40:12.300Z'), 5000, 10_000);
  assert.deepEqual(window, {
    opensAt: Date.parse('2026-11-21T00:40:18Z'),
    closesAt: Date.parse('2026-11-21T00:40:28Z'),
  });
  assert.deepEqual(scheduleEntries(window), ['18-27 40 0 21 11 * 2026']);
});

test('a window that crosses the end of a year is an entry for each minute', () => {
  const window = windowFrom(Date.parse('2026-12-31T23:59:50Z'), 3000, 75_000);
  assert.deepEqual(scheduleEntries(window), [
    '53-59 59 23 31 12 * 2026',
    '0-59 0 0 1 1 * 2027',
    '0-7 1 0 1 1 * 2027',
  ]);
});

test('a window of less than a second is a second', () => {
  const window = windowFrom(Date.parse('2028-02-28T23:59:59.301Z'), 0, 200);
  assert.deepEqual(scheduleEntries(window), ['0 0 0 29 2 * 2028']);
});

test('what is just over counts as the beginning of its second', () => {
  const { opensAt } = windowFrom(Date.parse('2026-11-21T00:40:12.150Z'), 5000, 10_000);
  assert.equal(opensAt, Date.parse('2026-11-21T00:40:17Z'));
  assert.equal(untilNextSecond(Date.parse('2026-11-21T00:40:12.150Z')), 850);
  assert.equal(untilNextSecond(Date.parse('2026-11-21T00:40:12Z')), 0);
});
