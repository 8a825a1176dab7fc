import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { deployDM2Server } from './deploy-dm2-server';
import { DEFAULT_DM2_SERVER_CONFIG } from './dm2-server/default-dm2-server-config';
import { countingIds } from './runtime/counting-ids';
import { VirtualClock } from './runtime/virtual-clock';

const DEVICE = 'IMEI:493005100592800';
const ADDRESS = 'http://127.0.0.1:4001';
/** 2026-11-20T21:30:45Z, when the notification of the profile's example was made. */
const START = 1_795_210_245_000;
const INITIATION = 'application/vnd.oma.dm.initiation+json';
const RESPONSE = 'application/vnd.oma.dm.response+json';
const BASIC = 'Basic ZGV2aWNlLTE6czNjcmV0';
const P1 = '{"Alert":[{"AlertType":"urn:oma:at:dm:2.0:ClientInitiatedMgmt"}]}';

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly body?: string;
  /** `undefined` leaves one out. */
  readonly headers?: { readonly [name: string]: string | undefined };
}

/** A server of one device, spoken to in HTTP written by hand. */
function serverBed({ inspection = '/inspection' } = {}) {
  const clock = new VirtualClock(START);
  const pushed: Request[] = [];
  const text = (octets: string): Uint8Array => new TextEncoder().encode(octets);
  const deployment = deployDM2Server({
    config: {
      ...DEFAULT_DM2_SERVER_CONFIG,
      accounts: [{ user: 'device-1', password: 's3cret', deviceIDs: [DEVICE] }],
      devices: [
        {
          deviceID: DEVICE,
          notification: {
            address: 'http://127.0.0.1:4003/notifications',
            secret: text('OhBehave'),
            data: text('Nonce'),
            preferredConnection: 'any',
          },
        },
      ],
      pushService: { address: 'http://127.0.0.1:4002/push', user: 'dms', password: 'pusher' },
      objects: { menu: { mediaType: 'text/plain', content: text('Hall') } },
    },
    address: ADDRESS,
    inspection,
    runtime: { clock, ids: countingIds(), random: { below: () => 4718 } },
    transmit: async (request) => {
      pushed.push(request);
      return Response.json({ PushID: 'push-1' }, { status: 202 });
    },
  });
  const send = ({ path = '/dm', method = 'POST', body = P1, headers = {} }: Sent = {}): Promise<Response> => {
    const all = { 'Content-Type': INITIATION, 'OMADM-DevID': DEVICE, Authorization: BASIC, ...headers };
    const given = Object.entries(all).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const request = new Request(ADDRESS + path, {
      method,
      headers: Object.fromEntries(given),
      ...(method !== 'GET' && { body }),
    });
    return deployment.endpoint(request);
  };
  const trigger = (commands: readonly (readonly string[])[], more = {}): Promise<Response> =>
    send({
      path: '/trigger',
      body: JSON.stringify({ procedure: 'manage', deviceID: DEVICE, commands, ...more }),
      headers: { 'Content-Type': 'application/json' },
    });
  return { clock, deployment, pushed, send, trigger };
}

const FWV = ['GET', 'urn:oma:mo:oma-dm-devinfo:1.2//FwV'];

const EVENT = { procedure: 'internalEvent', event: 'timer', serverURI: `${ADDRESS}/dm` };

test('a session in HTTP, from the trigger to END', async () => {
  const { send, trigger } = serverBed();
  assert.equal((await trigger([FWV])).status, 204);
  const p2 = await send();
  assert.equal(p2.status, 200);
  assert.equal(p2.headers.get('Content-Type'), 'application/vnd.oma.dm.request+json');
  assert.equal(p2.headers.get('Cache-Control'), 'no-store');
  assert.equal(p2.headers.get('Link'), '</dm/s-1/1>; rel="next"');
  assert.equal(
    p2.headers.get('OMADM-Accept'),
    'application/vnd.oma.dm.mo+json, text/plain, application/octet-stream',
  );
  assert.equal(await p2.text(), '{"CMD":[["GET","urn:oma:mo:oma-dm-devinfo:1.2//FwV"]]}');
  const p3 = {
    path: '/dm/s-1/1',
    headers: { 'Content-Type': RESPONSE },
    body: '{"Status":[{"sc":200,"Data":[{"ClientURI":"urn:oma:mo:oma-dm-devinfo:1.2/1/FwV","MOData":{"FwV":"4.0.4"}}]}]}',
  };
  for (const times of ['once', 'again']) {
    const end = await send(p3);
    assert.equal(await end.text(), '{"CMD":[["END"]]}', times);
    assert.equal(end.headers.get('Link'), null);
  }
  const inspected = await send({ path: `/inspection?device=${encodeURIComponent(DEVICE)}`, method: 'GET' });
  assert.deepEqual(await inspected.json(), {
    deviceID: DEVICE,
    awaiting: [],
    sessions: [
      {
        sessionID: 's-1',
        start: { reason: 'client-initiated' },
        state: 'finished',
        rounds: 1,
        commands: [
          {
            command: FWV,
            state: 'reported',
            result: {
              sc: 200,
              Data: [{ ClientURI: 'urn:oma:mo:oma-dm-devinfo:1.2/1/FwV', MOData: { FwV: '4.0.4' } }],
            },
          },
        ],
        alerts: [],
      },
    ],
  });
});

