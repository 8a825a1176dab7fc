import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownCode, markdownText } from './markdown-text';

test('Markup, tables, links and mentions stay text', () => {
  assert.equal(
    markdownText('| **x** [a](http://b) @team <img> `c`', 100),
    '\\| \\*\\*x\\*\\* \\[a\\]\\(http&#58;//b\\) &#64;team &lt;img&gt; \\`c\\`',
  );
});

test('A text of many lines is one line', () => {
  assert.equal(markdownText('a\n# b\r\nc', 100), 'a \\# b c');
});

test('A web address without a scheme is no link either', () => {
  assert.equal(markdownText('www.example.org', 100), 'www&#46;example.org');
});

test('Code cannot close its own fence', () => {
  assert.equal(markdownCode('npx flowproof', 100), '`npx flowproof`');
  assert.equal(markdownCode('a ``b`` c', 100), '``` a ``b`` c ```');
});
