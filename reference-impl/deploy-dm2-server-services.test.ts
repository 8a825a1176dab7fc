import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { ADDRESS, DEVICE, EVENT, FWV, type Sent, serverBed } from './dm2-server-http-bed';

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
