import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didYouMean, nearest } from './nearest';

test('the nearest word is suggested only where it is near', () => {
  assert.equal(nearest('urll', ['url', 'cseID']), 'url');
  assert.equal(nearest('URL', ['url', 'cseID']), 'url');
  assert.equal(nearest('completely-else', ['url', 'cseID']), undefined);
  assert.equal(nearest('x', []), undefined);
});

test('where nothing is near, a short list is given whole and a long one not at all', () => {
  assert.equal(didYouMean('completely-else', ['url', 'cseID']), 'known: url, cseID');
  const many = Array.from({ length: 13 }, (_, index) => `item${index}`);
  assert.equal(didYouMean('completely-else', many), undefined);
});
