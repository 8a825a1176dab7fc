import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from './virtual-clock';

test('time stands still until it is told to pass', async () => {
  const clock = new VirtualClock(1000);
  const fired: number[] = [];
  clock.after(10, () => fired.push(clock.now()));
  clock.after(5, () => fired.push(clock.now()));
  assert.deepEqual([clock.now(), fired], [1000, []]);
  await clock.advance(9);
  assert.deepEqual([clock.now(), fired], [1009, [1005]]);
  await clock.advance(1);
  assert.deepEqual([clock.now(), fired], [1010, [1005, 1010]]);
});

test('a timer that is called off does not fire', async () => {
  const clock = new VirtualClock();
  let fired = false;
  const callOff = clock.after(1, () => {
    fired = true;
  });
  callOff();
  await clock.advance(10);
  assert.equal(fired, false);
});

test('timers that timers set fire within the same advance', async () => {
  const clock = new VirtualClock(0);
  const fired: number[] = [];
  clock.after(1, () => clock.after(1, () => fired.push(clock.now())));
  await clock.advance(2);
  assert.deepEqual(fired, [2]);
});

test('a timer without delay that a timer sets fires in the next millisecond', {
  timeout: 5_000,
}, async () => {
  const clock = new VirtualClock(0);
  const fired: number[] = [];
  clock.after(5, () => clock.after(0, () => fired.push(clock.now())));
  await clock.advance(5);
  assert.deepEqual([clock.now(), fired], [5, []]);
  await clock.advance(1);
  assert.deepEqual([clock.now(), fired], [6, [6]]);
  const second = new Promise<void>(
    (resolve) => void clock.after(2, () => void clock.after(0, () => resolve())),
  );
  await clock.untilSettled(second);
  assert.equal(clock.now(), 9);
});

test('untilSettled lets no time pass for work that needs none', async () => {
  const clock = new VirtualClock(0);
  clock.after(5, () => {});
  const work = (async () => {
    for (let step = 0; step < 100; step += 1) await Promise.resolve();
    return new Response('body').text();
  })();
  assert.equal(await clock.untilSettled(work), 'body');
  assert.equal(clock.now(), 0);
});

test('untilSettled goes from timer to timer and stops when the promise settles', async () => {
  const clock = new VirtualClock(0);
  clock.after(1000, () => assert.fail('not needed any more'));
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => void clock.after(milliseconds, resolve));
  await clock.untilSettled(wait(7).then(() => wait(8)));
  assert.equal(clock.now(), 15);
});

test('untilSettled hands on a rejection, and gives up what no timer will settle', async () => {
  const clock = new VirtualClock();
  await assert.rejects(clock.untilSettled(Promise.reject(new Error('mine'))), /mine/);
  await assert.rejects(clock.untilSettled(new Promise(() => {})), /no timer/);
});

test('a wait that does not fit in 31 bits ends when it should, and not at once', async () => {
  const clock = new VirtualClock(0);
  let ended: number | undefined;
  clock.after(2 ** 32, () => {
    ended = clock.now();
  });
  await clock.advance(2 ** 32 - 1);
  assert.equal(ended, undefined);
  await clock.advance(1);
  assert.equal(ended, 2 ** 32);
});

test('waits for what else has to come to rest before time moves on', async () => {
  const order: string[] = [];
  const clock = new VirtualClock(0, async () => void order.push(`at rest at ${clock.now()}`));
  clock.after(10, () => order.push('timer'));
  await clock.advance(20);
  assert.deepEqual(order, ['at rest at 0', 'timer', 'at rest at 10']);
});
