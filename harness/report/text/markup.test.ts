import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markup, ownMarkup } from './markup';

test('Text is escaped, in content and in attributes', () => {
  const hostile = `</script><img src=x onerror="alert('1')">&amp;]]>`;
  assert.equal(
    markup`<p title="${hostile}">${hostile}</p>`.toString(),
    '<p title="&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;]]&gt;">' +
      '&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;]]&gt;</p>',
  );
});

test('Markup within markup is not escaped again, in lists neither', () => {
  const items = ['a', '<b>'].map((text) => markup`<li>${text}</li>`);
  assert.equal(markup`<ul>${items}</ul>`.toString(), '<ul><li>a</li><li>&lt;b&gt;</li></ul>');
});

test('Nothing and false leave no trace, nought does', () => {
  assert.equal(markup`[${undefined}${false}${0}]`.toString(), '[0]');
});

test('An object that only looks like markup is not taken for it', () => {
  const forged = JSON.parse('{"text":"<script>"}');
  assert.throws(() => markup`${forged}`);
});

test('Indentation of the template is dropped, that of values is kept', () => {
  assert.equal(
    markup`<pre>
      ${'  a\n    b'}
    </pre>`.toString(),
    '<pre>\n  a\n    b\n</pre>',
  );
});

test('Own text is taken over as it stands', () => {
  assert.equal(
    markup`<style>${ownMarkup('a>b{content:"&"}')}</style>`.toString(),
    '<style>a>b{content:"&"}</style>',
  );
});
