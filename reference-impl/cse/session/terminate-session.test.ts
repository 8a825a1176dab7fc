import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionApplication } from './session-application-bed';
import { type Chain, createChain } from './session-bed';
import { holdersOf, sessionsAt, traces } from './session-traces-bed';

interface Joined {
  readonly chain: Chain;
  readonly ae1: SessionApplication;
  readonly ae2: SessionApplication;
  readonly sid: string;
  readonly key: string;
}

/** A session `s1` between the ends of a chain. */
async function joined(length: number): Promise<Joined> {
  const chain = await createChain(length);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(length, 'ae2');
  const told = await ae1.establish(ae2, { resourceName: 's1' });
  chain.messages.length = 0;
  return { chain, ae1, ae2, sid: String(told.sessionID), key: String(told.sessionCredentials) };
}

function ends(application: SessionApplication): readonly number[] {
  return application.events.filter(({ type }) => type === 3).map(({ type }) => type);
}

function assertGone({ chain, sid, key }: Joined): void {
  assert.deepEqual(traces(chain), []);
  assert.deepEqual([holdersOf(chain, sid), holdersOf(chain, key)], [[], []]);
}

test('the one who began ends it: hop by hop to the other one, and back', async () => {
  const session = await joined(3);
  const { chain, ae1, ae2 } = session;
  const answer = await ae1.ask({ operation: 'delete', to: 'cse-base/ae1/sessions/s1' });
  assert.equal(answer.responseStatusCode, 2002);
  assert.deepEqual(
    chain.messages.map(({ from, to, request }) => [from, to, request.operation, request.to, request.from]),
    [
      ['http://cse1', 'http://cse2', 'delete', '/cse2/cse-base/sessions/s1', '/cse1'],
      ['http://cse2', 'http://cse3', 'delete', '/cse3/cse-base/ae2/sessions/s1', '/cse2'],
      [
        'http://cse3',
        'http://ae2/session/notifications',
        'notify',
        'http://ae2/session/notifications',
        '/cse3',
      ],
    ],
  );
  assert.deepEqual([ends(ae1), ends(ae2)], [[], [3]]);
  assertGone(session);
});

test('the one who was invited ends it: back to the one who began', async () => {
  const session = await joined(3);
  const { chain, ae1, ae2, sid } = session;
  const answer = await ae2.ask({ operation: 'delete', to: 'cse-base/ae2/sessions/s1' });
  assert.equal(answer.responseStatusCode, 2002);
  assert.deepEqual(
    chain.messages.map(({ request }) => request.to),
    [`/cse2/${sid}`, `/cse1/${sid}`, 'http://ae1/session/notifications'],
  );
  assert.deepEqual([ends(ae1), ends(ae2)], [[3], []]);
  assertGone(session);
});

test('both at one CSE: the other one is told, and nobody else', async () => {
  const session = await joined(1);
  const answer = await session.ae1.ask({ operation: 'delete', to: session.sid });
  assert.equal(answer.responseStatusCode, 2002);
  assert.equal(session.chain.messages.length, 1);
  assert.deepEqual([ends(session.ae1), ends(session.ae2)], [[], [3]]);
  assertGone(session);
});

for (const length of [1, 2]) {
  test(`over ${length} CSEs: who began is told where it says, or else where it has subscribed`, async () => {
    const chain = await createChain(length);
    const subscriber = await chain.application(1, 'ae1');
    const other = await chain.application(1, 'ae3', { subscribed: false });
    const ae2 = await chain.application(length, 'ae2');
    for (const [ae1, elsewhere] of [
      [subscriber, {}],
      [subscriber, { notificationURI: 'http://elsewhere/' }],
      [other, {}],
    ] as const) {
      const initiatingEndpoint = { endpointID: ae1.identifier, ...elsewhere };
      const { sessionID } = await ae1.establish(ae2, { initiatingEndpoint });
      await ae2.ask({ operation: 'delete', to: String(sessionID) });
    }
    const told = chain.messages.filter(
      ({ to, request }) => request.operation === 'notify' && !to.startsWith('http://ae2'),
    );
    const ends = told.filter(({ request: { content } }) => {
      return content?.kind === 'notification' && content.notification.event !== undefined;
    });
    assert.deepEqual(
      ends.map(({ to }) => to),
      [subscriber.notificationURI, 'http://elsewhere/'],
    );
  });
}

test('both end it at the same time', async () => {
  const session = await joined(4);
  const { chain, ae1, ae2, sid } = session;
  const one = ae1.begin({ operation: 'delete', to: sid });
  const other = ae2.begin({ operation: 'delete', to: sid });
  const answers = await chain.clock.untilSettled(Promise.all([one, other]));
  assert.deepEqual(
    answers.map(({ responseStatusCode }) => responseStatusCode),
    [2002, 2002],
  );
  assert.equal(chain.clock.now(), Date.UTC(2026, 10, 20, 10, 15));
  assertGone(session);
});

test('nobody else ends it', async () => {
  const { chain, sid } = await joined(3);
  const stranger = await chain.application(2, 'ae3');
  const asked = [
    await stranger.ask({ operation: 'delete', to: sid }),
    await stranger.ask({ operation: 'delete', to: `/cse1/${sid}` }),
    await chain.ask(1, { operation: 'delete', to: sid }),
    await chain.ask(1, { operation: 'delete', to: sid, from: '/cse3' }),
    await chain.ask(3, { operation: 'delete', to: sid, from: '/cse1/Cae1' }),
  ];
  assert.deepEqual(
    asked.map(({ responseStatusCode }) => responseStatusCode),
    [4103, 4103, 4103, 4103, 4103],
  );
  assert.equal(traces(chain).filter((line) => line.includes('fp:ses ')).length, 3);
});

