import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError } from './config-error';
import { loadKnownFailures } from './load-known-failures';

const file = join(mkdtempSync(join(tmpdir(), 'flowproof-known-')), 'known.yaml');

function load(text: string) {
  writeFileSync(file, text);
  return loadKnownFailures(file, { requirements: ['SOM-FAN-001', 'SOM-FAN-002'], scenarios: ['All answer'] });
}

test('rows are read as they stand', () => {
  const rows = load('- { requirement: SOM-FAN-001, observed: "2 entries", reason: "ticket 7" }\n');
  assert.deepEqual(rows, [{ requirement: 'SOM-FAN-001', observed: '2 entries', reason: 'ticket 7' }]);
});

test('an empty file knows no failure', () => {
  assert.deepEqual(load(''), []);
});

test('a requirement that does not exist is refused with the nearest one', () => {
  assert.throws(
    () => load('- { requirement: SOM-FAN-003, observed: x, reason: y }\n'),
    (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      assert.deepEqual(error.problems, [
        {
          where: 'known.yaml:1',
          path: '0.requirement',
          message: 'there is no requirement "SOM-FAN-003"',
          advice: 'did you mean "SOM-FAN-001"?',
        },
      ]);
      return true;
    },
  );
});

test('a row without what is observed would cover every failure and is refused', () => {
  assert.throws(() => load('- { requirement: SOM-FAN-001, reason: y }\n'), /0\.observed: is missing/);
});

test('a scenario that does not exist is refused with the nearest one', () => {
  assert.throws(
    () => load('- { requirement: SOM-FAN-001, scenario: All answers, observed: x, reason: y }\n'),
    /0\.scenario: there is no scenario "All answers"\n\s+did you mean "All answer"\?/,
  );
});
