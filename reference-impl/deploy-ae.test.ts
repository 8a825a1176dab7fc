import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployAe } from './deploy-ae';
import { countingIds } from './runtime/counting-ids';
import { seededRandom } from './runtime/seeded-random';
import { VirtualClock } from './runtime/virtual-clock';

const TRIGGER = {
  pointOfAccess: 'http://told.example',
  intent: { procedure: 'changeMembers', group: 'base/pumps', members: ['base/m1'] },
};

function triggerOf(body: unknown, more: RequestInit = {}): Request {
  const headers = { 'Content-Type': 'application/json' };
  return new Request('http://ae.example/trigger', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    ...more,
  });
}

function deployed(answer: Response | Error, pointOfAccess?: string) {
  const clock = new VirtualClock();
  const sent: Request[] = [];
  const transmit = async (request: Request): Promise<Response> => {
    sent.push(request);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const options = { runtime: { clock, ids: countingIds(), random: seededRandom(1) }, transmit };
  const deployment = deployAe({
    ...options,
    address: 'http://ae.example',
    ...(pointOfAccess !== undefined && { pointOfAccess }),
  });
  return { ...deployment, clock, sent };
}

const UPDATED = { status: 200, headers: { 'X-M2M-RSC': '2004', 'X-M2M-RI': 'req1' } };

test('a trigger becomes one request to the CSE that it names', async () => {
  const { endpoint, sent } = deployed(new Response(null, UPDATED));
  assert.equal((await endpoint(triggerOf(TRIGGER))).status, 204);
  assert.equal(sent.length, 1);
  assert.equal(sent[0]?.method, 'PUT');
  assert.equal(sent[0]?.url, 'http://told.example/base/pumps');
  assert.deepEqual(JSON.parse((await sent[0]?.text()) ?? ''), { 'm2m:grp': { mid: ['base/m1'] } });
});

test('an application that was given its CSE beforehand keeps to it', async () => {
  const { endpoint, sent } = deployed(new Response(null, UPDATED), 'http://given.example');
  await endpoint(triggerOf(TRIGGER));
  assert.equal(sent[0]?.url, 'http://given.example/base/pumps');
});

test('a CSE that cannot be reached is told to whoever triggered', async () => {
  const { endpoint } = deployed(new Error('nobody there'));
  assert.equal((await endpoint(triggerOf(TRIGGER))).status, 502);
});

test('what is no trigger is refused and causes no request', async () => {
  const { endpoint, sent } = deployed(new Response(null, UPDATED));
  assert.equal((await endpoint(new Request('http://ae.example/trigger'))).status, 405);
  assert.equal((await endpoint(triggerOf({}))).status, 400);
  assert.equal(
    (await endpoint(triggerOf(TRIGGER, { headers: { 'Content-Type': 'text/plain' } }))).status,
    415,
  );
  assert.equal(sent.length, 0);
});

const QUESTION = {
  pointOfAccess: 'http://told.example',
  intent: {
    procedure: 'askGroup',
    group: 'base/meters',
    operation: 'retrieve',
    members: ['base/m1'],
    inquireAfter: 10_000,
  },
};

function accepted(): Response {
  const headers = { 'X-M2M-RSC': '1002', 'X-M2M-RI': 'req1', 'Content-Type': 'application/json' };
  return new Response('{"m2m:uri":"base/req-1"}', { status: 202, headers });
}

test('a question to a group goes out with the address for results, where they are acknowledged', async () => {
  const { endpoint, sent } = deployed(accepted());
  assert.equal((await endpoint(triggerOf(QUESTION))).status, 204);
  assert.equal(sent[0]?.url, 'http://told.example/base/meters/fopt?rt=2');
  assert.equal(sent[0]?.headers.get('X-M2M-RTU'), 'http://ae.example/notifications');
  const body =
    '{"m2m:rsp":{"rsc":2000,"rqi":"req1","pc":{"m2m:agr":{"m2m:rsp":[{"rsc":2000,"rqi":"req1","fr":"base/m1"}]}}}}';
  const headers = { 'Content-Type': 'application/json', 'X-M2M-RI': 'n1', 'X-M2M-Origin': '/cse1' };
  const message = new Request('http://ae.example/notifications', { method: 'POST', headers, body });
  const answer = await endpoint(message);
  assert.deepEqual(
    [answer.status, answer.headers.get('X-M2M-RSC'), answer.headers.get('X-M2M-RI')],
    [200, '2000', 'n1'],
  );
});

test('an application that is closed inquires nothing any more', async () => {
  const { endpoint, close, clock, sent } = deployed(accepted());
  await endpoint(triggerOf(QUESTION));
  close();
  await clock.advance(3_600_000);
  assert.equal(sent.length, 1);
});
