// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how files name the environment
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigError } from './config-error';
import { loadDmConfig } from './load-dm-config';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-dm-'));
const file = join(folder, 'dm.yaml');
after(() => rmSync(folder, { recursive: true }));

function load(role: 'dm-server' | 'dm-gateway' | 'dm-client', ...lines: readonly string[]) {
  writeFileSync(file, lines.join('\n'));
  return loadDmConfig(role, file, { SECRET: 's3cret' });
}

function problems(...args: Parameters<typeof load>): readonly string[] {
  try {
    load(...args);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

test('a gateway is read with its servers, devices, groups and limits, secrets from the environment', () => {
  const gateway = load(
    'dm-gateway',
    'servers:',
    '  - serverID: server.example',
    '    address: http://10.0.0.1:8080/dm',
    '    client: { authentication: hmac, password: "${SECRET}" }',
    'devices: [{ deviceID: "urn:d1", notification: "http://10.0.0.2/notification" }]',
    'groups: { pumps: ["urn:d1"], none: [] }',
    'limits: { deviceTimeLimit: 1000, notificationRepeats: 0 }',
  );
  assert.deepEqual(gateway, {
    servers: [
      {
        serverID: 'server.example',
        address: 'http://10.0.0.1:8080/dm',
        client: { authentication: 'hmac', password: 's3cret' },
      },
    ],
    devices: [{ deviceID: 'urn:d1', notification: 'http://10.0.0.2/notification' }],
    groups: { pumps: ['urn:d1'], none: [] },
    limits: { deviceTimeLimit: 1000, notificationRepeats: 0 },
  });
});

test('an empty file changes nothing', () => {
  assert.deepEqual(load('dm-client', ''), {});
});

for (const [what, role, line, expected] of [
  ['a name with a slip', 'dm-server', 'fanoutRoot: ./SCM', 'fanoutRoot: unknown key'],
  [
    'a root that is not right below the root',
    'dm-gateway',
    'fanOutRoot: ./A/B',
    'fanOutRoot: expected a node right below the root such as ./SCM: the one above FanOut and Results, got "./A/B"',
  ],
  [
    'a secret in the file',
    'dm-client',
    'servers: [{ serverID: s, address: "http://s/dm", client: { password: secret } }]',
    'servers.0.client.password: a secret must not stand in the file',
  ],
  [
    'a variable that is not there',
    'dm-client',
    'servers: [{ serverID: s, address: "http://s/dm", client: { password: "${OTHER}" } }]',
    'servers.0.client.password: the environment has no variable OTHER',
  ],
  [
    'a gateway without an address',
    'dm-server',
    'gateways: [{ deviceID: "urn:gw" }]',
    'gateways.0.notification: is missing (An address that takes package 0, such as http://127.0.0.1:8081/notification)',
  ],
  [
    'a limit of another role',
    'dm-client',
    'limits: { deviceTimeLimit: 1 }',
    'limits.deviceTimeLimit: unknown key',
  ],
] as const) {
  test(`${what} is refused`, () => assert.deepEqual(problems(role, line), [expected]));
}
