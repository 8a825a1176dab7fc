// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how target files name the environment
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { targetAt } from '../run/launch';
import { ConfigError } from './config-error';
import { loadTarget } from './load-target';
import type { Target } from './target';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-management-'));
const NAMES = 'serverID: com.example.server, deviceID: "urn:example:gw"';

function loaded(role: string, management: string, rest = ''): Target {
  const file = join(folder, 'target.yaml');
  writeFileSync(
    file,
    `name: gw\nlink: http\nics: {}\nroles: [${role}]\n${rest}management: {${management}}\n`,
  );
  return loadTarget(file, { environment: { SECRET: 's3cret' }, icsItems: [] });
}

function problems(role: string, management: string, rest = ''): string[] {
  try {
    loaded(role, management, rest);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

const GATEWAY = `${NAMES}, address: "http://gw:1/dm", notification: "http://gw:1/n", testerPort: 9`;

test('a gateway is completed with the documented defaults', () => {
  const { management, ixit } = loaded('dm-gateway', `${GATEWAY}, client: {password: "${'${SECRET}'}"}`);
  assert.deepEqual(management, {
    serverID: 'com.example.server',
    deviceID: 'urn:example:gw',
    gatewayServerID: 'com.flowproof.gateway',
    address: 'http://gw:1/dm',
    notification: 'http://gw:1/n',
    testerPort: 9,
    client: { authentication: 'md5', name: 'urn:example:gw', password: 's3cret' },
    server: { authentication: 'md5', name: 'com.example.server', password: 'flowproof-server' },
    serialization: 'xml',
    fanOutRoot: './SCM',
    configRoot: './GwConfig',
    testNode: './Test',
    otherAccounts: [],
  });
  assert.equal(ixit.gfo.deviceTimeLimit, 60_000);
});

test('another account says what differs, and a standing group who its devices are', () => {
  const others =
    'otherAccounts: [{client: {authentication: hmac}}, {serialization: wbxml, serverID: com.example.two}]';
  const group = 'standingGroup: {uri: ./G/pumps, devices: [{deviceID: "urn:d1", port: 7}]}';
  const { management } = loaded('dm-gateway', `${GATEWAY}, ${others}, ${group}`);
  const gateway = { name: 'urn:example:gw', password: 'flowproof-client' };
  const server = { authentication: 'md5', password: 'flowproof-server' };
  assert.deepEqual(management?.otherAccounts, [
    {
      serverID: 'com.example.server',
      deviceID: 'urn:example:gw',
      serialization: 'xml',
      client: { authentication: 'hmac', ...gateway },
      server: { ...server, name: 'com.example.server' },
    },
    {
      serverID: 'com.example.two',
      deviceID: 'urn:example:gw',
      serialization: 'wbxml',
      client: { authentication: 'md5', ...gateway },
      server: { ...server, name: 'com.example.two' },
    },
  ]);
  assert.deepEqual(management?.standingGroup, {
    uri: './G/pumps',
    devices: [
      {
        serverID: 'com.flowproof.gateway',
        deviceID: 'urn:d1',
        serialization: 'xml',
        port: 7,
        client: { authentication: 'md5', name: 'urn:d1', password: 'flowproof-client' },
        server: { ...server, name: 'com.flowproof.gateway' },
      },
    ],
  });
});

test('each role needs what it cannot be tested without', () => {
  assert.deepEqual(problems('dm-gateway', NAMES), [
    'management.address: a target over http in the role dm-gateway needs management.address',
    'management.notification: a target over http in the role dm-gateway needs management.notification',
    'management.testerPort: is missing: the target has to know beforehand where the tester opposite to it listens',
  ]);
  assert.deepEqual(problems('dm-server', `${GATEWAY}`), [
    'management.trigger: a target over http in the role dm-server needs management.trigger',
  ]);
  assert.deepEqual(problems('dm-client', `${NAMES}, testerPort: 9`), [
    'management.notification: a target over http in the role dm-client needs management.notification or management.trigger',
  ]);
  assert.deepEqual(problems('dm-client', `${NAMES}, testerPort: 9, trigger: {command: [./tell]}`), []);
});

test('one target file describes one role of device management', () => {
  assert.deepEqual(problems('dm-server, dm-gateway', GATEWAY), [
    'roles: a target over http plays one role of device management, got dm-server and dm-gateway',
  ]);
});

test('paths need a launched program, whose address they are completed with', () => {
  const paths = `${NAMES}, address: /dm, notification: /notification, trigger: {url: /trigger}, testerPort: 9`;
  const incomplete = 'a path needs launch, which finds out the address it is on';
  assert.deepEqual(problems('dm-gateway', paths), [
    `management.address: ${incomplete}`,
    `management.notification: ${incomplete}`,
    `management.trigger.url: ${incomplete}`,
  ]);
  const target = loaded('dm-gateway', paths, 'launch: {command: [gw], ready: "on (.*)"}\n');
  const launched = targetAt(target, 'http://127.0.0.1:8082').management;
  assert.equal(launched?.address, 'http://127.0.0.1:8082/dm');
  assert.equal(launched?.notification, 'http://127.0.0.1:8082/notification');
  assert.deepEqual(launched?.trigger, { url: 'http://127.0.0.1:8082/trigger' });
});

test('a password in the file, another type of credentials and a root outside the tree are refused', () => {
  const wrong = `${GATEWAY}, client: {password: abc}, server: {authentication: digest}, fanOutRoot: /SCM/`;
  assert.deepEqual(problems('dm-gateway', wrong), [
    'management.server.authentication: expected one of basic, md5, hmac, got "digest"',
    'management.fanOutRoot: expected a local URI such as ./SCM: of the node above FanOut and Results, got "/SCM/"',
    'management.client.password: a secret must not stand in the file',
  ]);
});

test('the built-in reference needs no management', () => {
  const file = join(folder, 'built-in.yaml');
  writeFileSync(file, `name: r\nlink: in-process\nics: {}\nroles: [dm-client]\nmanagement: {${NAMES}}\n`);
  assert.throws(
    () => loadTarget(file, { environment: {}, icsItems: [] }),
    /link in-process is the built-in reference, which needs no management/,
  );
});
