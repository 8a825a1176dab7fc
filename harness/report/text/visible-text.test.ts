import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visibleLine, visibleText } from './visible-text';

test('What can be seen stays as it is, in every script', () => {
  const text = 'plain, Grüße, שלום, 漢字, 👩‍🔧\n\tindented';
  assert.equal(visibleText(text), text);
});

test('Control characters are spelled out, tab and line feed are not', () => {
  assert.equal(
    visibleText('a\u0000b\u001b[31mc\u007fd\u0085e\tf\ng'),
    'a\\u{0}b\\u{1B}[31mc\\u{7F}d\\u{85}e\tf\ng',
  );
});

test('A carriage return cannot overwrite the line before it', () => {
  assert.equal(visibleText('FAIL\rPASS'), 'FAIL\\u{D}PASS');
});

test('Marks that reorder or hide text are spelled out', () => {
  assert.equal(
    visibleText('user\u202egnp.exe\u2066x\u2069\u200b\ufeff'),
    'user\\u{202E}gnp.exe\\u{2066}x\\u{2069}\\u{200B}\\u{FEFF}',
  );
});

test('Lone surrogates are spelled out, pairs are characters', () => {
  assert.equal(visibleText('\ud83d!\ude00 \ud83d\ude00'), '\\u{D83D}!\\u{DE00} 😀');
});

test('A line has no line breaks, whichever they are', () => {
  assert.equal(visibleLine('a\r\nb\nc\rd\te\u2028f'), 'a b c d e\\u{2028}f');
});
