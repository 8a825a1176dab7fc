import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isSessionIdentifier } from './allocate';
import { earlier } from './check-establishment';
import { endpointFrom, publicEndpoint } from './endpoint-value';

it('an endpoint has an identifier, and may say more of itself in texts', () => {
  const endpoint = { endpointID: 'A', endpointAddress: 'a', notificationURI: 'n', description: 'd' };
  assert.deepEqual(endpointFrom(endpoint), endpoint);
  const nothing = { endpointAddress: null, notificationURI: 1, description: [] };
  assert.deepEqual(endpointFrom({ endpointID: 'A', ...nothing }), { endpointID: 'A' });
  for (const none of [undefined, null, 'A', [], {}, { endpointID: 1, description: 'd' }]) {
    assert.equal(endpointFrom(none), undefined);
  }
});

it('where it is told of the session is not for others', () => {
  const endpoint = { endpointID: 'A', endpointAddress: 'a', notificationURI: 'n', description: 'd' };
  assert.deepEqual(publicEndpoint(endpoint), { endpointID: 'A', endpointAddress: 'a', description: 'd' });
});

/** @see docs/profiles/service-sessions.md */
it('a session identifier has 22 to 128 characters of base64url', () => {
  for (const good of ['a'.repeat(22), '-_09AZaz'.repeat(16)])
    assert.equal(isSessionIdentifier(good), true, good);
  const bad = [
    'a'.repeat(21),
    'a'.repeat(129),
    `/${'a'.repeat(22)}`,
    `${'a'.repeat(22)}.`,
    `${'a'.repeat(22)}\n`,
  ];
  for (const text of bad) assert.equal(isSessionIdentifier(text), false, text);
});

it('the earlier of two times counts; what is no time is later than any', () => {
  const [one, other] = ['20261120T101500', '20261120T101501'];
  assert.equal(earlier(one, other), one);
  assert.equal(earlier(other, one), one);
  assert.equal(earlier(one, 'never'), one);
  assert.equal(earlier(one, one), one);
});
