import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withAbsoluteTimes } from './request-times';

const NOW = Date.UTC(2026, 10, 20, 10, 15);
const REQUEST = { operation: 'update', to: 'a', requestIdentifier: 'r' } as const;

/** @see TS-0004 table 6.3.3-1 */
it('times that count from now are made absolute, each of the two, and only where it is given', () => {
  const times = { requestExpirationTimestamp: '60000', resultExpirationTimestamp: '1500' };
  assert.deepEqual(withAbsoluteTimes({ ...REQUEST, ...times }, NOW), {
    ...REQUEST,
    requestExpirationTimestamp: '20261120T101600,000',
    resultExpirationTimestamp: '20261120T101501,500',
  });
  const { requestExpirationTimestamp } = times;
  assert.deepEqual(withAbsoluteTimes({ ...REQUEST, requestExpirationTimestamp }, NOW), {
    ...REQUEST,
    requestExpirationTimestamp: '20261120T101600,000',
  });
  assert.deepEqual(withAbsoluteTimes(REQUEST, NOW), REQUEST);
});

it('absolute ones stay what they are, and what is no time too', () => {
  const times = { requestExpirationTimestamp: '20270101T000000,000', resultExpirationTimestamp: 'soon' };
  assert.deepEqual(withAbsoluteTimes({ ...REQUEST, ...times }, NOW), { ...REQUEST, ...times });
});