describe('a message that is refused', () => {
  const json = { 'Content-Type': 'application/json' };
  const refusals: readonly (readonly [what: string, status: number, sent: Sent])[] = [
    ['is no POST', 405, { method: 'GET' }],
    ['is a PUT', 405, { method: 'PUT' }],
    ['has no device', 400, { headers: { 'OMADM-DevID': undefined } }],
    ['has two devices', 400, { headers: { 'OMADM-DevID': `${DEVICE}, ${DEVICE}` } }],
    ['has a device of 256 characters', 400, { headers: { 'OMADM-DevID': 'x'.repeat(256) } }],
    ['has no credentials', 401, { headers: { Authorization: undefined } }],
    ['has credentials of no known scheme', 401, { headers: { Authorization: 'Bearer x' } }],
    ['has a wrong password', 401, { headers: { Authorization: 'Basic ZGV2aWNlLTE6d3Jvbmc=' } }],
    ['comes from a device that nobody knows', 403, { headers: { 'OMADM-DevID': 'IMEI:nobody' } }],
    ['goes nowhere', 404, { path: '/elsewhere' }],
    ['goes below where sessions are', 404, { path: '/dm/s-1' }],
    ['does not accept packages', 406, { headers: { Accept: 'text/html' } }],
    ['has no media type', 415, { headers: json }],
    ['is in another charset', 415, { headers: { 'Content-Type': `${INITIATION}; charset=utf-16` } }],
    ['is no JSON', 400, { body: '{"Alert":' }],
    ['has no start alert', 400, { body: '{"Alert":[{"AlertType":"urn:x"}]}' }],
    ['has no alert', 400, { body: '{"Alert":[]}' }],
    ['is a list', 400, { body: '[]' }],
    ['is too long', 413, { body: ' '.repeat(1024 * 1024 + 1) }],
    ['is nested too deep', 400, { body: `{"Alert":${'['.repeat(40)}${']'.repeat(40)}}` }],
    [
      'reports to nobody',
      410,
      { path: '/dm/s-9/1', headers: { 'Content-Type': RESPONSE }, body: '{"Status":[]}' },
    ],
    ['opens a session at a round', 410, { path: '/dm/s-1/1' }],
  ];
  for (const [what, status, sent] of refusals)
    test(`because it ${what} gets ${status} and changes nothing`, async () => {
      const { send, deployment } = serverBed();
      const answer = await send(sent);
      assert.equal(answer.status, status);
      assert.deepEqual(deployment.server.devices.get(DEVICE)?.sessions, []);
      if (status === 405) assert.equal(answer.headers.get('Allow'), 'POST');
    });

  test('with two start alerts gets 400', async () => {
    const alert = '{"AlertType":"urn:oma:at:dm:2.0:ClientInitiatedMgmt"}';
    const answer = await serverBed().send({ body: `{"Alert":[${alert},${alert}]}` });
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /start alert/u);
    assert.equal(answer.headers.get('Content-Type'), 'text/plain; charset=utf-8');
  });

  test('is never read where its sender is nobody', async () => {
    const { deployment } = serverBed();
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    const message = new Request(`${ADDRESS}/dm`, {
      method: 'POST',
      headers: { 'Content-Type': INITIATION, 'OMADM-DevID': DEVICE },
      body: endless,
      duplex: 'half',
    });
    assert.equal((await deployment.endpoint(message)).status, 401);
    assert.equal(message.bodyUsed, false);
  });

  test('because its body never ends gets 413', async () => {
    const { deployment } = serverBed();
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    const message = new Request(`${ADDRESS}/dm`, {
      method: 'POST',
      headers: { 'Content-Type': INITIATION, 'OMADM-DevID': DEVICE, Authorization: BASIC },
      body: endless,
      duplex: 'half',
    });
    assert.equal((await deployment.endpoint(message)).status, 413);
  });
});

