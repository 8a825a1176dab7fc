import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { resource } from '../test-bed';
import type { SessionApplication } from './session-application-bed';
import { type Chain, createChain } from './session-bed';

const NIGHT: Attributes = {
  resourceName: 'p1',
  delivery: 2,
  scheduleElement: { scheduleEntry: ['* * 2-4 * * * *'] },
  appliesTo: ['/cse1'],
};

interface Joined {
  readonly chain: Chain;
  readonly ae1: SessionApplication;
  readonly ae2: SessionApplication;
  readonly sid: string;
}

async function joined(length: number): Promise<Joined> {
  const chain = await createChain(length);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(length, 'ae2');
  const { sessionID } = await ae1.establish(ae2, { resourceName: 's1' });
  chain.messages.length = 0;
  return { chain, ae1, ae2, sid: String(sessionID) };
}

function policy(attributes: Attributes) {
  return { operation: 'create', resourceType: 9005, content: resource(9005, attributes) } as const;
}

async function set(application: SessionApplication, attributes: Attributes): Promise<number> {
  const to = `${application.address}/sessions/s1/sessionPolicies`;
  return codeOf(application.ask({ ...policy(attributes), to }));
}

async function codeOf(answer: Promise<ResponsePrimitive>): Promise<number> {
  return (await answer).responseStatusCode;
}

/** The names of the policies at each CSE. */
function policies({ chain, sid }: Joined): readonly (readonly string[])[] {
  return Array.from({ length: chain.length }, (_, index) =>
    chain
      .store(index + 1)
      .childrenOf(sid, 9005)
      .map(({ resourceName }) => resourceName),
  );
}

test('a policy is passed on with its name, unchanged, and every hop has it', async () => {
  const session = await joined(3);
  const { chain, ae1, ae2 } = session;
  assert.equal(await set(ae1, NIGHT), 2001);
  assert.deepEqual(policies(session), [['p1'], ['p1'], ['p1']]);
  assert.deepEqual(
    chain.messages.map(({ request }) => [request.from, request.to, request.content]),
    [
      ['/cse1', '/cse2/cse-base/sessions/s1/sessionPolicies', resource(9005, NIGHT)],
      ['/cse2', '/cse3/cse-base/ae2/sessions/s1/sessionPolicies', resource(9005, NIGHT)],
    ],
  );
  assert.equal(await set(ae2, { delivery: 1 }), 2001);
  assert.deepEqual(
    policies(session).map(({ length }) => length),
    [2, 2, 2],
  );
});

test('a policy is seen and deleted by either path, everywhere', async () => {
  const session = await joined(3);
  const { ae1, ae2, chain } = session;
  await set(ae1, NIGHT);
  const seen = ['s1/p1', 's1/sessionPolicies/p1'].map((path) => `cse-base/ae1/sessions/${path}`);
  for (const to of seen) assert.equal(await codeOf(ae1.ask({ operation: 'retrieve', to })), 2000);
  const stranger = await chain.application(1, 'ae3');
  for (const to of seen) assert.equal(await codeOf(stranger.ask({ operation: 'retrieve', to })), 4103);
  const to = 'cse-base/ae2/sessions/s1/sessionPolicies/p1';
  assert.equal(await codeOf(ae2.ask({ operation: 'delete', to })), 2002);
  assert.deepEqual(policies(session), [[], [], []]);
});

test('one that a hop refuses is kept by none', async () => {
  const session = await joined(3);
  const { chain, ae1, sid } = session;
  const taken = { ...policy({ resourceName: 'p1', delivery: 1 }), to: sid, from: '/cse2' };
  assert.equal((await chain.ask(3, taken)).responseStatusCode, 2001);
  assert.equal(await set(ae1, NIGHT), 4105);
  assert.deepEqual(policies(session), [[], [], ['p1']]);
});

test('one whose answer gets lost is deleted where it was made; until then its name is taken', async () => {
  const session = await joined(3);
  const { chain, ae1 } = session;
  chain.setLink('cse2', 'cse3', 'answer lost');
  assert.equal(await set(ae1, NIGHT), 5103);
  chain.breakLink('cse2', 'cse3');
  assert.equal(await set(ae1, NIGHT), 4105);
  chain.restart(2);
  chain.mendAll();
  await chain.pass(20_000);
  assert.deepEqual(policies(session), [[], [], []]);
  assert.equal(await set(ae1, NIGHT), 2001);
});

test('two that together never open, set from both ends at once, are not both kept', async () => {
  const session = await joined(2);
  const { chain, ae1, ae2 } = session;
  const day = { delivery: 2, scheduleElement: { scheduleEntry: ['* * 12 * * * *'] } };
  const night = { delivery: 2, scheduleElement: { scheduleEntry: ['* * 2 * * * *'] } };
  const one = ae1.begin({
    ...policy({ ...day, resourceName: 'day' }),
    to: 'cse-base/ae1/sessions/s1/sessionPolicies',
  });
  const other = ae2.begin({
    ...policy({ ...night, resourceName: 'night' }),
    to: 'cse-base/ae2/sessions/s1/sessionPolicies',
  });
  const answers = await chain.clock.untilSettled(Promise.all([one, other]));
  assert.ok(answers.some(({ responseStatusCode }) => responseStatusCode === 4105));
  await chain.pass(60_000);
  const [first, second] = policies(session);
  assert.deepEqual(first, second);
  assert.ok((first ?? []).length < 2);
});

test('nobody else sets a policy, and a session has no other children', async () => {
  const { chain, ae1, sid } = await joined(2);
  const stranger = await chain.application(1, 'ae3');
  assert.equal(await codeOf(stranger.ask({ ...policy(NIGHT), to: sid })), 4103);
  assert.equal((await chain.ask(1, { ...policy(NIGHT), to: sid })).responseStatusCode, 4103);
  assert.equal(
    (await chain.ask(2, { ...policy(NIGHT), to: sid, from: '/cse1/Cae1' })).responseStatusCode,
    4103,
  );
  const container = { operation: 'create', resourceType: 3, content: resource(3, {}) } as const;
  assert.equal(await codeOf(ae1.ask({ ...container, to: sid })), 4108);
  assert.equal(await codeOf(ae1.ask({ operation: 'update', to: sid, content: resource(9002, {}) })), 4005);
  for (const path of ['initiatingEndpoint', 'targetEndpoint']) {
    assert.equal(await codeOf(ae1.ask({ operation: 'delete', to: `${sid}/${path}` })), 4005);
  }
  assert.equal(await codeOf(ae1.ask({ operation: 'delete', to: `${sid}/sessionPolicies` })), 4005);
  assert.equal(await codeOf(ae1.ask({ operation: 'delete', to: 'cse-base/ae1/sessions' })), 4005);
});

test('one that the neighbour who asked wants no more is made nowhere', async () => {
  const session = await joined(3);
  const { chain, ae1, sid } = session;
  const withdrawal = { operation: 'delete', to: `${sid}/sessionPolicies/p1` } as const;
  const answers: Promise<ResponsePrimitive>[] = [];
  chain.onMessage = ({ to, request }) => {
    if (to !== 'http://cse3' || request.operation !== 'create') return;
    answers.push(...['/cse3', '/cse1'].map((from) => chain.begin(2, { ...withdrawal, from })));
  };
  assert.equal(await set(ae1, NIGHT), 5103);
  const codes = (await Promise.all(answers)).map(({ responseStatusCode }) => responseStatusCode);
  assert.deepEqual(codes, [4004, 2002]);
  await chain.pass(20_000);
  assert.deepEqual(policies(session), [[], [], []]);
});
