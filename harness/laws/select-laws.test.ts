import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAWS } from './laws';
import { selectLaws } from './select-laws';

const namesOf = (...selectors: string[]) => selectLaws(LAWS, selectors).map(({ name }) => name);

test('laws are selected by name, requirement, tag and document, each once and in their order', () => {
  assert.deepEqual(namesOf('execution-once', 'somecast-turns'), ['somecast-turns', 'execution-once']);
  assert.deepEqual(namesOf('SOM-ALG-002', '@SOM-ALG-002'), ['somecast-weights']);
  assert.deepEqual(namesOf('IGO'), ['result-repetition']);
  assert.deepEqual(namesOf('@role-member-hosting-cse'), ['execution-once']);
  assert.equal(namesOf().length, LAWS.length);
});

test('a selector that names no law is refused with the name that was meant, or with all names', () => {
  assert.throws(
    () => namesOf('somecast-reech'),
    /somecast-reech: names no law\n.*did you mean "somecast-reach"\?/,
  );
  assert.throws(() => namesOf('DM2'), /DM2: names no law\n.*the laws are member-lists, /);
});
