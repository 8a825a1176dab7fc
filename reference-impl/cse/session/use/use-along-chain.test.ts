import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ResourceType } from '../../../../protocol/tables/onem2m/resource-type-numbers';
import { protect } from '../../../session/protected-data';
import { attributesOf, resource } from '../../test-bed';
import { Chain } from '../session-bed';
import { contextsOf, sessionWith } from '../session-state';

const MINUTE = 60_000;
const PLAINTEXT = new TextEncoder().encode('21.5');

/** A chain with a session between ae1 at its first CSE and ae2 at its last one, who has a container. */
async function chainInSession(length: number) {
  const chain = await new Chain(length).furnish();
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(length, 'ae2');
  await chain.make(length, 'cse-base/ae2', ResourceType.container, { resourceName: 'container1' }, 'Cae2');
  const { sessionID, sessionCredentials } = await ae1.establish(ae2, { resourceName: 's1' });
  const session = String(sessionID);
  const key = String(sessionCredentials);
  let sequence = 0;
  const update = async () => {
    sequence += 1;
    const vector = Uint8Array.from({ length: 12 }, () => sequence);
    const header = { sessionID: session, sender: '/cse1/Cae1', sequence };
    const protectedData = await protect(key, { header, plaintext: PLAINTEXT }, vector);
    const content = resource(ResourceType.container, { sessionID: session, protectedData });
    const to = `/cse${length}/cse-base/ae2/container1`;
    return { protectedData, request: { operation: 'update', to, content } as const };
  };
  const codes = (position: number) => {
    const found = sessionWith(chain.cse(position), session);
    if (found === undefined) return undefined;
    return contextsOf(chain.cse(position), found).map(({ attributes }) => attributes.responseStatusCode);
  };
  return { chain, ae1, ae2, session, update, codes };
}

for (const length of [1, 2, 3, 5]) {
  it(`updates, tells and reads along ${length} CSEs, with a context at each`, async () => {
    const { chain, ae1, ae2, session, update, codes } = await chainInSession(length);
    const { protectedData, request } = await update();
    assert.equal((await ae1.ask(request)).responseStatusCode, 2004);
    await chain.pass(1);
    assert.deepEqual(ae2.events.at(-1), {
      type: 2,
      sessionID: session,
      resource: `/cse${length}/cse-base/ae2/container1`,
    });
    const to = 'cse-base/ae2/container1';
    const read = await ae2.ask({ operation: 'retrieve', to, sessionID: session });
    assert.equal(attributesOf(read).protectedData, protectedData);
    for (let position = 1; position < length; position += 1) assert.deepEqual(codes(position), [2004]);
    assert.deepEqual(codes(length), [2004, 2000]);
  });
}

it('stores at the first CSE until its window, and ends what is stored with the session', async () => {
  const { chain, ae1, update, codes } = await chainInSession(3);
  const policy = resource(ResourceType.sessionPolicy, {
    delivery: 2,
    scheduleElement: { scheduleEntry: ['* 20-29 * * * * *'] },
    appliesTo: ['/cse1'],
  });
  const to = 'cse-base/ae1/sessions/s1/sessionPolicies';
  const made = await ae1.ask({ operation: 'create', to, resourceType: 9005, content: policy });
  assert.equal(made.responseStatusCode, 2001);
  const patient = { resultExpirationTimestamp: String(90 * MINUTE) };
  const { request } = await update();
  const before = chain.sent({ to: 'cse2' }).length;
  const outcome = ae1.begin({ ...request, ...patient });
  await chain.pass(4 * MINUTE);
  assert.equal(chain.sent({ to: 'cse2' }).length, before);
  assert.equal((await chain.clock.untilSettled(outcome)).responseStatusCode, 2004);
  assert.deepEqual([codes(1), codes(2), codes(3)], [[2004], [2004], [2004]]);

  await chain.pass(20 * MINUTE);
  const late = ae1.begin({ ...(await update()).request, ...patient });
  await chain.pass(MINUTE);
  const ended = await ae1.ask({ operation: 'delete', to: 'cse-base/ae1/sessions/s1' });
  assert.equal(ended.responseStatusCode, 2002);
  assert.equal((await late).responseStatusCode, 4004);
  assert.deepEqual([codes(1), codes(2), codes(3)], [undefined, undefined, undefined]);
});

it('carries a request out once whose answer was lost', async () => {
  const { chain, ae1, ae2, update, codes } = await chainInSession(2);
  const { request } = await update();
  const asked = { ...request, requestIdentifier: 'same' };
  chain.setLink('cse1', 'cse2', 'answer lost');
  assert.equal((await ae1.ask(asked)).responseStatusCode, 5103);
  chain.mendAll();
  assert.equal((await ae1.ask(asked)).responseStatusCode, 2004);
  await chain.pass(1);
  assert.equal(ae2.events.filter(({ type }) => type === 2).length, 1);
  assert.deepEqual(codes(2), [2004]);
});
