import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isRefusal } from '../../../../protocol/model/refusal';
import { resource } from '../../test-bed';
import { sessionWith } from '../session-state';
import {
  AE2,
  type Asked,
  HERE,
  putChild,
  SESSION,
  sealed,
  THERE,
  type UseBed,
  update,
  use,
  useBed,
} from './use-bed';

function code(bed: UseBed, asked: Asked): Promise<number> {
  return use(bed, asked).then(({ responseStatusCode }) => responseStatusCode);
}

/** Whose resource an address names, or the code of the refusal. */
async function targetOf(to: string): Promise<string | number> {
  const bed = await useBed();
  await bed.make('cse-base', 3, { resourceName: 'other' });
  const request = { operation: 'retrieve', to, from: 'Cae1', requestIdentifier: 'q1' } as const;
  const checked = bed.cse.procedures.checkSessionRequest(bed.cse, request, SESSION);
  return isRefusal(checked) ? checked.status : checked.target.endpointID;
}

for (const [to, expected] of [
  ['cse-base/ae1', '/cse1/Cae1'],
  [HERE, '/cse1/Cae1'],
  ['-/ae1/c1', '/cse1/Cae1'],
  ['Cae1', '/cse1/Cae1'],
  ['Cae1/c1', '/cse1/Cae1'],
  ['/cse1/Cae1/c1', '/cse1/Cae1'],
  ['/cse1/cse-base/ae1/c1/la', '/cse1/Cae1'],
  ['//flowproof.example/cse1/cse-base/ae1/c1', '/cse1/Cae1'],
  ['cse-base/ae1/not-there', '/cse1/Cae1'],
  ['cse-base', 4103],
  ['cse-base/other', 4103],
  ['cse-base/not-there', 4103],
  ['nothing-of-that-name', 4103],
  ['/cse1', 4103],
  [THERE, '/cse2/Cae2'],
  ['/cse2/Cae2', '/cse2/Cae2'],
  ['/cse2/Cae2/container1', '/cse2/Cae2'],
  ['/cse2/-/ae2/container1', '/cse2/Cae2'],
  ['//flowproof.example/cse2/cse-base/ae2', '/cse2/Cae2'],
  ['/cse2/cnt-17', '/cse2/Cae2'],
  ['/cse2', 4103],
  ['/cse2/cse-base', 4103],
  ['/cse2/cse-base/ae22', 4103],
  ['/cse2/cse-base/ae3/container1', 4103],
  ['/cse3/cse-base/ae2/container1', 4103],
  ['http://localhost/ae2', 4103],
] as const) {
  it(`takes ${to} for ${expected}`, async () => assert.equal(await targetOf(to), expected));
}

it('knows its endpoints in any form, and nobody else', async () => {
  const bed = await useBed();
  for (const [from, expected] of [
    ['Cae1', 2000],
    ['/cse1/Cae1', 2000],
    ['//flowproof.example/cse1/Cae1', 2000],
    [AE2, 2000],
    ['Cae2', 4103],
    ['/cse2/Cae1', 4103],
    ['/cse2', 4103],
    ['CAdmin', 4103],
  ] as const) {
    assert.equal(await code(bed, { operation: 'retrieve', to: HERE, from }), expected, from);
  }
});

it('knows no session that is another one, is being ended, or has expired', async () => {
  const bed = await useBed();
  const request = { operation: 'retrieve', to: HERE, from: 'Cae1', requestIdentifier: 'q1' } as const;
  const check = (sessionID: string) => {
    const checked = bed.cse.procedures.checkSessionRequest(bed.cse, request, sessionID);
    return isRefusal(checked) ? checked.status : 'passed';
  };
  const session = sessionWith(bed.cse, SESSION);
  assert.ok(session);
  assert.equal(check(SESSION), 'passed');
  assert.equal(check('sid-of-nobody'), 4004);
  assert.equal(check('Cae1'), 4004);
  bed.cse.store.put({ ...session, attributes: { ...session.attributes, sessionState: 2 } });
  assert.equal(check(SESSION), 4004);
  const expirationTime = '20261120T101500';
  bed.cse.store.put({ ...session, attributes: { ...session.attributes, expirationTime } });
  assert.equal(check(SESSION), 4004);
});

for (const operation of ['create', 'delete', 'notify'] as const) {
  it(`has no ${operation}`, async () => {
    const bed = await useBed();
    assert.equal(await code(bed, { operation, to: HERE, sessionID: SESSION }), 4005);
  });
}

it('updates containers with protected data, and nothing else', async () => {
  const bed = await useBed();
  const data = await sealed('/cse1/Cae1', 1);
  for (const [content, expected] of [
    [resource(3, { sessionID: SESSION }), 4000],
    [resource(3, { sessionID: SESSION, protectedData: data, maxNrOfInstances: 3 }), 4000],
    [resource(3, { sessionID: SESSION, protectedData: null }), 4000],
    [resource(2, { protectedData: data }), 4005],
    [undefined, 4005],
  ] as const) {
    const asked = { operation: 'update', to: HERE, sessionID: SESSION, ...(content && { content }) } as const;
    assert.equal(await code(bed, asked), expected, JSON.stringify(content));
  }
  assert.equal(bed.cse.resolve(HERE)?.resource.attributes.protectedData, undefined);
});

it('recognizes a session in the query or in a container, and no two at once', async () => {
  const { cse } = await useBed();
  const sessionIDOf = (asked: Asked) => cse.procedures.sessionIDOf({ requestIdentifier: 'q1', ...asked });
  const content = resource(3, { sessionID: SESSION });
  assert.equal(sessionIDOf({ operation: 'retrieve', to: HERE, sessionID: SESSION }), SESSION);
  assert.equal(sessionIDOf({ operation: 'update', to: HERE, content }), SESSION);
  assert.equal(sessionIDOf({ operation: 'update', to: HERE, content, sessionID: SESSION }), SESSION);
  const two = sessionIDOf({ operation: 'update', to: HERE, content, sessionID: 'another' });
  assert.ok(isRefusal(two) && two.status === 4000);
  assert.equal(sessionIDOf({ operation: 'retrieve', to: HERE }), undefined);
  const session = resource(9002, { sessionID: SESSION });
  assert.equal(sessionIDOf({ operation: 'create', to: HERE, content: session }), undefined);
});

it('goes to the hop that leads to the endpoint addressed', async () => {
  const bed = await useBed();
  putChild(bed.cse, 9004, 'other', { nextHopCSE: '/cse3', nextHopAddress: '/cse3/s', leadsTo: '/cse3/Cae3' });
  const answer = await use(bed, update('/cse2/Cae2/container1', await sealed('/cse1/Cae1', 1), 'q1'));
  assert.equal(answer.responseStatusCode, 2004);
  assert.deepEqual(
    bed.sent.map(({ pointOfAccess }) => pointOfAccess),
    ['mem:cse2'],
  );
});
