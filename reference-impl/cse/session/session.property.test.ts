import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Action, POLICIES, SessionWorld, type Tally } from './session-world-bed';

/** Of the law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: Number(process.env.SEED ?? 20_261_120), numRuns: Number(process.env.RUNS ?? 300) };

const number = fc.nat({ max: 11 });
const inSession = { session: fc.nat({ max: 3 }), byInvited: fc.boolean() };

const ACTIONS: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('establish'), who: number, whom: number, named: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('attitude'),
      who: number,
      attitude: fc.constantFrom('accepts' as const, 'is silent' as const, { refuses: 4102 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('update', 'retrieve'), ...inSession }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('policy'),
      ...inSession,
      policy: fc.constantFrom(...(Object.keys(POLICIES) as (keyof typeof POLICIES)[])),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('terminate'), ...inSession }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave'), who: number }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('link'),
      link: number,
      state: fc.constantFrom(
        'whole' as const,
        'request lost' as const,
        'answer lost' as const,
        'silent' as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart'), position: number }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass'),
      milliseconds: fc.constantFrom(10, 3_000, 29_500, 70_000),
    }),
  },
);

test('whatever happens, in a chain of one to five CSEs: all agree when quiet, and termination leaves nothing', async () => {
  const tally: Tally = { runs: 0, established: 0, refused: 0, used: 0, terminated: 0, restarts: 0 };
  const lengths = fc.integer({ min: 1, max: 5 });
  const law = fc.asyncProperty(lengths, fc.array(ACTIONS, { maxLength: 30, size: 'max' }), async (length, actions) => {
    const world = await new SessionWorld(length, tally).furnish();
    for (const action of actions) await world.act(action);
    await world.comeToRest();
    world.checkAtRest();
    await world.endAll();
  });
  await fc.assert(law, RUN);
  console.log(JSON.stringify(tally));
  assert.ok(tally.established > 100 && tally.refused > 50 && tally.used > 30 && tally.terminated > 50);
});
