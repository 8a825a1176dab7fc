import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrap } from './wrap';

test('Lines break at blanks', () => {
  assert.deepEqual(wrap('one two three four', 9, 4), ['one two', 'three', 'four']);
});

test('A word that is too long is broken, but no character is', () => {
  assert.deepEqual(wrap('abcdefgh', 3, 4), ['abc', 'def', 'gh']);
  assert.deepEqual(wrap('ab😀cd', 3, 4), ['ab', '😀c', 'd']);
});

test('The last line says how much is left out', () => {
  assert.deepEqual(wrap('one two three four', 5, 2), ['one', 'two t… (9 more characters)']);
});

test('Nothing is one empty line', () => {
  assert.deepEqual(wrap('  ', 5, 2), ['']);
});
