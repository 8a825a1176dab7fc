import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as secureRequest } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { decodeInspection } from '../../protocol/codec/dm2/inspection';
import type { DeviceInspection } from '../../protocol/model/dm2-session';
import { ConfigError } from '../config/config-error';
import { loadTlsIdentity } from '../config/load-tls-identity';
import { createHttpLink } from '../links/http';
import { lateListener } from '../links/late-listener';
import { serveDM2Client, serveDM2Server, servePush } from './serve-reference-dm2';

const LISTENING = { host: '127.0.0.1', port: 0, isLoopback: true };
/** Nothing in node makes certificates. */
const OPENSSL: string = 'openssl';
const DEVICE = 'IMEI:493005100592800';

const link = createHttpLink();
after(() => link.close());

function trigger(address: string, message: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify(message);
  return link.send(new Request(`${address}/trigger`, { method: 'POST', headers, body }));
}

async function inspect(address: string): Promise<DeviceInspection> {
  const question = new Request(`${address}/inspection?device=${encodeURIComponent(DEVICE)}`);
  const inspection = decodeInspection(await (await link.send(question)).text());
  assert.ok(inspection.ok);
  return inspection.value;
}

test('server, push service and device as three listeners go through B.2 over sockets', async () => {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const toServer = await lateListener(link, 'server');
  const push = await servePush(LISTENING, {});
  const client = await serveDM2Client(LISTENING, {
    servers: [{ serverID: 'dms.example', address: `${toServer.address}/dm` }],
  });
  const server = await serveDM2Server(
    { ...LISTENING, inspection: '/inspection' },
    {
      address: toServer.address,
      serverID: 'dms.example',
      devices: [{ deviceID: DEVICE, notification: { address: `${client.address}/notifications` } }],
      push: { address: `${push.address}/push` },
    },
  );
  toServer.serve(async (message) => {
    const { pathname } = new URL(message.url);
    const { method, headers } = message;
    const body = await message.text();
    const answer = await link.send(new Request(server.address + pathname, { method, headers, body }));
    if ((await answer.clone().text()).includes('END')) end();
    return answer;
  });
  const commands = [['GET', 'urn:oma:mo:oma-dm-devinfo:1.2//FwV']];
  const order = { procedure: 'manage', deviceID: DEVICE, commands, notify: true };
  assert.equal((await trigger(server.address, order)).status, 204);
  await ended;
  const { awaiting, sessions } = await inspect(server.address);
  assert.deepEqual(awaiting, []);
  assert.deepEqual(
    sessions.map(({ state, start, commands: sent }) => [state, start.reason, sent[0]?.result?.status]),
    [['finished', 'server-initiated', 200]],
  );
  await Promise.all([server, push, client].map((served) => served.close()));
});

test('what they say of themselves names paths and identifiers', async () => {
  const server = await serveDM2Server({ ...LISTENING, inspection: '/look' }, {});
  const client = await serveDM2Client(LISTENING, {});
  const push = await servePush(LISTENING, { allowedHosts: ['10.0.0.1:80'] });
  await Promise.all([server, push, client].map((served) => served.close()));
  assert.equal(
    server.about,
    `server dms.flowproof.example: devices connect at ${server.address}/dm, triggers go to ${server.address}/trigger, ` +
      `sessions are shown at ${server.address}/look; knows ${DEVICE}`,
  );
  assert.equal(
    client.about,
    `device ${DEVICE}: notifications of dms.flowproof.example at ${client.address}/notifications, ` +
      `triggers at ${client.address}/trigger`,
  );
  assert.equal(
    push.about,
    `push service: requests of anybody at ${push.address}/push; delivers and reports to 10.0.0.1:80`,
  );
});

test('without secrets of their own they listen on loopback only', async () => {
  const outside = { host: '0.0.0.0', port: 0, isLoopback: false };
  for (const serve of [serveDM2Server, serveDM2Client, servePush])
    await assert.rejects(serve(outside, {}), ConfigError);
  const notification = { address: 'http://10.0.0.2/notifications' };
  const devices = [{ deviceID: DEVICE, password: 'of its own', notification }];
  await assert.rejects(serveDM2Server(outside, { devices }), ConfigError);
});

