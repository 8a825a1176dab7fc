import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionApplication } from './session-application-bed';
import { type Chain, createChain } from './session-bed';

const TWO = { config: { maximumSessions: 2 } };

async function pair(length: number): Promise<[Chain, SessionApplication, SessionApplication]> {
  const chain = await createChain(length, TWO);
  return [chain, await chain.application(1, 'ae1'), await chain.application(length, 'ae2')];
}

async function code(one: SessionApplication, other: SessionApplication): Promise<number> {
  return (await one.ask(one.establishment(other))).responseStatusCode;
}

for (const length of [1, 3]) {
  test(`over ${length} CSEs: one more than an application may have is refused; room is made by the end of one`, async () => {
    const [chain, ae1, ae2] = await pair(length);
    const { sessionID } = await ae1.establish(ae2);
    await ae1.establish(ae2);
    chain.messages.length = 0;
    assert.equal(await code(ae1, ae2), 5207);
    assert.equal(chain.messages.length, 0);
    await ae1.ask({ operation: 'delete', to: String(sessionID) });
    assert.equal(await code(ae1, ae2), 2001);
  });
}

test('those that are being established count, and others have their own', async () => {
  const [chain, ae1, ae2] = await pair(2);
  const ae3 = await chain.application(1, 'ae3');
  ae2.onInvitation = 'is silent';
  void ae1.begin(ae1.establishment(ae2));
  void ae1.begin(ae1.establishment(ae2));
  await chain.pass(10);
  assert.equal(await code(ae1, ae3), 5207);
  const ae4 = await chain.application(1, 'ae4');
  assert.equal(await code(ae3, ae4), 2001);
});

test('who is invited by many has no more either', async () => {
  const [chain, ae1, ae2] = await pair(2);
  const ae3 = await chain.application(1, 'ae3');
  await ae1.establish(ae2);
  await ae3.establish(ae2);
  assert.equal(await code(ae3, ae2), 5207);
  assert.equal(await code(ae1, ae3), 2001);
});

test('one whose end is still owed counts, over a restart', async () => {
  const [chain, ae1, ae2] = await pair(2);
  const ae3 = await chain.application(1, 'ae3');
  await ae1.establish(ae2);
  const { sessionID } = await ae1.establish(ae2);
  chain.breakLink('cse1', 'cse2');
  await ae1.ask({ operation: 'delete', to: String(sessionID) });
  chain.restart(1);
  assert.equal(await code(ae1, ae3), 5207);
  chain.mendAll();
  await chain.pass(20_000);
  assert.equal(await code(ae1, ae3), 2001);
});
