// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how files name the environment
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigError } from './config-error';
import { loadDM2Config } from './load-dm2-config';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-dm2-'));
const file = join(folder, 'dm2.yaml');
after(() => rmSync(folder, { recursive: true }));

type Role = 'dm-server' | 'dm-client' | 'push';

function load(role: Role, ...lines: readonly string[]) {
  writeFileSync(file, lines.join('\n'));
  return loadDM2Config(role, file, { SECRET: 's3cret', OCTETS: 'T2hCZWhhdmU=' });
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

test('a server is read with its devices, push service, objects and limits, secrets from the environment', () => {
  const server = load(
    'dm-server',
    'address: https://dm.example:8443',
    'serverID: dms.example',
    'devices:',
    '  - deviceID: IMEI:493005100592800',
    '    user: device-1',
    '    password: "${SECRET}"',
    '    notification: { address: "http://10.0.0.2/notifications", secret: "${OCTETS}", preferredConnection: wlan }',
    'push: { address: "http://10.0.0.3/push", user: dms, password: "${SECRET}" }',
    'objects: { "menu/1": { mediaType: text/plain, content: Hall } }',
    'limits: { idleLimit: 1000, pushRequestRepeats: 0 }',
  );
  assert.deepEqual(server, {
    address: 'https://dm.example:8443',
    serverID: 'dms.example',
    devices: [
      {
        deviceID: 'IMEI:493005100592800',
        user: 'device-1',
        password: 's3cret',
        notification: {
          address: 'http://10.0.0.2/notifications',
          secret: 'T2hCZWhhdmU=',
          preferredConnection: 'wlan',
        },
      },
    ],
    push: { address: 'http://10.0.0.3/push', user: 'dms', password: 's3cret' },
    objects: { 'menu/1': { mediaType: 'text/plain', content: 'Hall' } },
    limits: { idleLimit: 1000, pushRequestRepeats: 0 },
  });
});

test('a client and a push service are read', () => {
  const client = load(
    'dm-client',
    'servers: [{ serverID: s, address: "http://s/dm", basicAtOnce: true, moids: ["urn:x"] }]',
    'allowedHosts: ["127.0.0.1:8090"]',
    'sessionInterval: 60000',
  );
  assert.deepEqual(client, {
    servers: [{ serverID: 's', address: 'http://s/dm', basicAtOnce: true, moids: ['urn:x'] }],
    allowedHosts: ['127.0.0.1:8090'],
    sessionInterval: 60000,
  });
  const push = load('push', 'accounts: [{ user: dms, password: "${SECRET}" }]', 'limits: { retryLimit: 0 }');
  assert.deepEqual(push, { accounts: [{ user: 'dms', password: 's3cret' }], limits: { retryLimit: 0 } });
});

test('an empty file changes nothing', () => {
  for (const role of ['dm-server', 'dm-client', 'push'] as const) assert.deepEqual(load(role, ''), {});
});

for (const [what, role, line, expected] of [
  ['a name with a slip', 'dm-server', 'serverId: s', 'serverId: unknown key'],
  [
    'a secret in the file',
    'dm-client',
    'servers: [{ serverID: s, address: "http://s/dm", secret: T2hCZWhhdmU= }]',
    'servers.0.secret: a secret must not stand in the file',
  ],
  [
    'a variable that is not there',
    'push',
    'accounts: [{ user: dms, password: "${OTHER}" }]',
    'accounts.0.password: the environment has no variable OTHER',
  ],
  [
    'a secret that is no base64',
    'dm-client',
    'servers: [{ serverID: s, address: "http://s/dm", secret: "${SECRET}" }]',
    'servers.0.secret: expected octets in base64 that device and server know, only as ${NAME}; ' +
      'where absent some that are for tests on this machine only, got another value, which is secret',
  ],
  [
    'a user name with a colon',
    'dm-server',
    'devices: [{ deviceID: "IMEI:1", user: "IMEI:1" }]',
    'devices.0.user: expected name of its credentials, without a colon; device-1 where absent. ' +
      'Devices with one name share one password, got "IMEI:1"',
  ],
  [
    'a push service without an address',
    'dm-server',
    'push: { user: dms }',
    'push.address: is missing (An address that takes push requests, such as http://127.0.0.1:8081/push)',
  ],
  ['a limit of another role', 'push', 'limits: { idleLimit: 1 }', 'limits.idleLimit: unknown key'],
] as const) {
  test(`${what} is refused`, () => assert.deepEqual(problems(role, line), [expected]));
}
