import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clip, clipEnd, clipMiddle } from './clip';

test('Text that fits is kept', () => {
  assert.equal(clip('12345', 5), '12345');
  assert.equal(clipMiddle('12345', 5), '12345');
});

test('What is cut off is counted', () => {
  assert.equal(clip('1234567', 5), '12345… (2 more characters)');
});

test('A cut never splits a character in two', () => {
  assert.equal(clip('ab😀cd', 3), 'ab… (4 more characters)');
  assert.equal(clipMiddle('a😀bcdefg', 5), 'a…efg');
  assert.equal(clipMiddle('abcdefg😀', 3), '…😀');
  assert.equal(clipMiddle('abcdefg😀', 2), '…');
});

test('Of a path the end is kept rather than the beginning', () => {
  assert.equal(clipMiddle('/cse-in/buildings/north/pumps/fopt', 16), '/cse-…pumps/fopt');
});

test('A text whose beginning matters keeps it, and no half of a character', () => {
  assert.equal(clipEnd('Alert 1200, Replace', 10), 'Alert 120…');
  assert.equal(clipEnd('Alert', 10), 'Alert');
  assert.equal(clipEnd('ab\u{1f600}cd', 4), 'ab…');
});
