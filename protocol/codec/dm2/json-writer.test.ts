import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { AttributeValue } from '../../model/attribute-value';
import { decodeJson } from './json-reader';
import { writeJson } from './json-writer';

const REFUSED = { name: 'UnencodableError' };

function nested(levels: number, inner: AttributeValue): AttributeValue {
  return levels === 0 ? inner : [nested(levels - 1, inner)];
}

it('names and texts without control characters and halves of pairs are written', () => {
  assert.equal(writeJson({ 'a\t': ['é', 1.5, true, null] }), '{"a\\t":["é",1.5,true,null]}');
  for (const text of ['\u0000', '\ud800', '\ufffe']) {
    assert.throws(() => writeJson(text), REFUSED);
    assert.throws(() => writeJson([{ a: text }]), REFUSED);
    assert.throws(() => writeJson([{ [text]: 1 }]), REFUSED);
  }
  assert.throws(() => writeJson([Number.POSITIVE_INFINITY]), REFUSED);
});

it('32 levels of lists and objects are written, and are what is read', () => {
  const deepest = writeJson(nested(32, 'x'));
  assert.equal(decodeJson(deepest, { name: 'message' }, (value) => value).ok, true);
  assert.throws(() => writeJson(nested(33, 'x')), REFUSED);
  const deeper = decodeJson(`[${deepest}]`, { name: 'message' }, (value) => value);
  assert.equal(deeper.ok ? 'read' : deeper.fault.reason, 'too-deep');
});
