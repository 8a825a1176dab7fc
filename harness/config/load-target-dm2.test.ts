// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how files name the environment
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigError } from './config-error';
import { dm2At } from './dm2';
import { loadTarget } from './load-target';
import type { Target } from './target';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-target-dm2-'));
const file = join(folder, 'target.yaml');
after(() => rmSync(folder, { recursive: true }));

const SERVER = ['roles: [dm-server]', 'link: http', 'ics: {}'];
const LAUNCH = 'launch: { command: [serve], ready: "listening on (.*)" }';

function load(...lines: readonly string[]): Target {
  writeFileSync(file, ['name: T', ...lines].join('\n'));
  return loadTarget(file, { environment: { SECRET: 'c2VjcmV0' }, icsItems: ['dm2.pushCredentials'] });
}

function problems(...lines: readonly string[]): readonly string[] {
  try {
    load(...lines);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

test('what is absent has the default that `flowproof serve` has', () => {
  const { dm2, ixit } = load(
    ...SERVER,
    LAUNCH,
    'dm2: { address: /dm, trigger: { url: /trigger }, otherDevice: { deviceID: "IMEI:1" } }',
  );
  assert.deepEqual(dm2, {
    serverID: 'dms.flowproof.example',
    deviceID: 'IMEI:493005100592800',
    user: 'device-1',
    password: 'flowproof-client',
    secret: 'Zmxvd3Byb29mLW5vdGlmaWNhdGlvbg==',
    data: 'Zmxvd3Byb29mLWRhdGE=',
    testObject: 'urn:flowproof:mo:lamp:1.0',
    address: '/dm',
    trigger: { url: '/trigger' },
    otherDevice: { user: 'device-2', password: 'flowproof-client', deviceID: 'IMEI:1' },
  });
  assert.deepEqual(ixit.dm2, {
    idleLimit: 60000,
    repeatLimit: 2,
    repeatInterval: 1000,
    responseTimeout: 10000,
    maximumAge: 300000,
    maximumSkew: 30000,
    pushRetryLimit: 3,
    pushRetryInterval: 5000,
  });
});

test('paths are found at the address of the launched program', () => {
  const { dm2 } = load(
    ...SERVER,
    LAUNCH,
    'dm2: { address: /dm, inspection: "http://10.0.0.1/seen", trigger: { url: /trigger } }',
  );
  assert.ok(dm2);
  const { address, inspection, trigger } = dm2At(dm2, 'http://127.0.0.1:4001');
  assert.equal(address, 'http://127.0.0.1:4001/dm');
  assert.equal(inspection, 'http://10.0.0.1/seen');
  assert.deepEqual(trigger, { url: 'http://127.0.0.1:4001/trigger' });
});

test('secrets come from the environment, and the name of an item is no secret', () => {
  const lines = ['roles: [push-service]', 'link: http', 'ics: { dm2.pushCredentials: true }'];
  const { dm2 } = load(
    ...lines,
    'dm2: { push: "http://10.0.0.1/push", pushUser: dms, pushPassword: "${SECRET}" }',
  );
  assert.equal(dm2?.pushPassword, 'c2VjcmV0');
  assert.deepEqual(problems(...lines, 'dm2: { push: "http://10.0.0.1/push", secret: c2VjcmV0 }'), [
    'dm2.secret: a secret must not stand in the file',
  ]);
});

for (const [what, lines, expected] of [
  [
    'a server without address and trigger',
    [...SERVER, 'dm2: {}'],
    [
      'dm2.address: a target over http in the role dm-server needs dm2.address',
      'dm2.trigger: a target over http in the role dm-server needs dm2.trigger',
    ],
  ],
  [
    'a client that nobody can tell, and that knows no testers',
    ['roles: [dm-client]', 'link: http', 'ics: {}', 'dm2: {}'],
    [
      'dm2.trigger: a target over http in the role dm-client needs dm2.trigger',
      'dm2.testerPort: a target over http in the role dm-client needs dm2.testerPort',
    ],
  ],
  [
    'a push service without the section',
    ['roles: [push-service]', 'link: http', 'ics: {}'],
    ['dm2: a target over http in the role push-service needs dm2'],
  ],
  [
    'two roles at once',
    ['roles: [dm-client, push-service]', 'link: http', 'ics: {}', 'dm2: {}'],
    ['roles: a target over http plays one role of DM 2.0, got dm-client and push-service'],
  ],
  [
    'a path without launch',
    ['roles: [push-service]', 'link: http', 'ics: {}', 'dm2: { push: /push }'],
    ['dm2.push: a path needs launch, which finds out the address it is on'],
  ],
  [
    'the section beside the built-in reference',
    ['roles: [push-service]', 'link: in-process', 'ics: {}', 'dm2: {}'],
    ['dm2: link in-process is the built-in reference, which needs no dm2'],
  ],
  [
    'the section for a role that does not speak DM 2.0',
    ['roles: [group-hosting-cse]', 'link: http', 'cse: { url: "http://c" }', 'ics: {}', 'dm2: {}'],
    ['dm2: dm2 is for the roles dm-server, dm-client, push-service'],
  ],
] as const) {
  test(`${what} is a contradiction`, () => assert.deepEqual(problems(...lines), expected));
}
