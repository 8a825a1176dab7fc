import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isDenial, isGone, isPositive, refusalIn } from './answers';

function answer(responseStatusCode: number) {
  return { responseStatusCode, requestIdentifier: 'r' };
}

it('2000 to 2999 is a yes', () => {
  const codes = [1000, 1999, 2000, 2004, 2999, 3000, 4000, 5000];
  assert.deepEqual(
    codes.filter((code) => isPositive(answer(code))),
    [2000, 2004, 2999],
  );
});

it('4000 and above is a no, of which 4004 says that nothing is there', () => {
  const codes = [2000, 3999, 4000, 4103, 5000];
  assert.deepEqual(
    codes.filter((code) => isDenial(answer(code))),
    [4000, 4103, 5000],
  );
  assert.deepEqual(
    [4003, 4004, 4005].filter((code) => isGone(answer(code))),
    [4004],
  );
});

it('a no is handed on with its code, and what is neither is 5103', () => {
  assert.equal(refusalIn(answer(4103), 'B').status, 4103);
  assert.equal(refusalIn(answer(3000), 'B').status, 5103);
});
