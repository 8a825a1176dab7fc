import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from '../runtime/virtual-clock';
import { fanOut } from './fan-out';

/** Answers after so many milliseconds. */
function later<T>(clock: VirtualClock, milliseconds: number, answer: T): Promise<T> {
  return new Promise((resolve) => clock.after(milliseconds, () => resolve(answer)));
}

const NEVER = new Promise<never>(() => {});

function plan(clock: VirtualClock, time: number, concurrency = 10) {
  return { concurrency, deadline: clock.now() + time };
}

test('answers stand in the order of the members, whoever was first', async () => {
  const clock = new VirtualClock();
  const delays = [30, 10, 20];
  const answers = fanOut(clock, {
    ...plan(clock, 100),
    members: delays,
    ask: (delay) => later(clock, delay, `after ${delay}`),
  });
  assert.deepEqual(await clock.untilSettled(answers), ['after 30', 'after 10', 'after 20']);
});

test('it ends with the last answer and leaves nothing on the clock', async () => {
  const clock = new VirtualClock(1_000);
  await clock.untilSettled(
    fanOut(clock, { ...plan(clock, 100), members: [5, 7], ask: (delay) => later(clock, delay, delay) }),
  );
  assert.equal(clock.now(), 1_007);
  await assert.rejects(clock.untilSettled(NEVER), /no timer/);
});

test('at the deadline those who were silent have no answer', async () => {
  const clock = new VirtualClock(1_000);
  const answers = fanOut(clock, {
    ...plan(clock, 100),
    members: [99, 100, 101],
    ask: (delay) => later(clock, delay, delay),
  });
  assert.deepEqual(await clock.untilSettled(answers), [99, undefined, undefined]);
  assert.equal(clock.now(), 1_100);
});

test('an answer after the deadline changes nothing', async () => {
  const clock = new VirtualClock();
  const answers = await clock.untilSettled(
    fanOut(clock, { ...plan(clock, 100), members: [150], ask: (delay) => later(clock, delay, 'late') }),
  );
  await clock.advance(200);
  assert.deepEqual(answers, [undefined]);
});

test('an asking that fails or throws is a silent member', async () => {
  const clock = new VirtualClock();
  const ask = (member: string): Promise<string> => {
    if (member === 'throws') throw new Error('at once');
    return member === 'fails' ? Promise.reject(new Error('later')) : Promise.resolve(member);
  };
  const answers = fanOut(clock, { ...plan(clock, 100), members: ['throws', 'a', 'fails', 'b'], ask });
  assert.deepEqual(await clock.untilSettled(answers), [undefined, 'a', undefined, 'b']);
});

test('nobody to ask, or no time to ask: nothing is asked', async () => {
  const clock = new VirtualClock();
  const ask = () => assert.fail('asked');
  assert.deepEqual(await fanOut(clock, { ...plan(clock, 100), members: [], ask }), []);
  assert.deepEqual(await fanOut(clock, { ...plan(clock, 0), members: [1, 2], ask }), [undefined, undefined]);
});

test('no more than the concurrency are under way while members answer', async () => {
  const clock = new VirtualClock();
  let underWay = 0;
  let most = 0;
  const ask = async (): Promise<void> => {
    underWay += 1;
    most = Math.max(most, underWay);
    await later(clock, 1, undefined);
    underWay -= 1;
  };
  const members = Array.from({ length: 50 }, (_, number) => number);
  await clock.untilSettled(fanOut(clock, { ...plan(clock, 10_000, 4), members, ask }));
  assert.equal(most, 4);
});

test('silent members do not keep the others from being asked', async () => {
  const clock = new VirtualClock(0);
  const asked: number[] = [];
  const members = [1, 2, 3, 4, 5, 6, 7, 8];
  const ask = (member: number): Promise<number> => {
    asked.push(clock.now());
    return member <= 4 ? NEVER : Promise.resolve(member);
  };
  const answers = await clock.untilSettled(fanOut(clock, { ...plan(clock, 800, 2), members, ask }));
  assert.deepEqual(answers, [undefined, undefined, undefined, undefined, 5, 6, 7, 8]);
  assert.deepEqual(asked, [0, 0, 100, 100, 200, 200, 200, 200]);
});

test('ten thousand members', async () => {
  const clock = new VirtualClock();
  const members = Array.from({ length: 10_000 }, (_, number) => number);
  const ask = (member: number) => Promise.resolve(member);
  const answers = await clock.untilSettled(fanOut(clock, { ...plan(clock, 1_000, 64), members, ask }));
  assert.deepEqual(answers, members);
});

test('while members keep silent, more are asked at equal intervals, all within half of the time', async () => {
  const clock = new VirtualClock(1_000);
  const asked: number[] = [];
  const answers = fanOut(clock, {
    ...plan(clock, 8_000, 1),
    members: ['a', 'b', 'c', 'd'],
    ask: () => {
      asked.push(clock.now());
      return NEVER;
    },
  });
  assert.deepEqual(await clock.untilSettled(answers), [undefined, undefined, undefined, undefined]);
  assert.deepEqual(asked, [1_000, 2_000, 3_000, 4_000]);
  assert.equal(clock.now(), 9_000);
});

test('at or after the deadline nobody is asked', async () => {
  for (const time of [0, -1]) {
    const clock = new VirtualClock(1_000);
    const ask = () => Promise.reject(new Error('asked'));
    const answers = fanOut(clock, { ...plan(clock, time), members: ['a'], ask });
    assert.deepEqual(await answers, [undefined]);
    await assert.rejects(clock.untilSettled(NEVER), /no timer/);
  }
});

test('once all are asked the clock waits for the deadline alone', async () => {
  const clock = new VirtualClock();
  let waiting = 0;
  const counting = {
    now: () => clock.now(),
    after: (time: number, then: () => void) => {
      waiting += 1;
      return clock.after(time, then);
    },
  };
  const answers = fanOut(counting, { ...plan(clock, 8_000, 2), members: ['a', 'b'], ask: () => NEVER });
  await clock.untilSettled(answers);
  assert.equal(waiting, 1);
});
