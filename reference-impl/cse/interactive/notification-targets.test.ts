import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { testBed } from '../test-bed';
import { checkNotificationTargets, notificationTargets } from './notification-targets';
import { checkResultPersistence, requestLifetime } from './request-lifetime';

const REQUEST: RequestPrimitive = {
  operation: 'retrieve',
  to: 'g/fopt',
  from: 'CAE1',
  requestIdentifier: 'r1',
};

/** @see TS-0004 6.3.5.30, 7.3.2.2 */
describe('who is told of results', () => {
  const cases = [
    [{ value: 2, notificationURIs: ['http://a', 'b', 'http://a'] }, ['http://a', 'b']],
    [{ value: 2, notificationURIs: [] }, []],
    [{ value: 2 }, ['CAE1']],
    [{ value: 1, notificationURIs: ['http://a'] }, []],
    [{ value: 3 }, []],
  ] as const;
  for (const [responseType, targets] of cases) {
    it(JSON.stringify(responseType), () => {
      assert.deepEqual(notificationTargets({ ...REQUEST, responseType }), targets);
    });
  }

  it('nobody where there is neither a list nor an Originator, and without a Response Type', () => {
    const { from: _nobody, ...request } = REQUEST;
    assert.deepEqual(notificationTargets({ ...request, responseType: { value: 2 } }), []);
    assert.deepEqual(notificationTargets(REQUEST), []);
  });
});

describe('notification targets that are taken', () => {
  const { cse } = testBed({ config: { notificationHosts: ['localhost', '.example.com'] } });
  const statusOf = (target: string) =>
    checkNotificationTargets(cse, {
      ...REQUEST,
      responseType: { value: 2, notificationURIs: ['/cse1/CA', target] },
    })?.status;

  for (const good of [
    'http://localhost',
    'http://localhost:8080/n?x=1',
    'https://a.example.com/',
    '/cse2/CAE-1',
    'base/a_b.c~d',
  ]) {
    it(good, () => assert.equal(statusOf(good), undefined));
  }
  for (const bad of [
    'http://example.com',
    'http://example.com.evil',
    'http://localhost.evil',
    'http://xlocalhost',
    'http://',
    'http://[::1',
    'a b',
    'base/a?b',
    'base/:a',
    'base/a:',
    '',
  ]) {
    it(`not ${JSON.stringify(bad)}`, () => assert.equal(statusOf(bad), 4000));
  }
});

/** @see IGO note 2, TS-0001 9.6.12 */
describe('how long results are gathered and kept', () => {
  const { cse, clock } = testBed({
    config: { maximumResultPersistence: 100_000, nonBlockingResultExpiration: 20_000 },
  });
  const now = clock.now();
  const lifetime = (change: Partial<RequestPrimitive>) => {
    const { gatherUntil, keepUntil } = requestLifetime(cse, { ...REQUEST, ...change });
    return [gatherUntil - now, keepUntil - now];
  };

  it('as this CSE has it, as the request asks, and never longer than this CSE allows', () => {
    assert.deepEqual(lifetime({}), [20_000, 100_000]);
    assert.deepEqual(
      lifetime({ resultExpirationTimestamp: '30000', resultPersistence: '50000' }),
      [30_000, 50_000],
    );
    assert.deepEqual(
      lifetime({ resultExpirationTimestamp: '200000', resultPersistence: '200000' }),
      [100_000, 100_000],
    );
    assert.deepEqual(
      lifetime({ resultExpirationTimestamp: 'soon', resultPersistence: 'long' }),
      [20_000, 100_000],
    );
  });

  it('a time to keep them is one to come', () => {
    const statusOf = (resultPersistence: string) =>
      checkResultPersistence(cse, { ...REQUEST, resultPersistence })?.status;
    assert.equal(checkResultPersistence(cse, REQUEST), undefined);
    assert.deepEqual(['1', '0', '-1', 'long', '20000101T000000'].map(statusOf), [
      undefined,
      4000,
      4000,
      4000,
      4000,
    ]);
  });
});
