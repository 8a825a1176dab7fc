import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseJson } from './json-text';
import { DEFAULT_LIMITS } from './limits';
import { Place, shown } from './place';

function outcomeOf(text: string, limits = DEFAULT_LIMITS) {
  const place = new Place('body');
  return place.outcome(parseJson(text, limits, place));
}

describe('JSON that is read', () => {
  const texts = [
    '{"a":{"b":1},"b":{"b":2}}',
    '[{"a":1},{"a":2}]',
    '{"a":"\\"b\\":1,\\"b\\":2"}',
    '{"a":":","b":"{\\u005b"}',
    '{"a":"\\u0009\\u000a\\u000d\\ud83d\\ude00"}',
    '{"a":null,"b":[true,1.5,"\\ud83d\\ude00"]}',
    '"😀"',
    '7',
  ];
  for (const text of texts) {
    it(text, () => assert.deepEqual(outcomeOf(text), { ok: true, value: JSON.parse(text) }));
  }

  it('as many levels as the limit, beside each other too', () => {
    const limits = { ...DEFAULT_LIMITS, depth: 2 };
    assert.equal(outcomeOf('[[],[],{},{}]', limits).ok, true);
    const read = outcomeOf('[[],[{}]]', limits);
    assert.equal(read.ok ? 'read' : read.fault.reason, 'too-deep');
  });
});

describe('JSON that is refused', () => {
  const cases = [
    ['{"a":1,"a":2}', 'repeated'],
    ['{"a":{"b":1},"c":{"d":1,"d":1}}', 'repeated'],
    ['{"a":"\\u0000"}', 'syntax'],
    ['{"a":[null,"\\u0001"]}', 'syntax'],
    ['{"\\u0001":1,"b":2}', 'syntax'],
    ['{"a":{"b":1,"\\ud800":1}}', 'syntax'],
    ['{"a":"\\f"}', 'syntax'],
    ['"\uFFFE"', 'syntax'],
    ['"\uFFFF"', 'syntax'],
    ['"\\ufffe"', 'syntax'],
    ['"a', 'syntax'],
    ['"a\\', 'syntax'],
    ['', 'syntax'],
  ] as const;
  for (const [text, reason] of cases) {
    it(`${JSON.stringify(text)}: ${reason}`, () => {
      const read = outcomeOf(text);
      assert.equal(read.ok ? 'read' : read.fault.reason, reason);
    });
  }

  const repeated = [
    ['{"b":{"a":1},"a":{"a":1},"a":2}', 'a'],
    ['[{"a":"x","b" : "y", "c":{"a":1}, "b":2}]', 'b'],
    ['{"x":"}","long name":1,"long\\u0020name":2}', 'long name'],
    ['{"a":"b","b":"b","":1,"\\"":1,"\\"":2}', '"'],
  ] as const;
  for (const [text, name] of repeated) {
    it(`the name that occurs twice is said: ${text}`, () => {
      const read = outcomeOf(text);
      assert.equal(
        read.ok ? 'read' : read.fault.detail,
        `member name "${name}" occurs more than once in one object`,
      );
    });
  }
});

it('a value in a fault is no longer than a line', () => {
  assert.equal(shown('a'.repeat(58)), `"${'a'.repeat(58)}"`);
  assert.equal(shown('a'.repeat(59)), `"${'a'.repeat(56)}...`);
  assert.equal(shown(undefined), 'undefined');
});
