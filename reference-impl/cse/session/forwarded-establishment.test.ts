import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { attributesOf, resource } from '../test-bed';
import { type Chain, createChain } from './session-bed';
import { traces } from './session-traces-bed';

const SOUND: Attributes = {
  resourceName: 's1',
  sessionID: 'AbCdEfGhIjKlMnOpQrStUv',
  sessionCredentials: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
  targetEndpoint: '/cse2/Cae2',
  path: ['/cse1'],
  expirationTime: '20261120T120000',
  initiatingEndpoint: { endpointID: '/cse1/Cae1', description: 'meter reader' },
};

function without(name: string): Attributes {
  return Object.fromEntries(Object.entries(SOUND).filter(([attribute]) => attribute !== name));
}

function begunBy(endpointID: string): Attributes {
  return { ...SOUND, initiatingEndpoint: { endpointID } };
}

async function forward(chain: Chain, attributes: Attributes, change = {}) {
  return chain.ask(2, {
    operation: 'create',
    to: '/cse2/Cae2/sessions',
    from: '/cse1',
    resourceType: 9002,
    content: resource(9002, attributes),
    ...change,
  });
}

test('the last CSE takes identifier, key and end as they come, and shows no key', async () => {
  const chain = await createChain(3);
  const ae2 = await chain.application(2, 'ae2');
  const response = await forward(chain, SOUND);
  assert.equal(response.responseStatusCode, 2001);
  const { resourceID, sessionID, sessionCredentials, expirationTime, path } = attributesOf(response);
  assert.deepEqual(
    [resourceID, sessionID, sessionCredentials, expirationTime, path],
    [SOUND.sessionID, SOUND.sessionID, undefined, '20261120T120000', undefined],
  );
  assert.equal(ae2.events[0]?.sessionCredentials, SOUND.sessionCredentials);
  assert.equal((await forward(chain, SOUND)).responseStatusCode, 4105);
});

const REFUSALS: readonly [what: string, attributes: Attributes, code: number][] = [
  ['no identifier', without('sessionID'), 4000],
  ['an identifier that is too short', { ...SOUND, sessionID: 'AbCdEfGhIjKlMnOpQrStU' }, 4000],
  ['an identifier with a slash', { ...SOUND, sessionID: 'AbCdEfGhIjKlMnOpQrSt/v' }, 4000],
  ['no key', without('sessionCredentials'), 4000],
  ['a key of 128 bits', { ...SOUND, sessionCredentials: 'AAECAwQFBgcICQoLDA0ODw' }, 4000],
  ['a key with padding', { ...SOUND, sessionCredentials: `${String(SOUND.sessionCredentials)}=` }, 4000],
  ['no path', without('path'), 4000],
  ['a path that ends elsewhere', { ...SOUND, path: ['/cse1', '/cse9'] }, 4000],
  ['a path that leads back', { ...SOUND, path: ['/cse2', '/cse1'] }, 5103],
  [
    'a path that is too long',
    { ...SOUND, path: [...Array.from({ length: 15 }, (_, at) => `/m${at}`), '/cse1'] },
    5103,
  ],
  ['another application than the one addressed', { ...SOUND, targetEndpoint: '/cse2/Cae9' }, 4000],
  ['no target', without('targetEndpoint'), 4000],
  ['no initiating endpoint', without('initiatingEndpoint'), 4000],
  ['an initiator that is registered here', begunBy('/cse2/Cae2'), 4000],
  ['an initiator that could be registered here', begunBy('/cse2/Cae9'), 4000],
  ['an initiator that names no CSE', begunBy('Cae2'), 4000],
  ['an initiator that is a URL', begunBy('http://ae1/'), 4000],
  ['an initiator that is nothing', begunBy('a//b'), 4000],
  ['an end that is past', { ...SOUND, expirationTime: '20261120T101459' }, 4000],
];

for (const [what, attributes, code] of REFUSALS) {
  test(`${what}: ${code}, and nobody is invited`, async () => {
    const chain = await createChain(3);
    const ae2 = await chain.application(2, 'ae2');
    assert.equal((await forward(chain, attributes)).responseStatusCode, code);
    assert.deepEqual([ae2.events, traces(chain)], [[], []]);
  });
}

test('a path of fifteen is not too long', async () => {
  const chain = await createChain(2);
  await chain.application(2, 'ae2');
  const path = [...Array.from({ length: 14 }, (_, at) => `/m${at}`), '/cse1'];
  assert.equal((await forward(chain, { ...SOUND, path })).responseStatusCode, 2001);
});

test('who is no registered CSE that can do sessions does not forward', async () => {
  const chain = await createChain(3, { incapable: [3] });
  await chain.application(2, 'ae2');
  for (const from of ['/cse3', '/cse9', 'CAdmin', '/cse1/Cae1', '/cse2']) {
    const attributes = { ...SOUND, path: [from] };
    assert.equal((await forward(chain, attributes, { from })).responseStatusCode, 4103, from);
  }
  const transit = { to: '/cse3/Cae3/sessions', from: '/cse1/Cae1' };
  const attributes = { ...SOUND, targetEndpoint: '/cse3/Cae3' };
  assert.equal((await forward(chain, attributes, transit)).responseStatusCode, 4103);
  assert.deepEqual(traces(chain), []);
});

test('a session is not established later', async () => {
  const chain = await createChain(2);
  await chain.application(2, 'ae2');
  assert.equal((await forward(chain, SOUND, { responseType: { value: 1 } })).responseStatusCode, 4000);
});

test('what is passed on through this CSE is for an application of the CSE that it goes to', async () => {
  const chain = await createChain(3);
  const ae3 = await chain.application(3, 'ae3');
  const to = '/cse3/cse-base/ae3/sessions';
  for (const targetEndpoint of ['/cse1/Cae3', '/cse2/Cae3', '/cse9/Cae3', 'Cae3']) {
    const answer = await forward(chain, { ...SOUND, targetEndpoint }, { to });
    assert.equal(answer.responseStatusCode, 4000, targetEndpoint);
  }
  const sent = chain
    .sent({ from: 'cse2', to: 'cse3' })
    .filter(({ request }) => request.resourceType === 9002);
  assert.deepEqual([sent, ae3.events, traces(chain)], [[], [], []]);
  const answer = await forward(chain, { ...SOUND, targetEndpoint: '/cse3/Cae3' }, { to });
  assert.equal(answer.responseStatusCode, 2001);
  assert.equal(ae3.events.length, 1);
});
