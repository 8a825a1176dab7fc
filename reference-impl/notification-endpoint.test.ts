import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { notificationEndpoint } from './notification-endpoint';
import { notificationOutbound } from './notification-outbound';
import type { ReceivedNotification } from './syncml/envelope';

const TYPE = 'application/vnd.syncml.notification';
/** Password `secret`, nonce `Nonce`, session 0x0010 of com.mgmtsrv.manage. @see DM_Notification 6.2 */
const PACKAGE_0 = Buffer.from(
  `0033bab691088e971331e624f8a4e0d102e8000000001012${Buffer.from('com.mgmtsrv.manage').toString('hex')}`,
  'hex',
);
const SECRET = { password: 'secret', nonce: new TextEncoder().encode('Nonce') };

function request(body: Uint8Array | null, type = TYPE): Request {
  return new Request('http://dev.example/notification', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: body === null ? null : Uint8Array.from(body),
  });
}

function endpoint() {
  const received: ReceivedNotification[] = [];
  return { received, take: notificationEndpoint((notification) => received.push(notification)) };
}

describe('package 0 over HTTP', () => {
  it('is taken, and asked about with a secret', async () => {
    const { take, received } = endpoint();
    assert.equal((await take(request(PACKAGE_0))).status, 202);
    const [first] = received;
    assert.deepEqual(first?.notification, {
      version: 11,
      uiMode: 'informative',
      initiator: 'server',
      sessionID: 16,
      serverID: 'com.mgmtsrv.manage',
    });
    assert.equal(first?.isMadeWith(SECRET), true);
    assert.equal(first?.isMadeWith({ ...SECRET, password: 'Secret' }), false);
  });

  it('gets the same answer whatever its digest, at once, and whatever comes of it', async () => {
    const wrong = Uint8Array.from(PACKAGE_0, (octet, index) => (index === 0 ? octet + 1 : octet));
    const never = notificationEndpoint(() => new Promise(() => {}));
    assert.equal((await never(request(wrong))).status, 202);
    const failing = notificationEndpoint(() => Promise.reject(new Error('mine')));
    const response = await failing(request(wrong));
    assert.deepEqual([response.status, await response.text()], [202, '']);
  });

  const refused: readonly [name: string, status: number, request: () => Request][] = [
    ['another method', 405, () => new Request('http://dev.example/notification')],
    ['another media type', 415, () => request(PACKAGE_0, 'application/octet-stream')],
    ['nothing', 400, () => request(null)],
    ['what is shorter than a notification', 400, () => request(PACKAGE_0.subarray(0, 23))],
    ['a server identifier that ends early', 400, () => request(PACKAGE_0.subarray(0, 30))],
    ['too much', 413, () => request(new Uint8Array(65_536))],
  ];
  for (const [name, status, of] of refused) {
    it(`refuses ${name} by ${status}`, async () => {
      const { take, received } = endpoint();
      assert.deepEqual([(await take(of())).status, received.length], [status, 0]);
    });
  }

  it('is delivered as octets; a carrier that does not take it is no delivery', async () => {
    const sent: Request[] = [];
    const answers = [new Response(null, { status: 202 }), new Response(null, { status: 404 })];
    const deliver = notificationOutbound(async (message) => {
      sent.push(message);
      const answer = answers.shift();
      if (answer === undefined) throw new Error('nobody there');
      return answer;
    });
    const notification = {
      version: 11,
      uiMode: 'informative',
      initiator: 'server',
      sessionID: 16,
      serverID: 'com.mgmtsrv.manage',
    } as const;
    const deliveries = [];
    for (let times = 0; times < 3; times += 1)
      deliveries.push(await deliver('http://dev.example/notification', notification, SECRET));
    assert.deepEqual(deliveries, [true, false, false]);
    assert.equal(sent[0]?.headers.get('Content-Type'), TYPE);
    assert.deepEqual(Buffer.from((await sent[0]?.arrayBuffer()) ?? new ArrayBuffer()), PACKAGE_0);
    assert.equal(await deliver('http://dev.example/n', { ...notification, sessionID: 0 }, SECRET), false);
  });
});
