import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '../../../protocol/model/refusal';
import { defaultProcedures } from '../default-procedures';
import { destinationOf } from '../destination';
import type { CseProcedures } from '../procedures';
import { respondCreated } from '../request/result-content';
import { keyOf } from './session-state';
import { type Action, POLICIES, SessionWorld, type Tally } from './session-world-bed';

/** Of the law here; a failure prints the seed and the path that replay it. */
const RUN = { seed: 20_261_120, numRuns: 150 };

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

const LENGTHS = fc.integer({ min: 1, max: 5 });
const STORIES = fc.array(ACTIONS, { maxLength: 30, size: 'max' });

function law(tally: Tally, procedures: Partial<CseProcedures> = {}) {
  return fc.asyncProperty(LENGTHS, STORIES, async (length, actions) => {
    const world = await new SessionWorld(length, tally, procedures).furnish();
    for (const action of actions) await world.act(action);
    await world.comeToRest();
    world.checkAtRest();
    await world.endAll();
  });
}

function noTally(): Tally {
  return { runs: 0, established: 0, refused: 0, used: 0, terminated: 0, restarts: 0 };
}

test('whatever happens, in a chain of one to five CSEs: all agree when quiet, and termination leaves nothing', async () => {
  const tally = noTally();
  await fc.assert(law(tally), RUN);
  const { established, refused, used, terminated, restarts } = tally;
  assert.ok(established > 150 && refused > 100 && used > 150 && terminated > 75 && restarts > 100);
});

/** Forwards what is for another CSE like any other request. */
const carelessUse: CseProcedures['useSession'] = (cse, request, sessionID) => {
  const isElsewhere = destinationOf(cse.config, request.to).kind === 'cse';
  return isElsewhere
    ? cse.procedures.forward(cse, request)
    : defaultProcedures.useSession(cse, request, sessionID);
};

const BREACHES: readonly [what: string, procedures: () => Partial<CseProcedures>, reason: RegExp][] = [
  ['tells no neighbour of the end', () => ({ hopsToTell: () => [] }), /all hops agree|leaves nothing/],
  ['pays no debts', () => ({ owe: async () => {} }), /all hops agree|which was refused|owes anything/],
  ['keeps the session', () => ({ removeSession: () => {} }), /all hops agree|leaves nothing|was refused/],
  [
    'gives an identifier twice',
    () => ({ allocateSessionID: () => 'the-same-once-and-again' }),
    /identifiers never repeat/,
  ],
  [
    'shows the key to its neighbour',
    () => ({
      established(cse, request, session) {
        const sessionCredentials = keyOf(cse, session.resourceID) ?? '';
        const attributes = { ...session.attributes, sessionCredentials };
        return respondCreated(cse, request, { ...session, attributes });
      },
    }),
    /a key in/,
  ],
  ['lets requests pass after the end', () => ({ useSession: carelessUse }), /without a live session/],
  [
    'makes a session that nobody waits for any more',
    () => ({
      async askNextHop(cse, establishment, deadline) {
        const accepted = await defaultProcedures.askNextHop(cse, establishment, deadline);
        if (!isRefusal(accepted) || accepted.status !== 5103) return accepted;
        return { endpoint: { endpointID: establishment.target } };
      },
    }),
    /all hops agree|nobody was invited/,
  ],
];

for (const [what, procedures, reason] of BREACHES) {
  test(`a CSE that ${what} is found out`, async () => {
    const { failed, errorInstance } = await fc.check(law(noTally(), procedures()), {
      ...RUN,
      endOnFailure: true,
    });
    assert.ok(failed, 'no law was broken');
    assert.match(String(errorInstance), reason);
  });
}
