import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attributes } from '../../../protocol/model/attribute-value';
import { resource } from '../test-bed';
import type { SessionApplication } from './session-application-bed';
import { type Chain, createChain } from './session-bed';
import { traces } from './session-traces-bed';

async function pair(length: number, options = {}): Promise<[Chain, SessionApplication, SessionApplication]> {
  const chain = await createChain(length, options);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(length, 'ae2');
  return [chain, ae1, ae2];
}

async function code(
  ae1: SessionApplication,
  ae2: SessionApplication,
  attributes: Attributes = {},
): Promise<number> {
  const response = await ae1.ask(ae1.establishment(ae2, attributes));
  return response.responseStatusCode;
}

for (const length of [1, 2, 3, 5]) {
  test(`over ${length} CSEs: a refusal is answered with its own code, and needs no termination`, async () => {
    const [chain, ae1, ae2] = await pair(length);
    ae2.onInvitation = { refuses: 4102 };
    assert.equal(await code(ae1, ae2), 4102);
    await chain.pass(120_000);
    assert.deepEqual(traces(chain), []);
    assert.equal(chain.messages.filter(({ request }) => request.operation === 'delete').length, 0);
    assert.deepEqual(
      ae2.events.map(({ type }) => type),
      [1],
    );
  });

  test(`over ${length} CSEs: who says nothing is told of the end until it answers`, async () => {
    const [chain, ae1, ae2] = await pair(length);
    ae2.onInvitation = 'is silent';
    const begun = chain.clock.now();
    assert.equal(await code(ae1, ae2), 5103);
    assert.ok(chain.clock.now() - begun <= 30_000);
    await chain.pass(60_000);
    assert.deepEqual(traces(chain), []);
    assert.deepEqual(
      ae2.events.map(({ type }) => type),
      [1, 3],
    );
  });
}

test('an answer that gets lost between CSEs leaves no session at the far end', async () => {
  const [chain, ae1, ae2] = await pair(3);
  chain.setLink('cse2', 'cse3', 'answer lost');
  assert.equal(await code(ae1, ae2), 5103);
  chain.breakLink('cse2', 'cse3');
  await chain.pass(45_000);
  assert.notDeepEqual(traces(chain), []);
  chain.mendAll();
  await chain.pass(11_000);
  assert.deepEqual(traces(chain), []);
  assert.deepEqual(
    ae2.events.map(({ type }) => type),
    [1, 3],
  );
});

test('a predecessor that gives up while the application thinks gets no session made', async () => {
  const [chain, ae1, ae2] = await pair(3);
  ae2.onInvitation = 'is silent';
  chain.setLink('cse1', 'cse2', 'answer lost');
  const asked = ae1.begin(ae1.establishment(ae2));
  await chain.pass(1_000);
  chain.restart(1);
  await chain.pass(1_000);
  ae2.onInvitation = 'accepts';
  chain.mendAll();
  await chain.pass(60_000);
  assert.deepEqual(traces(chain), []);
  void asked;
});

test('a restart while the neighbour is asked leaves nothing anywhere', async () => {
  for (const position of [1, 2, 3]) {
    const [chain, ae1, ae2] = await pair(3);
    ae2.onInvitation = 'is silent';
    void ae1.begin(ae1.establishment(ae2));
    await chain.pass(1_000);
    chain.restart(position);
    await chain.pass(90_000);
    assert.deepEqual(traces(chain), [], `restart of ${position}`);
    assert.deepEqual(
      ae2.events.map(({ type }) => type),
      [1, 3],
    );
  }
});

test('who cannot do sessions is not asked', async () => {
  const [chain, ae1] = await pair(2);
  const plain = await chain.application(2, 'ae3', { labelled: false });
  const deaf = await chain.application(2, 'ae4', { subscribed: false });
  assert.equal(await code(ae1, plain), 5214);
  assert.equal(await code(ae1, deaf), 5103);
  const near = await chain.application(1, 'ae5', { labelled: false });
  assert.equal(await code(ae1, near), 5214);
  assert.deepEqual(traces(chain), []);
});

test('a next hop without the label is not asked', async () => {
  const [chain, ae1, ae2] = await pair(3, { incapable: [3] });
  assert.equal(await code(ae1, ae2), 5214);
  assert.deepEqual(traces(chain), []);
});

test('an address that leads nowhere', async () => {
  const [chain, ae1, ae2] = await pair(2);
  assert.equal(await code(ae1, ae2, { targetEndpoint: '/cse9/Cae2' }), 4004);
  assert.equal(await code(ae1, ae2, { targetEndpoint: '/cse2/Cnobody' }), 4004);
  assert.equal(await code(ae1, ae2, { targetEndpoint: '/cse1/cse-base' }), 4004);
  assert.equal(await code(ae1, ae2, { targetEndpoint: 'http://ae2/' }), 4000);
  assert.deepEqual(traces(chain), []);
});

