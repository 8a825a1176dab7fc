import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DATA, DEVINFO, dm2ClientBed, LAMP, objects, package2, SERVER } from './dm2-client-bed';

const ROUND = 'http://127.0.0.1:4001/dm/s-77aa0c/1';

/** The commands of the profile's example, with its Link. */
function exampleCommands() {
  return package2(
    [
      ['GET', `${DEVINFO}//FwV`],
      ['HGET', `${DATA}/lamps/kitchen`],
      ['DELETE', `${LAMP}/attic/`],
    ],
    { Link: '</dm/s-77aa0c/1>; rel="next"', 'OMADM-Accept': 'application/vnd.oma.dm.mo+json, text/plain' },
  );
}

const repository = {
  [`${DATA}/lamps/kitchen`]: () =>
    objects([`${LAMP}/kitchen/`, { Lamp: { Level: 40, Name: 'Kitchen', Effects: {} } }]),
};

describe('the flows of the profile', () => {
  it('B.2: from the notification to END', async () => {
    const bed = dm2ClientBed({ answers: [exampleCommands], repository });
    const octets = Buffer.from(
      'EwAbZG1zLmV4YW1wbGURABISbx8Ra3YssiklkzA2SsuQoVTE0mwqfFod6gohb20jJ9fXpAsUawC8BRA=',
      'base64',
    );
    const response = await bed.notifyOctets(octets);
    assert.equal(response.status, 204);
    await bed.clock.advance(0);
    const [p1, get, p3, ...more] = bed.sent;
    assert.equal(`${p1?.method} ${p1?.url}`, `POST ${SERVER}`);
    assert.equal(p1?.headers.get('Content-Type'), 'application/vnd.oma.dm.initiation+json');
    assert.equal(
      p1?.headers.get('Accept'),
      'application/vnd.oma.dm.request+json, application/vnd.oma.dm.mo+json',
    );
    assert.equal(p1?.headers.get('OMADM-DevID'), 'IMEI:493005100592800');
    assert.equal(p1?.headers.get('Authorization'), 'Basic ZGV2aWNlLTE6czNjcmV0');
    assert.deepEqual(JSON.parse(p1?.body ?? ''), {
      MOS: [
        { DDF: 'http://www.vendor.example/devinfo1.2.ddf', MOID: DEVINFO, MIID: ['1'] },
        { MOID: LAMP, MIID: ['hall', 'desk'] },
      ],
      Alert: [{ AlertType: 'urn:oma:at:dm:2.0:ServerInitiatedMgmt', Data: { 'NOTIFICATION-ID': 4719 } }],
    });
    assert.equal(`${get?.method} ${get?.url}`, `GET ${DATA}/lamps/kitchen`);
    assert.equal(get?.headers.get('Accept'), 'application/vnd.oma.dm.mo+json, */*');
    assert.equal(get?.headers.get('Authorization'), null);
    assert.equal(get?.headers.get('OMADM-DevID'), null);
    assert.equal(`${p3?.method} ${p3?.url}`, `POST ${ROUND}`);
    assert.equal(p3?.headers.get('Content-Type'), 'application/vnd.oma.dm.response+json');
    assert.equal(p3?.headers.get('OMADM-DevID'), 'IMEI:493005100592800');
    assert.equal(p3?.headers.get('Authorization'), 'Basic ZGV2aWNlLTE6czNjcmV0');
    assert.deepEqual(JSON.parse(p3?.body ?? ''), {
      Status: [
        { sc: 200, Data: [{ ClientURI: `${DEVINFO}/1/FwV`, MOData: { FwV: '4.0.4' } }] },
        { sc: 200, URI: [`${LAMP}/kitchen/`] },
        { sc: 404 },
      ],
    });
    assert.deepEqual(more, []);
  });

  it('B.1: the same with the other start alert, and MOS on first contact only', async () => {
    const bed = dm2ClientBed();
    assert.equal(await bed.trigger(), 204);
    assert.equal(await bed.trigger(), 204);
    assert.deepEqual(bed.outline(), [`POST ${SERVER}`, `POST ${SERVER}`]);
    const [first, second] = bed.sent.map(({ body }) => JSON.parse(body));
    assert.equal(first.MOS.length, 2);
    assert.deepEqual(second, { Alert: [{ AlertType: 'urn:oma:at:dm:2.0:ClientInitiatedMgmt' }] });
  });

  it('the timer of the device begins a session again and again', async () => {
    const bed = dm2ClientBed({ config: { sessionInterval: 60_000 } });
    await bed.clock.advance(180_000);
    assert.deepEqual(
      bed.sent.map(({ at }) => at),
      [60_000, 120_000, 180_000],
    );
    bed.deployment.close();
    await bed.clock.advance(180_000);
    assert.equal(bed.sent.length, 3);
  });
});

describe('the endpoint', () => {
  const post = (path: string, type: string | undefined, body: string | Blob, method = 'POST') =>
    dm2ClientBed().deployment.endpoint(
      new Request(`http://device.example${path}`, {
        method,
        headers: type === undefined ? {} : { 'Content-Type': type },
        ...(method === 'POST' && { body }),
      }),
    );
  const NOTIFICATION = 'application/vnd.oma.dm.notification';

  for (const [what, status, response] of [
    ['GET of a notification', 405, () => post('/notifications', undefined, '', 'GET')],
    ['a notification as JSON', 415, () => post('/notifications', 'application/json', '{}')],
    ['1025 octets', 413, () => post('/notifications', NOTIFICATION, new Blob([Buffer.alloc(1025)]))],
    ['no notification at all', 204, () => post('/notifications', NOTIFICATION, 'hello')],
    ['nothing', 204, () => post('/notifications', NOTIFICATION, '')],
    ['GET of the trigger', 405, () => post('/trigger', undefined, '', 'GET')],
    ['a trigger as text', 415, () => post('/trigger', 'text/plain', '{}')],
    ['a trigger that is no JSON', 400, () => post('/trigger', 'application/json', '{')],
    [
      'an unknown event',
      400,
      () =>
        post(
          '/trigger',
          'application/json',
          '{"procedure":"internalEvent","event":"storm","serverURI":"http://a"}',
        ),
    ],
    [
      'a trigger for servers',
      400,
      () => post('/trigger', 'application/json', '{"procedure":"manage","deviceID":"a","commands":[]}'),
    ],
    ['another path', 404, () => post('/dm', 'application/json', '{}')],
  ] as const)
    it(`answers ${what} with ${status}`, async () => {
      assert.equal((await response()).status, status);
    });

  it('refuses an event where no server is known', async () => {
    const bed = dm2ClientBed({ config: { servers: [] } });
    assert.equal(await bed.trigger(), 409);
    assert.deepEqual(bed.sent, []);
  });

  it('an address of the own server is taken as it is, any other is not', async () => {
    const bed = dm2ClientBed();
    await bed.trigger({ serverURI: 'http://127.0.0.1:4001/dm?c=1' });
    await bed.trigger({ serverURI: 'http://192.0.2.1/dm' });
    assert.deepEqual(bed.outline(), ['POST http://127.0.0.1:4001/dm?c=1', `POST ${SERVER}`]);
  });
});
