import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { VirtualClock } from '../runtime/virtual-clock';
import { fanOut } from './fan-out';

/** Of every law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 150 };
const TIME = 1_000;

/** A member that answers its name after a while, never, or with a failure. */
interface Member {
  readonly name: string;
  readonly delay: number;
  readonly fails: boolean;
}

const member: fc.Arbitrary<Member> = fc.record({
  name: fc.string({ maxLength: 4 }),
  delay: fc.oneof(fc.integer({ min: 0, max: 2 * TIME }), fc.constant(Number.POSITIVE_INFINITY)),
  fails: fc.boolean(),
});
const members = fc.array(member, { maxLength: 20 });

interface Collected {
  readonly answers: readonly (string | undefined)[];
  /** When each member was asked, from the start. */
  readonly asked: readonly number[];
}

async function collect(list: readonly Member[], concurrency: number): Promise<Collected> {
  const clock = new VirtualClock(0);
  const asked: number[] = [];
  const ask = ({ name, delay, fails }: Member): Promise<string> => {
    asked.push(clock.now());
    return new Promise((resolve, reject) => {
      if (delay === Number.POSITIVE_INFINITY) return;
      const answer = (): void => (fails ? reject(new Error(name)) : resolve(name));
      if (delay === 0) answer();
      else clock.after(delay, answer);
    });
  };
  const answers = fanOut(clock, { members: list, ask, concurrency, deadline: TIME });
  return { answers: await clock.untilSettled(answers), asked };
}

const together = async (list: readonly Member[]) => (await collect(list, 100)).answers;

test('law: an answer for each member that answers in time, in the order of the members', async () => {
  await fc.assert(
    fc.asyncProperty(members, async (list) => {
      const expected = list.map(({ name, delay, fails }) => (delay < TIME && !fails ? name : undefined));
      assert.deepEqual(await together(list), expected);
    }),
    RUN,
  );
});

test('law: the order in which answers come is irrelevant', async () => {
  const shuffledDelays = members.chain((list) => {
    const answering = list.map((one) => ({ ...one, fails: false, delay: one.delay % TIME || 0 }));
    const delays = answering.map(({ delay }) => delay);
    return fc.tuple(fc.constant(answering), fc.shuffledSubarray(delays, { minLength: delays.length }));
  });
  await fc.assert(
    fc.asyncProperty(shuffledDelays, async ([list, delays]) => {
      const other = list.map((one, position) => ({ ...one, delay: delays[position] ?? 0 }));
      assert.deepEqual(await together(other), await together(list));
    }),
    RUN,
  );
});

test('law: the answers of a union are the union of the answers', async () => {
  await fc.assert(
    fc.asyncProperty(members, members, async (left, right) => {
      assert.deepEqual(await together([...left, ...right]), [
        ...(await together(left)),
        ...(await together(right)),
      ]);
    }),
    RUN,
  );
});

test('law: members that fail never change the answers of others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(member, fc.boolean()), { maxLength: 20 }), async (list) => {
      const before = await together(list.map(([one]) => one));
      const after = await together(list.map(([one, broken]) => (broken ? { ...one, fails: true } : one)));
      const expected = before.map((answer, position) => (list[position]?.[1] ? undefined : answer));
      assert.deepEqual(after, expected);
    }),
    RUN,
  );
});

test('law: at any concurrency all are asked, in order, before half of the time is over', async () => {
  await fc.assert(
    fc.asyncProperty(members, fc.integer({ min: 1, max: 8 }), async (list, concurrency) => {
      const { asked, answers } = await collect(list, concurrency);
      assert.equal(asked.length, list.length);
      assert.ok(asked.every((time) => time < TIME / 2));
      list.forEach(({ name, delay, fails }, position) => {
        if (delay <= TIME / 2 && !fails) assert.equal(answers[position], name);
        else assert.ok([name, undefined].includes(answers[position]));
      });
    }),
    RUN,
  );
});
