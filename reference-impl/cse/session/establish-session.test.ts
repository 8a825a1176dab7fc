import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributesOf } from '../test-bed';
import { createChain } from './session-bed';

test('a session over two CSEs, message by message', async () => {
  const chain = await createChain(2);
  const ae1 = await chain.application(1, 'ae1');
  const ae2 = await chain.application(2, 'ae2');
  ae2.acceptance = { description: 'meter', notificationURI: 'http://ae2/told/here' };
  chain.messages.length = 0;
  const told = await ae1.establish(ae2, {
    resourceName: 's1',
    initiatingEndpoint: {
      endpointID: '/cse1/Cae1',
      notificationURI: 'http://ae1/session/notifications',
      description: 'meter reader',
    },
  });
  const [forwarded, invitation] = chain.messages;
  assert.equal(chain.messages.length, 2);
  const { sessionID: sid, sessionCredentials: key } = told;
  assert.match(String(sid), /^[A-Za-z0-9_-]{22,}$/);
  assert.match(String(key), /^[A-Za-z0-9_-]{43}$/);

  assert.equal(forwarded?.to, 'http://cse2');
  assert.equal(forwarded?.request.to, '/cse2/Cae2/sessions');
  assert.equal(forwarded?.request.from, '/cse1');
  assert.deepEqual(attributesOf(forwarded?.request as never), {
    resourceName: 's1',
    sessionID: sid,
    sessionCredentials: key,
    targetEndpoint: '/cse2/Cae2',
    initiatingEndpoint: {
      endpointID: '/cse1/Cae1',
      endpointAddress: '/cse1/cse-base/ae1',
      description: 'meter reader',
    },
    path: ['/cse1'],
    expirationTime: '20261121T101500,000',
  });
  assert.equal(invitation?.to, 'http://ae2/session/notifications');
  assert.equal(invitation?.request.from, '/cse2');
  assert.deepEqual(invitation?.request.content, {
    kind: 'notification',
    notification: {
      subscriptionReference: '/cse2/cse-base/ae2/sessions/sub1',
      event: {
        representation: {
          kind: 'sessionEvent',
          event: {
            type: 1,
            sessionID: sid,
            sessionCredentials: key,
            initiatingEndpoint: {
              endpointID: '/cse1/Cae1',
              endpointAddress: '/cse1/cse-base/ae1',
              description: 'meter reader',
            },
            sessionAddress: '/cse2/cse-base/ae2/sessions/s1',
          },
        },
      },
    },
  });
  const answered = attributesOf(forwarded?.response as never);
  assert.equal(forwarded?.response?.responseStatusCode, 2001);
  assert.equal(answered.sessionCredentials, undefined);
  assert.equal(answered.resourceID, sid);
  assert.equal(answered.sessionAddress, '/cse2/cse-base/ae2/sessions/s1');
  const accepted = { endpointID: '/cse2/Cae2', endpointAddress: '/cse2/cse-base/ae2', description: 'meter' };
  assert.deepEqual(answered.acceptedEndpoint, accepted);
  assert.equal(told.sessionAddress, '/cse1/cse-base/ae1/sessions/s1');
  assert.deepEqual(told.acceptedEndpoint, accepted);
  assert.equal(told.sessionState, 1);
});