test('what is not for an application to say', async () => {
  const [chain, ae1, ae2] = await pair(2);
  const said: readonly Attributes[] = [
    { sessionID: 'aaaaaaaaaaaaaaaaaaaaaaaa' },
    { sessionCredentials: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    { path: ['/cse1'] },
    { initiatingEndpoint: { endpointID: '/cse1/Cother' } },
    { expirationTime: '20201120T000000' },
  ];
  for (const attributes of said) assert.equal(await code(ae1, ae2, attributes), 4000);
  assert.deepEqual(traces(chain), []);
});

test('a name that is taken: 4105 at the first CSE, another name at the next', async () => {
  const [chain, ae1, ae2] = await pair(2);
  const ae3 = await chain.application(1, 'ae3');
  const first = await ae1.establish(ae2, { resourceName: 's1' });
  assert.equal(await code(ae1, ae2, { resourceName: 's1' }), 4105);
  const second = await ae3.establish(ae2, { resourceName: 's1' });
  assert.notEqual(second.sessionID, first.sessionID);
  const names = chain
    .cse(2)
    .store.childrenOf('sns-Cae2', 9002)
    .map(({ resourceName }) => resourceName);
  assert.equal(names.length, 2);
  assert.equal(names[0], 's1');
  assert.notEqual(names[1], 's1');
});

test('a name by which a neighbour may still know a session that has ended is taken', async () => {
  const [chain, ae1, ae2] = await pair(2);
  await ae1.establish(ae2, { resourceName: 's1' });
  chain.setLink('cse1', 'cse2', 'request lost');
  const ended = await ae1.ask({ operation: 'delete', to: 'cse-base/ae1/sessions/s1' });
  assert.equal(ended.responseStatusCode, 2002);
  chain.mendAll();
  assert.equal(await code(ae1, ae2, { resourceName: 's1' }), 4105);
  await chain.pass(20_000);
  assert.equal(await code(ae1, ae2, { resourceName: 's1' }), 2001);
});

const NO_ANSWERS: readonly [what: string, change: Attributes][] = [
  ['of an application that is registered at the CSE that asked', says('/cse1/Cvictim')],
  ['of an application of a third CSE', says('/cse3/Cae2')],
  ['of an application of the CSE that asked', says('/cse1/Cnobody')],
  ['of an application that names no CSE', says('Cae2')],
  ['of an application that is known everywhere, at a third CSE', says('/S2', '/cse3/cse-base/ae2')],
  ['to another establishment', { sessionID: 'AbCdEfGhIjKlMnOpQrStUv' }],
  ['that says of no establishment', { sessionID: '' }],
];

function says(endpointID: string, endpointAddress?: string): Attributes {
  return { acceptedEndpoint: { endpointID, ...(endpointAddress && { endpointAddress }) } };
}

/** What CSEs answer to establishments is changed on its way. */
function changeAnswers(chain: Chain, change: Attributes): void {
  chain.answerOf = ({ content, ...answer }) =>
    content?.kind === 'resource' && content.resource.element === 'fp:ses'
      ? { ...answer, content: resource(9002, { ...content.resource.attributes, ...change }) }
      : { ...answer, ...(content && { content }) };
}

for (const [what, change] of NO_ANSWERS) {
  test(`an answer ${what} is none, and its sender is told of the end`, async () => {
    const [chain, ae1, ae2] = await pair(2);
    await chain.application(1, 'victim');
    changeAnswers(chain, change);
    assert.equal(await code(ae1, ae2), 5103);
    await chain.pass(20_000);
    assert.deepEqual(traces(chain), []);
    assert.deepEqual(
      ae2.events.map(({ type }) => type),
      [1, 3],
    );
  });
}

test('an application that is known everywhere accepts at the CSE of the target', async () => {
  const [chain, ae1, ae2] = await pair(3);
  changeAnswers(chain, says('/S2', '/cse3/cse-base/ae2'));
  assert.equal(await code(ae1, ae2), 2001);
});

for (const length of [1, 2]) {
  test(`over ${length} CSEs: an application that goes while it is asked leaves no session`, async () => {
    const [chain, ae1, ae2] = await pair(length);
    chain.onMessage = ({ to }) => {
      if (to !== ae2.notificationURI) return;
      chain.onMessage = () => {};
      void ae2.begin({ operation: 'delete', to: ae2.address });
    };
    assert.equal(await code(ae1, ae2), 4004);
    await chain.pass(20_000);
    assert.deepEqual(traces(chain), []);
  });

  test(`over ${length} CSEs: a session ends with the application that was invited`, async () => {
    const [chain, ae1, ae2] = await pair(length);
    const end = '20261120T111500,000';
    const content = resource(2, { expirationTime: end });
    await ae2.ask({ operation: 'update', to: ae2.address, content });
    assert.equal((await ae1.establish(ae2)).expirationTime, end);
    await chain.pass(3_700_000);
    assert.deepEqual(traces(chain), []);
  });
}

test('an application has no session with itself, however it is addressed', async () => {
  const [chain, ae1] = await pair(2);
  for (const targetEndpoint of ['/cse1/Cae1', 'Cae1', '/cse1/cse-base/ae1', 'cse-base/ae1']) {
    assert.equal(await code(ae1, ae1, { targetEndpoint }), 4000, targetEndpoint);
  }
  assert.deepEqual(traces(chain), []);
  assert.equal(ae1.events.length, 0);
});
