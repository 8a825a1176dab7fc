import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, show } from './check';
import { Deviation, Inconclusive } from './deviation';

test('a check that does not hold is a deviation in words and values', () => {
  const detail = { what: 'the code', expected: '2000', actual: '4004' };
  assert.throws(
    () => check(false, 'the code', '2000', '4004'),
    (error) => {
      assert.ok(error instanceof Deviation);
      assert.equal(error.name, 'Deviation');
      assert.equal(error.message, 'the code: expected 2000, got 4004');
      assert.deepEqual(error.detail, detail);
      return true;
    },
  );
});

test('a check that holds says nothing', () => {
  assert.doesNotThrow(() => check(true, 'the code', '2000', '2000'));
});

test('what kept the tester from its part has a name of its own', () => {
  assert.equal(new Inconclusive('CSE2 could not register').name, 'Inconclusive');
});

test('values are shown as JSON, and a missing one as nothing', () => {
  assert.equal(show(undefined), 'nothing');
  assert.equal(show('m1'), '"m1"');
  assert.equal(show({ rsc: 2000 }), '{"rsc":2000}');
  assert.equal(show(null), 'null');
});

test('a value of more than 200 characters is cut', () => {
  const whole = 'x'.repeat(198);
  assert.equal(show(whole), `"${whole}"`);
  assert.equal(show(`${whole}y`), `"${'x'.repeat(196)}...`);
});