describe('Digest', () => {
  const hash = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');

  /** RFC 7616 3.4.1, by hand. */
  function digest(algorithm: 'SHA-256' | 'MD5', nonce: string, uri = '/dm'): string {
    const by = (text: string): string => hash(algorithm === 'MD5' ? 'md5' : 'sha256', text);
    const secret = by('device-1:dm:s3cret');
    const response = by(`${secret}:${nonce}:00000001:f2w:auth:${by(`POST:${uri}`)}`);
    return (
      `Digest username="device-1", realm="dm", uri="${uri}", algorithm=${algorithm}, nonce="${nonce}", ` +
      `nc=00000001, cnonce="f2w", qop=auth, response="${response}"`
    );
  }

  async function challenge(send: (sent: Sent) => Promise<Response>): Promise<string> {
    const { headers } = await send({ headers: { Authorization: undefined } });
    const header = headers.get('WWW-Authenticate') ?? '';
    for (const expected of [
      'Digest realm="dm", qop="auth", algorithm=SHA-256, nonce="n-',
      'Digest realm="dm", qop="auth", algorithm=MD5, nonce="n-',
      'Basic realm="dm", charset="UTF-8"',
    ])
      assert.ok(header.includes(expected), header);
    return /nonce="([^"]+)"/u.exec(header)?.[1] ?? '';
  }

  for (const algorithm of ['SHA-256', 'MD5'] as const)
    test(`${algorithm} opens a session once`, async () => {
      const { send } = serverBed();
      const headers = { Authorization: digest(algorithm, await challenge(send)) };
      assert.equal((await send({ headers })).status, 200);
      const again = await send({ headers });
      assert.equal(again.status, 401);
      assert.doesNotMatch(again.headers.get('WWW-Authenticate') ?? '', /stale/u);
    });

  test('for another address is refused', async () => {
    const { send } = serverBed();
    const headers = { Authorization: digest('SHA-256', await challenge(send), '/dm/s-1/1') };
    assert.equal((await send({ headers })).status, 401);
  });

  test('with a nonce that is too old is told that it is stale', async () => {
    const { send, clock } = serverBed();
    const headers = { Authorization: digest('SHA-256', await challenge(send)) };
    await clock.advance(301_000);
    const answer = await send({ headers });
    assert.equal(answer.status, 401);
    assert.match(answer.headers.get('WWW-Authenticate') ?? '', /stale=true/u);
  });
});

describe('notification', () => {
  test('is asked for as the profile has it', async () => {
    const { pushed, trigger, clock } = serverBed();
    assert.equal((await trigger([], { notify: true, requestsObjects: true })).status, 204);
    await clock.advance(0);
    const [request] = pushed;
    assert.equal(`${request?.method} ${request?.url}`, 'POST http://127.0.0.1:4002/push');
    assert.equal(request?.headers.get('Content-Type'), 'application/json');
    assert.equal(request?.headers.get('Authorization'), 'Basic ZG1zOnB1c2hlcg==');
    assert.deepEqual(await request?.json(), {
      PushID: 'push-1',
      Address: 'http://127.0.0.1:4003/notifications',
      Content: 'EwAbZG1zLmV4YW1wbGURABISbx8Ra3YssiklkzA2SsuQoVTE0mwqfFod6gohb20jJ9fXpAsUawC8BRA=',
      DeliverBefore: 1795210545,
      ReportTo: 'http://127.0.0.1:4001/push-reports/r-2',
    });
  });

  test('has reports taken at an address of its own', async () => {
    const { send, trigger, clock, deployment } = serverBed();
    await trigger([], { notify: true });
    await clock.advance(0);
    const headers = {
      'Content-Type': 'application/json',
      Authorization: undefined,
      'OMADM-DevID': undefined,
    };
    const body = '{"PushID":"push-1","Outcome":"undeliverable","Attempts":4}';
    const statusOf = async (sent: Sent): Promise<number> => (await send({ headers, body, ...sent })).status;
    assert.equal(await statusOf({ path: '/push-reports/r-9' }), 404);
    assert.equal(await statusOf({ path: '/push-reports/r-2', body: '{}' }), 400);
    assert.equal(await statusOf({ path: '/push-reports/r-2', method: 'GET' }), 405);
    assert.equal(
      await statusOf({ path: '/push-reports/r-2', headers: { 'Content-Type': 'text/plain' } }),
      415,
    );
    assert.equal(await statusOf({ path: '/push-reports/r-2', body: ' '.repeat(16 * 1024 + 1) }), 413);
    assert.equal(await statusOf({ path: '/push-reports/r-2' }), 204);
    assert.equal(deployment.server.notifications.get('r-2')?.state, 'undeliverable');
  });
});

