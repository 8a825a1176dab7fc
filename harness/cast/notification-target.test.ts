import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { NotificationTarget } from './notification-target';
import { openBed } from './stage-bed';

function message(requestIdentifier: string): RequestPrimitive {
  return { operation: 'notify', to: 'x', requestIdentifier };
}

const VERIFICATION: RequestPrimitive = {
  ...message('v1'),
  content: { kind: 'notification', notification: { verificationRequest: true } },
};

test('without a plan every message is answered', () => {
  const target = new NotificationTarget(openBed().stage, 'NT1');
  assert.deepEqual(target.reactionTo(message('r1')), { kind: 'answer' });
});

test('a plan is told how often the message came, and how many messages came in all', () => {
  const target = new NotificationTarget(openBed().stage, 'NT1');
  const seen: string[] = [];
  target.react((copies, all) => {
    seen.push(`${copies} of ${all}`);
    return { kind: 'silent' };
  });
  for (const identifier of ['r1', 'r1', 'r2', 'r1'])
    assert.deepEqual(target.reactionTo(message(identifier)), { kind: 'silent' });
  assert.deepEqual(seen, ['1 of 1', '2 of 2', '1 of 3', '3 of 4']);
});

test('whether it may be notified is answered whatever the plan, and not counted', () => {
  const target = new NotificationTarget(openBed().stage, 'NT1');
  target.react((_copies, all) => (all === 1 ? { kind: 'drop' } : { kind: 'answer' }));
  assert.deepEqual(target.reactionTo(VERIFICATION), { kind: 'answer' });
  assert.deepEqual(target.reactionTo(message('r1')), { kind: 'drop' });
});

test('after the plan is lifted messages are answered again', () => {
  const target = new NotificationTarget(openBed().stage, 'NT1');
  target.react(() => ({ kind: 'drop' }));
  target.react();
  assert.deepEqual(target.reactionTo(message('r1')), { kind: 'answer' });
});
