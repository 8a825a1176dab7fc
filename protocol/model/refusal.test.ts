import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, refuse } from './refusal';
import { isFailure } from './response-primitive';

test('a refusal is a value with the clause that demands it, where there is one', () => {
  assert.deepEqual(refuse(4000, 'No.', 'TS-0004 7.3'), {
    refused: true,
    status: 4000,
    reason: 'No.',
    clause: 'TS-0004 7.3',
  });
  assert.deepEqual(refuse(4000, 'No.'), { refused: true, status: 4000, reason: 'No.' });
  assert.equal(isRefusal(refuse(4000, 'No.')), true);
});

test('nothing else is a refusal', () => {
  const others = [
    undefined,
    null,
    'refused',
    { refused: false },
    {},
    Object.assign(() => 0, { refused: true }),
  ];
  for (const value of others) assert.equal(isRefusal(value), false);
});

test('codes from 4000 on are failures (TS-0004 6.6.2)', () => {
  const failing = [1000, 2000, 3999, 4000, 5000, 6000].map((responseStatusCode) =>
    isFailure({ responseStatusCode }),
  );
  assert.deepEqual(failing, [false, false, false, true, true, true]);
});
