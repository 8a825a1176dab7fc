import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from '../runtime/virtual-clock';
import { keepWaking, type WakingPlan } from './waking';

function bed(isPostponed: boolean) {
  const clock = new VirtualClock(0);
  const said: string[] = [];
  const plan: WakingPlan = {
    notify: (isLast) => said.push(`${clock.now()}${isLast ? ' last' : ''}`),
    repeats: 2,
    interval: 10,
    isPostponed,
    whenOver: () => said.push(`${clock.now()} over`),
  };
  return { clock, said, waking: keepWaking(clock, plan) };
}

test('it notifies at once, again at intervals, and says when that led to nothing', async () => {
  const { clock, said } = bed(false);
  await clock.advance(100);
  assert.deepEqual(said, ['0', '10', '20 last', '30 over']);
});

test('what is postponed comes an interval later', async () => {
  const { clock, said } = bed(true);
  await clock.advance(100);
  assert.deepEqual(said, ['10', '20', '30 last', '40 over']);
});

test('what is postponed can be hurried, and nothing else can', async () => {
  const { clock, said, waking } = bed(true);
  await clock.advance(3);
  waking.hurry();
  waking.hurry();
  await clock.advance(100);
  waking.hurry();
  assert.deepEqual(said, ['3', '13', '23 last', '33 over']);
});

for (const isPostponed of [false, true])
  test(`nothing happens after it is called off, ${isPostponed ? 'postponed' : 'begun'}`, async () => {
    const { clock, said, waking } = bed(isPostponed);
    waking.callOff();
    waking.hurry();
    await clock.advance(100);
    assert.deepEqual(said, isPostponed ? [] : ['0']);
  });
