import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markup } from './markup';

const SEED = 20_261_120;

/** Any UTF-16, lone surrogates and control characters too, with much of what markup is made of. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        ']]>',
        '-->',
        '</script>',
        '<!--',
        '\u0000',
        '\u202e',
        '&#60;',
      ),
    ),
  )
  .map((pieces) => pieces.join(''));

test('No text can leave the place where it stands', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const inside = markup`${text}`.toString();
      assert.doesNotMatch(inside, /[<>"']/);
      assert.doesNotMatch(inside, /&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
    { seed: SEED },
  );
});

test('Whatever the text, the result holds only characters that XML 1.0 allows', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const inside = markup`${text}`.toString();
      assert.match(inside, /^[\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u);
    }),
    { seed: SEED },
  );
});