describe('a trigger that is refused', () => {
  for (const [what, wanted, status, says] of [
    ['a device nobody knows', { deviceID: 'IMEI:nobody' }, 404, 'IMEI:nobody is no device of this server.'],
    ['END', { commands: [['END']] }, 400, 'END is sent by itself, when nothing waits any more.'],
    ['an event of a device', EVENT, 400, 'this role has no procedure internalEvent.'],
  ] as const)
    test(`for ${what} says why`, async () => {
      const answer = await serverBed().trigger([FWV], wanted);
      assert.deepEqual([answer.status, await answer.text()], [status, `${says}\n`]);
    });
});

test('results that nobody waits for are told what the session waits for, or what became of it', async () => {
  const { send, trigger } = serverBed();
  await trigger([FWV]);
  const next = /^<(?<path>[^>]+)\/1>/u.exec((await send()).headers.get('Link') ?? '')?.groups?.path ?? '';
  const headers = { 'Content-Type': 'application/vnd.oma.dm.response+json' };
  const said = async (round: number): Promise<string> =>
    (await send({ path: `${next}/${round}`, body: '{"Status":[{"sc":200}]}', headers })).text();
  assert.equal(await said(2), 'the session waits for the results of round 1.\n');
  assert.equal(await said(1), '{"CMD":[["END"]]}');
  assert.equal(await said(2), 'the session is finished.\n');
});

test('its own objects are there for whom they were handed out', async () => {
  const { send, trigger } = serverBed();
  const at = (path: string, method: string, mediaType = 'text/plain', body = 'Desk'): Promise<Response> =>
    send({ path, method, body, headers: { 'Content-Type': mediaType, Authorization: undefined } });
  assert.equal((await at('/objects/menu', 'GET')).status, 404);
  await trigger([
    ['HGET', `${ADDRESS}/objects/menu`, 'urn:flowproof:mo:lamp:1.0/hall/Name'],
    ['HPUT', `${ADDRESS}/objects/menu`, 'urn:flowproof:mo:lamp:1.0/hall/Name'],
  ]);
  const menu = await at('/objects/menu', 'GET');
  assert.equal(menu.headers.get('Content-Type'), 'text/plain');
  assert.equal(await menu.text(), 'Hall');
  const unsupported = await at('/objects/menu', 'PUT', 'image/png');
  assert.equal(unsupported.status, 415);
  assert.match(unsupported.headers.get('OMADM-Accept') ?? '', /^application\/vnd\.oma\.dm\.mo\+json, /u);
  assert.equal((await at('/objects/menu', 'PUT', 'text/plain', 'x'.repeat(1024 * 1024 + 1))).status, 413);
  assert.equal((await at('/objects/menu', 'PUT')).status, 204);
  assert.equal((await at('/objects/menu', 'DELETE')).status, 405);
  assert.equal(await (await at('/objects/menu', 'GET')).text(), 'Desk');
});

describe('the inspection hook', () => {
  test('is off where it is not wanted, and never where packages go', async () => {
    const deploy = (inspection: string) => () => serverBed({ inspection });
    for (const path of ['/dm', '/dm/x', '/trigger', '/push-reports/x', '/objects', 'inspection', '/'])
      assert.throws(deploy(path), /choose a path/u);
    const { send } = serverBed({ inspection: '/look' });
    assert.equal((await send({ path: `/inspection?device=${DEVICE}`, method: 'GET' })).status, 404);
  });

  test('says what is wrong with a question', async () => {
    const { send } = serverBed();
    assert.equal((await send({ path: '/inspection', method: 'GET' })).status, 400);
    assert.equal((await send({ path: '/inspection?device=IMEI:nobody', method: 'GET' })).status, 404);
    const posted = await send({ path: `/inspection?device=${DEVICE}` });
    assert.equal(posted.status, 405);
    assert.equal(posted.headers.get('Allow'), 'GET');
  });
});

test('a closed server does nothing of its own accord any more', async () => {
  const { send, trigger, clock, deployment } = serverBed();
  await trigger([FWV]);
  await send();
  deployment.close();
  await clock.advance(120_000);
  assert.equal(deployment.server.devices.get(DEVICE)?.sessions[0]?.state, 'open');
});
