import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deployPush } from './deploy-push';
import { DEFAULT_PUSH_CONFIG } from './push/default-push-config';
import { VirtualClock } from './runtime/virtual-clock';

/** The push request of the profile's example. @see dm2.md 2 */
const EXAMPLE = {
  PushID: 'push-4719',
  Address: 'http://127.0.0.1:4003/notifications',
  Content: 'EwAbZG1zLmV4YW1wbGURABISbx8Ra3YssiklkzA2SsuQoVTE0mwqfFod6gohb20jJ9fXpAsUawC8BRA=',
  DeliverBefore: 1795210545,
  ReportTo: 'http://127.0.0.1:4001/push-reports/8c1f',
};

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
}

function pushBed() {
  const clock = new VirtualClock(1_795_210_245_000);
  const sent: Request[] = [];
  const deployment = deployPush({
    config: { ...DEFAULT_PUSH_CONFIG, accounts: [{ user: 'dms', password: 'pusher' }] },
    runtime: { clock },
    transmit: async (request) => {
      sent.push(request);
      return new Response(null, { status: 204 });
    },
  });
  const send = ({ path = '/push', method = 'POST', body = EXAMPLE, headers = {} }: Sent = {}) =>
    deployment.endpoint(
      new Request(`http://127.0.0.1:4002${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', Authorization: 'Basic ZG1zOnB1c2hlcg==', ...headers },
        ...(method !== 'GET' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  return { clock, sent, send };
}

test('a push request is taken, delivered and reported as the profile has it', async () => {
  const { clock, sent, send } = pushBed();
  const answer = await send();
  assert.equal(answer.status, 202);
  assert.equal(answer.headers.get('Content-Type'), 'application/json');
  assert.equal(await answer.text(), '{"PushID":"push-4719"}');
  await clock.advance(0);
  const [notification, report, ...more] = sent;
  assert.deepEqual(more, []);
  assert.equal(`${notification?.method} ${notification?.url}`, 'POST http://127.0.0.1:4003/notifications');
  assert.equal(notification?.headers.get('Content-Type'), 'application/vnd.oma.dm.notification');
  assert.equal(notification?.headers.get('Authorization'), null);
  assert.equal(
    Buffer.from((await notification?.arrayBuffer()) ?? []).toString('hex'),
    '13001b646d732e6578616d706c65110012126f1f116b762cb229259330364acb90a154c4d26c2a7c5a1dea0a216f6d2327d7d7a40b146b00bc0510',
  );
  assert.equal(`${report?.method} ${report?.url}`, 'POST http://127.0.0.1:4001/push-reports/8c1f');
  assert.equal(report?.headers.get('Content-Type'), 'application/json');
  assert.equal(
    await report?.text(),
    '{"PushID":"push-4719","Outcome":"delivered","Attempts":1,"Status":204}',
  );
});

describe('a push request that is refused', () => {
  const { PushID: _, ...withoutPushID } = EXAMPLE;
  const refusals: readonly (readonly [what: string, status: number, sent: Sent])[] = [
    ['is no POST', 405, { method: 'GET' }],
    ['is no JSON', 400, { body: '{' }],
    ['has no PushID', 400, { body: withoutPushID }],
    ['has a PushID of 129 characters', 400, { body: { ...EXAMPLE, PushID: 'x'.repeat(129) } }],
    ['has content that is no base64', 400, { body: { ...EXAMPLE, Content: 'EwAb*' } }],
    ['has no content', 400, { body: { ...EXAMPLE, Content: '' } }],
    ['has an address that is none', 400, { body: { ...EXAMPLE, Address: 'ftp://127.0.0.1/' } }],
    ['has a time that is none', 400, { body: { ...EXAMPLE, DeliverBefore: 'soon' } }],
    ['has other credentials', 401, { headers: { Authorization: 'Basic ZG1zOndyb25n' } }],
    ['has Digest credentials', 401, { headers: { Authorization: 'Digest username="dms"' } }],
    ['goes to a host that is not allowed', 403, { body: { ...EXAMPLE, Address: 'http://192.0.2.1/' } }],
    ['is to be reported to such a host', 403, { body: { ...EXAMPLE, ReportTo: 'http://192.0.2.1/' } }],
    ['goes to another path', 404, { path: '/pushes' }],
    ['is too long', 413, { body: ' '.repeat(16 * 1024 + 1) }],
    ['is of another media type', 415, { headers: { 'Content-Type': 'text/plain' } }],
  ];
  for (const [what, status, message] of refusals)
    test(`because it ${what} gets ${status} and goes nowhere`, async () => {
      const { clock, sent, send } = pushBed();
      const answer = await send(message);
      assert.equal(answer.status, status);
      if (status === 401)
        assert.equal(answer.headers.get('WWW-Authenticate'), 'Basic realm="push", charset="UTF-8"');
      if (status === 405) assert.equal(answer.headers.get('Allow'), 'POST');
      await clock.advance(60_000);
      assert.deepEqual(sent, []);
    });
});