test('a neighbour that is down is told until it answers, also after a restart', async () => {
  const session = await joined(3);
  const { chain, ae1, ae2 } = session;
  chain.breakLink('cse2', 'cse3');
  const answer = await ae1.ask({ operation: 'delete', to: 'cse-base/ae1/sessions/s1' });
  assert.equal(answer.responseStatusCode, 2002);
  assert.equal(chain.clock.now(), Date.UTC(2026, 10, 20, 10, 15));
  await chain.pass(25_000);
  chain.restart(2);
  await chain.pass(25_000);
  assert.equal(ends(ae2).length, 0);
  chain.mendAll();
  await chain.pass(10_000);
  assert.equal(ends(ae2).length, 1);
  assertGone(session);
});

test('a repeated termination does not hit a new session of the same name', async () => {
  const { chain, ae1, ae2 } = await joined(3);
  chain.setLink('cse2', 'cse3', 'answer lost');
  await ae1.ask({ operation: 'delete', to: 'cse-base/ae1/sessions/s1' });
  chain.mendAll();
  const again = await ae1.establish(ae2, { resourceName: 's1' });
  await chain.pass(60_000);
  assert.deepEqual(
    [1, 2, 3].map((position) => chain.store(position).get(String(again.sessionID))?.resourceType),
    [9002, 9002, 9002],
  );
  assert.equal(ends(ae2).length, 1);
});

test('a name passes to no other session before the neighbour knows that it is free', async () => {
  const { chain, ae1, ae2, sid } = await joined(2);
  chain.breakLink('cse1', 'cse2');
  await ae2.ask({ operation: 'delete', to: sid });
  chain.mendLink('cse1', 'cse2');
  const again = await ae1.establish(ae2, { resourceName: 's2' });
  const other = await chain.application(1, 'ae3');
  const third = await other.establish(ae2, { resourceName: 's1' });
  await ae1.ask({ operation: 'delete', to: sid });
  await chain.pass(60_000);
  for (const { sessionID } of [again, third]) {
    assert.equal(chain.store(2).get(String(sessionID))?.resourceType, 9002);
  }
});

test('a neighbour that says nothing costs one wait, and each hop answers before the one before gives up', async () => {
  const session = await joined(4);
  const { chain, ae1 } = session;
  chain.setLink('cse3', 'cse4', 'silent');
  const begun = chain.clock.now();
  const answer = await ae1.ask({ operation: 'delete', to: 'cse-base/ae1/sessions/s1' });
  assert.equal(answer.responseStatusCode, 2002);
  assert.ok(chain.clock.now() - begun < 30_000);
  assert.equal(chain.sent({ from: 'cse1', to: 'cse2' }).length, 1);
  chain.mendAll();
  await chain.pass(60_000);
  assertGone(session);
});

test('a session ends with its expirationTime, and both are told', async () => {
  const chain = await createChain(3);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(3, 'ae2');
  await ae1.establish(ae2, { expirationTime: '20261120T102000' });
  await chain.pass(5 * 60_000 - 1);
  assert.equal(traces(chain).length, 16);
  await chain.pass(2);
  assert.deepEqual([ends(ae1), ends(ae2)], [[3], [3]]);
  assert.deepEqual(traces(chain), []);
});

for (const position of [1, 3]) {
  test(`the session goes with the application of CSE ${position}`, async () => {
    const session = await joined(3);
    const { chain, ae1, ae2 } = session;
    const gone = position === 1 ? ae1 : ae2;
    await gone.ask({ operation: 'delete', to: gone.address });
    await chain.pass(1);
    assert.deepEqual([ends(ae1), ends(ae2)], position === 1 ? [[], [3]] : [[3], []]);
    assertGone(session);
  });
}

test('the session goes with the invited application of the same CSE', async () => {
  const session = await joined(1);
  await session.ae2.ask({ operation: 'delete', to: session.ae2.address });
  await session.chain.pass(1);
  assert.deepEqual([ends(session.ae1), ends(session.ae2)], [[3], []]);
  assertGone(session);
});

test('sessions of others stay when an application goes', async () => {
  const { chain, ae1, ae2, sid } = await joined(1);
  const ae3 = await chain.application(1, 'ae3');
  const { sessionID } = await ae3.establish(ae1);
  await ae2.ask({ operation: 'delete', to: ae2.address });
  await chain.pass(1);
  assert.deepEqual(sessionsAt(chain, 1), [String(sessionID)]);
  assert.notEqual(sid, sessionID);
  assert.deepEqual(ends(ae3), []);
});

test('an endpoint that does not answer is told again, and given up when the session would have ended', async () => {
  const chain = await createChain(1);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(1, 'ae2');
  const { sessionID } = await ae1.establish(ae2, { expirationTime: '20261120T101700' });
  chain.messages.length = 0;
  chain.setLink('cse1', 'ae2', 'request lost');
  await ae1.ask({ operation: 'delete', to: String(sessionID) });
  await chain.pass(25_000);
  assert.deepEqual([chain.sent({ to: 'ae2' }).length, traces(chain).length], [3, 1]);
  await chain.pass(10 * 60_000);
  assert.deepEqual(traces(chain), []);
  assert.ok(chain.messages.every(({ at }) => at <= Date.UTC(2026, 10, 20, 10, 17)));
});

test('a CSE that stops in the middle of a termination goes on with it', async () => {
  for (const position of [1, 2, 3]) {
    const session = await joined(3);
    const { chain, ae1 } = session;
    chain.setLink('cse3', 'ae2', 'silent');
    void ae1.begin({ operation: 'delete', to: 'cse-base/ae1/sessions/s1' });
    await chain.pass(1_000);
    chain.restart(position);
    chain.mendAll();
    await chain.pass(60_000);
    assertGone(session);
  }
});