test('a user with two passwords, and sessions shown where packages go, are refused', async () => {
  const devices = [
    { deviceID: 'a', password: 'one' },
    { deviceID: 'b', password: 'two' },
  ];
  await assert.rejects(serveDM2Server(LISTENING, { devices }), ConfigError);
  await assert.rejects(serveDM2Server({ ...LISTENING, inspection: '/dm/x' }, {}), ConfigError);
});

test('a device and a server that are there twice are refused', async () => {
  const device = { deviceID: 'a' };
  const server = { serverID: 's', address: 'http://127.0.0.1:8080/dm' };
  const elsewhere = { ...server, address: 'http://127.0.0.1:8090/dm' };
  await assert.rejects(serveDM2Server(LISTENING, { devices: [device, device] }), ConfigError);
  await assert.rejects(serveDM2Client(LISTENING, { servers: [server, elsewhere] }), ConfigError);
});

describe('TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-tls-'));
  after(() => rmSync(folder, { recursive: true }));
  const skip = hasOpenssl() ? false : 'openssl is not installed, and nothing else here makes certificates';

  /** A key and a certificate that vouches for itself. */
  function certificate(name: string): { readonly tlsKey: string; readonly tlsCert: string } {
    const files = { tlsKey: join(folder, `${name}.key`), tlsCert: join(folder, `${name}.crt`) };
    const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'];
    const key = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      files.tlsKey,
    ];
    execFileSync(OPENSSL, ['req', '-x509', '-days', '2', ...key, '-out', files.tlsCert, ...subject], {
      stdio: 'ignore',
    });
    return files;
  }

  async function served(files: ReturnType<typeof certificate>) {
    const tls = loadTlsIdentity(files);
    assert.ok(tls);
    return serveDM2Server({ ...LISTENING, tls }, {});
  }

  /** The status of the answer to a package 1 without credentials. */
  function opening(address: string, trusted: string): Promise<number | undefined> {
    const headers = { 'Content-Type': 'application/vnd.oma.dm.initiation+json', 'OMADM-DevID': DEVICE };
    const options = { method: 'POST', headers, ca: readFileSync(trusted), agent: false };
    return new Promise((resolve, reject) => {
      const sent = secureRequest(`${address}/dm`, options, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject);
      sent.end('{}');
    });
  }

  test('is spoken with who trusts the certificate, and with nobody else', { skip }, async () => {
    const [own, other] = [certificate('own'), certificate('other')];
    const server = await served(own);
    assert.match(server.address, /^https:\/\/127\.0\.0\.1:\d+$/u);
    assert.match(server.about, new RegExp(`devices connect at ${server.address}/dm`, 'u'));
    assert.equal(await opening(server.address, own.tlsCert), 401);
    await assert.rejects(opening(server.address, other.tlsCert), /self-signed/u);
    await assert.rejects(link.send(new Request(server.address.replace('https', 'http'))));
    await server.close();
  });

  test('does not keep a listener from closing where nobody shakes hands', { skip }, async () => {
    const server = await served(certificate('own'));
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    await server.close();
    await closed;
  });

  test('needs a key and the certificate of that key', { skip }, () => {
    const [own, other] = [certificate('own'), certificate('other')];
    assert.equal(loadTlsIdentity({}), undefined);
    assert.throws(() => loadTlsIdentity({ tlsKey: own.tlsKey }), ConfigError);
    assert.throws(() => loadTlsIdentity({ tlsCert: own.tlsCert }), ConfigError);
    assert.throws(() => loadTlsIdentity({ ...own, tlsKey: other.tlsKey }), ConfigError);
    assert.throws(() => loadTlsIdentity({ ...own, tlsKey: join(folder, 'none') }), ConfigError);
  });

  function hasOpenssl(): boolean {
    try {
      execFileSync(OPENSSL, ['version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  }
});
