import assert from 'node:assert/strict';
import { it } from 'node:test';
import { expirationBefore } from './deadline';
import { fromThisCse } from './from-this-cse';
import { createChain } from './session-bed';

const MINUTE = 60_000;

/** A tenth of the time is kept, and a second at most. @see docs/profiles/service-sessions.md */
it('a neighbour answers as much earlier as this CSE needs to hear of it', async () => {
  const cse = (await createChain(1)).cse(1);
  const now = Date.UTC(2026, 10, 20, 10, 15);
  cse.ports.clock.now = () => now;
  const before = (milliseconds: number) => expirationBefore(cse, now + milliseconds);
  assert.equal(before(MINUTE), '20261120T101559,000');
  assert.equal(before(10_000), '20261120T101509,000');
  assert.equal(before(5_000), '20261120T101504,500');
  assert.equal(before(15), '20261120T101500,013');
  assert.equal(before(0), '20261120T101500,000');
  assert.equal(before(-5_000), '20261120T101455,000');
});

it('what this CSE asks is in its name, and has an end only where somebody waits', async () => {
  const cse = (await createChain(1)).cse(1);
  const { requestIdentifier, ...asked } = fromThisCse(cse, '/cse2/a');
  assert.match(requestIdentifier, /^ses-/);
  assert.deepEqual(asked, { to: '/cse2/a', from: '/cse1', releaseVersionIndicator: '3' });
  const waiting = fromThisCse(cse, '/cse2/a', cse.ports.clock.now() + MINUTE);
  assert.equal('resultExpirationTimestamp' in waiting, true);
});
