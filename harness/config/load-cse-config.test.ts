import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import { ConfigError } from './config-error';
import schema from './cse-config.schema.json';
import { loadCseConfig } from './load-cse-config';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-config-'));
const file = join(folder, 'cse.yaml');
after(() => rmSync(folder, { recursive: true }));

function load(yaml: string) {
  writeFileSync(file, yaml);
  return loadCseConfig(file);
}

test('whatever a deployment can be told can be written in its file, and is described', () => {
  const optional = ['subGroups'];
  const { properties } = schema;
  assert.deepEqual(Object.keys(properties).sort(), [...Object.keys(DEFAULT_CONFIG), ...optional].sort());
  for (const [name, { description }] of Object.entries(properties)) assert.match(description, /\.$/, name);
});

test('all values of the interactive mode are taken as they are written', () => {
  const lines = [
    'notificationRetry: { limit: 0, interval: 400, acknowledgementTimeout: 200 }',
    'maximumResultPersistence: 60000',
    'nonBlockingResultExpiration: 30000',
    'offlineRetryInterval: 100',
    'notificationHosts: [localhost, .example.org]',
    'askSubGroupsToReport: true',
  ];
  assert.deepEqual(load(lines.join('\n')), {
    notificationRetry: { limit: 0, interval: 400, acknowledgementTimeout: 200 },
    maximumResultPersistence: 60_000,
    nonBlockingResultExpiration: 30_000,
    offlineRetryInterval: 100,
    notificationHosts: ['localhost', '.example.org'],
    askSubGroupsToReport: true,
  });
});

for (const [what, line] of [
  ['a limit below none', 'notificationRetry: { limit: -1, interval: 1, acknowledgementTimeout: 1 }'],
  ['an interval of no time', 'notificationRetry: { limit: 1, interval: 0, acknowledgementTimeout: 1 }'],
  ['a retry without its limit', 'notificationRetry: { interval: 1, acknowledgementTimeout: 1 }'],
  ['a keep time of no time', 'maximumResultPersistence: 0'],
  ['an expiration in words', 'nonBlockingResultExpiration: soon'],
  ['an unknown name', 'offlineRetryIntervall: 100'],
] as const) {
  test(`${what} is refused`, () => {
    assert.throws(() => load(line), ConfigError);
  });
}
