import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ADDRESS,
  BASIC,
  DEVICE,
  FWV,
  INITIATION,
  RESPONSE,
  type Sent,
  serverBed,
} from './dm2-server-http-bed';

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
