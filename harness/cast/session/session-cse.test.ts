import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeHttpResponse, encodeHttpRequest } from '../../../protocol/codec/onem2m-http';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { LinkFailure } from '../../links/link';
import { openBed } from '../stage-bed';
import { SessionCse } from './session-cse';
import { SessionLog } from './session-log';

const SESSION_ID = 'abcdefghijklmnopqrstuv';

/** A tester that plays CSE2 with AE2, and somebody who asks it. */
async function playCse2() {
  const { stage, target } = openBed();
  const log = new SessionLog(() => 0);
  const cse = new SessionCse(stage, { name: 'CSE2', log, isCapable: true });
  await cse.listener.open();
  const { cseID } = cse;
  cse.applications.push({
    name: 'AE2',
    cseID,
    resourceName: 'ae2',
    id: 'Cae2',
    isCapable: true,
    isSubscribed: true,
  });
  const ask = async (request: Omit<RequestPrimitive, 'requestIdentifier'>): Promise<ResponsePrimitive> => {
    const message = encodeHttpRequest(cse.listener.address, {
      ...request,
      from: '/cse1',
      requestIdentifier: 'r',
    });
    const decoded = await decodeHttpResponse(await target.send(message));
    assert.ok(decoded.ok);
    return decoded.value;
  };
  const establish = (more: Attributes = {}) => {
    const attributes = {
      sessionID: SESSION_ID,
      targetEndpoint: `${cseID}/Cae2`,
      initiatingEndpoint: { endpointID: '/cse1/Cae1' },
      ...more,
    };
    const content = { kind: 'resource', resource: { element: 'fp:ses', attributes } } as const;
    return ask({ operation: 'create', to: `${cseID}/Cae2/sessions`, resourceType: 9002, content });
  };
  return { cse, cseID, log, ask, establish };
}

function attributesOf({ content }: ResponsePrimitive): Attributes {
  return content?.kind === 'resource' ? content.resource.attributes : {};
}

test('the last CSE accepts for its application, serves it, and forgets the session', async () => {
  const { cse, cseID, log, ask, establish } = await playCse2();
  const accepted = await establish({ resourceName: 's1' });
  assert.equal(accepted.responseStatusCode, 2001);
  assert.equal(attributesOf(accepted).sessionAddress, `${cseID}/base/ae2/sessions/s1`);
  assert.deepEqual(attributesOf(accepted).acceptedEndpoint, {
    endpointID: `${cseID}/Cae2`,
    endpointAddress: `${cseID}/base/ae2`,
    description: 'meter',
  });

  const container = `${cseID}/base/ae2/container1`;
  cse.hostContainer(container);
  const attributes = { sessionID: SESSION_ID, protectedData: 'a.b.c.d.e' };
  const content = { kind: 'resource', resource: { element: 'm2m:cnt', attributes } } as const;
  assert.equal((await ask({ operation: 'update', to: container, content })).responseStatusCode, 2004);
  const read = await ask({ operation: 'retrieve', to: container, sessionID: SESSION_ID });
  assert.equal(attributesOf(read).protectedData, 'a.b.c.d.e');

  const ended = await ask({ operation: 'delete', to: `${cseID}/base/ae2/sessions/s1` });
  assert.equal(ended.responseStatusCode, 2002);
  const again = await ask({ operation: 'delete', to: `${cseID}/${SESSION_ID}` });
  assert.equal(again.responseStatusCode, 4004);
  const unused = await ask({ operation: 'retrieve', to: container, sessionID: SESSION_ID });
  assert.equal(unused.responseStatusCode, 4004);
  assert.deepEqual(
    log.received('CSE2').map(({ message, sessionID }) => [message, sessionID]),
    [
      ['establishment', SESSION_ID],
      ['update', SESSION_ID],
      ['retrieve', SESSION_ID],
      ['termination', SESSION_ID],
      ['termination', undefined],
      ['retrieve', SESSION_ID],
    ],
  );
});

test('a policy is kept below the session by either of its addresses, and deleted', async () => {
  const { cseID, ask, establish } = await playCse2();
  await establish({ resourceName: 's1' });
  const session = `${cseID}/base/ae2/sessions/s1`;
  const attributes = { resourceName: 'p1', delivery: 1 };
  const content = { kind: 'resource', resource: { element: 'fp:spo', attributes } } as const;
  const made = await ask({
    operation: 'create',
    to: `${session}/sessionPolicies`,
    resourceType: 9005,
    content,
  });
  assert.equal(made.responseStatusCode, 2001);
  const first = await ask({ operation: 'delete', to: `${session}/sessionPolicies/p1` });
  const second = await ask({ operation: 'delete', to: `${session}/p1` });
  assert.deepEqual([first.responseStatusCode, second.responseStatusCode], [2002, 4004]);
});

test('it behaves as it is told until it answers by the book again', async () => {
  const { cse, log, establish } = await playCse2();
  const { manners } = cse.listener;
  manners.behave('establishment', { kind: 'refuse', status: 4103 });
  assert.equal((await establish()).responseStatusCode, 4103);
  manners.behave('establishment', { kind: 'with', changes: { 'acceptedEndpoint.description': 'a meter' } });
  const { acceptedEndpoint } = attributesOf(await establish());
  assert.equal(
    Object.entries(acceptedEndpoint ?? {}).find(([name]) => name === 'description')?.[1],
    'a meter',
  );
  manners.vanish();
  await assert.rejects(establish(), LinkFailure);
  assert.equal(log.received('CSE2').length, 2);
  manners.answerAgain();
  assert.equal((await establish()).responseStatusCode, 2001);
});

test('an application that is unknown, unable or not subscribed is not invited', async () => {
  const { cse, cseID, establish } = await playCse2();
  const [ae2] = cse.applications;
  assert.ok(ae2);
  cse.applications.push({ ...ae2, id: 'Cae3', resourceName: 'ae3', isCapable: false });
  cse.applications.push({ ...ae2, id: 'Cae4', resourceName: 'ae4', isSubscribed: false });
  const codes = [];
  for (const id of ['Cae9', 'Cae3', 'Cae4'])
    codes.push((await establish({ targetEndpoint: `${cseID}/${id}` })).responseStatusCode);
  assert.deepEqual(codes, [4004, 5214, 5103]);
});
