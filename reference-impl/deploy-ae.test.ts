import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployAe } from './deploy-ae';
import { countingIds } from './runtime/counting-ids';
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
  const sent: Request[] = [];
  const transmit = async (request: Request): Promise<Response> => {
    sent.push(request);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const options = { runtime: { clock: new VirtualClock(), ids: countingIds() }, transmit };
  const { endpoint } = deployAe(pointOfAccess === undefined ? options : { ...options, pointOfAccess });
  return { endpoint, sent };
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
