import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ResourceType } from '../../../../protocol/tables/onem2m/resource-type-numbers';
import { protect } from '../../../session/protected-data';
import { requestAddress } from '../../interactive/interactive-bed';
import type { CseProcedures } from '../../procedures';
import { attributesOf, resource } from '../../test-bed';
import { Chain } from '../session-bed';

/**
 * What store and forward promises, whatever is lost or killed: no message leaves a hop outside its window, no request is
 * left without an answer, none overtakes another, none is carried out twice.
 */
const SEED = 20_261_120;
const RUNS = 60;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Action =
  | { readonly do: 'ask'; readonly hours: number }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'link'; readonly state: 'whole' | 'request lost' | 'answer lost' | 'silent' }
  | { readonly do: 'kill'; readonly position: number };

const LENGTH = 3;
const actions = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('ask'), hours: fc.integer({ min: 1, max: 5 }) }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('pass'), minutes: fc.integer({ min: 0, max: 45 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('link'),
        state: fc.constantFrom('whole', 'request lost', 'answer lost', 'silent'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('kill'), position: fc.integer({ min: 1, max: LENGTH }) }),
    },
  ) as fc.Arbitrary<Action>,
  { maxLength: 25 },
);

/** A chain in whose first hop the window is open in minutes 20 to 29 of each hour, and in whose last one in 25 to 44. */
class World {
  readonly chain: Chain;
  readonly asked: { readonly address: string; readonly sequence: number }[] = [];
  readonly #session: { readonly id: string; readonly key: string };
  #disturbed = false;

  static async begin(procedures: Partial<CseProcedures>): Promise<World> {
    const chain = await new Chain(LENGTH, { procedures }).furnish();
    const ae1 = await chain.application(1, 'ae1');
    const ae2 = await chain.application(LENGTH, 'ae2');
    await chain.make(LENGTH, 'cse-base/ae2', ResourceType.container, { resourceName: 'c' }, 'Cae2');
    // It outlives the run.
    const expirationTime = '20271120T101500';
    const told = await ae1.establish(ae2, { resourceName: 's1', expirationTime });
    for (const [hop, minutes] of [
      ['/cse1', '20-29'],
      [`/cse${LENGTH}`, '25-44'],
    ] as const) {
      const content = resource(ResourceType.sessionPolicy, {
        delivery: 2,
        scheduleElement: { scheduleEntry: [`* ${minutes} * * * * *`] },
        appliesTo: [hop],
      });
      const to = 'cse-base/ae1/sessions/s1/sessionPolicies';
      const made = await ae1.ask({ operation: 'create', to, resourceType: 9005, content });
      assert.equal(made.responseStatusCode, 2001);
    }
    return new World(chain, { id: String(told.sessionID), key: String(told.sessionCredentials) });
  }

  constructor(chain: Chain, session: { readonly id: string; readonly key: string }) {
    this.chain = chain;
    this.#session = session;
  }

  async act(action: Action): Promise<void> {
    if (action.do === 'link' || action.do === 'kill') this.#disturbed = true;
    if (action.do === 'ask') await this.#ask(action.hours);
    else if (action.do === 'pass') await this.chain.pass(action.minutes * MINUTE);
    else if (action.do === 'link') this.chain.breakLink('cse1', 'cse2', action.state);
    else this.chain.restart(action.position);
  }

  async #ask(hours: number): Promise<void> {
    const { id: sessionID, key } = this.#session;
    const sequence = this.asked.length + 1;
    const vector = Uint8Array.from({ length: 12 }, () => sequence);
    const header = { sessionID, sender: '/cse1/Cae1', sequence };
    const protectedData = await protect(key, { header, plaintext: new Uint8Array(1) }, vector);
    const accepted = await this.chain.ask(1, {
      operation: 'update',
      to: `/cse${LENGTH}/cse-base/ae2/c`,
      from: 'Cae1',
      content: resource(ResourceType.container, { sessionID, protectedData }),
      responseType: { value: 1 },
      resultExpirationTimestamp: String(hours * HOUR),
      resultPersistence: String(12 * HOUR),
    });
    assert.equal(accepted.responseStatusCode, 1001, JSON.stringify(accepted.content));
    this.asked.push({ address: requestAddress(accepted), sequence });
  }

  /** Checks the promises once nothing is broken any more and all windows were open. */
  async judge(): Promise<void> {
    this.chain.mendAll();
    await this.chain.pass(6 * HOUR);
    for (const { at, request, from } of this.chain.messages) {
      if (request.operation !== 'update' || from !== 'http://cse1') continue;
      const minute = new Date(at).getUTCMinutes();
      assert.ok(minute >= 20 && minute <= 29, `sent outside its window: ${new Date(at).toISOString()}`);
    }
    const results = await Promise.all(this.asked.map(({ address }) => this.#resultOf(address)));
    for (const [index, result] of results.entries()) {
      const inOrder = result === 2004 || (result === 4008 && this.#disturbed);
      assert.ok(inOrder, `request ${index + 1} ended with ${result}`);
    }
    const carriedOut = results.filter((result) => result === 2004).length;
    const container = this.chain.cse(LENGTH).resolve('cse-base/ae2/c')?.resource;
    const updates = Number(container?.attributes.stateTag);
    assert.ok(updates >= carriedOut && updates <= this.asked.length, `${updates} updates of ${carriedOut}`);
    assert.deepEqual(this.chain.records(1).all('session-stored-request'), []);
  }

  async #resultOf(address: string): Promise<number | undefined> {
    const shown = attributesOf(
      await this.chain.ask(1, { operation: 'retrieve', to: address, from: 'Cae1' }),
    ).operationResult;
    const text = /"responseStatusCode":(\d+)/.exec(JSON.stringify(shown))?.[1];
    return text === undefined ? undefined : Number(text);
  }
}

async function tryOut(procedures: Partial<CseProcedures>, numRuns: number): Promise<string | undefined> {
  const story = fc.asyncProperty(actions, async (list) => {
    const world = await World.begin(procedures);
    for (const action of list) await world.act(action);
    await world.judge();
  });
  const { failed, error, counterexample } = await failureOf(story, numRuns);
  return failed ? `${error} after ${JSON.stringify(counterexample)} (seed ${SEED})` : undefined;
}

async function failureOf(story: fc.IAsyncProperty<[Action[]]>, numRuns: number) {
  const { failed, errorInstance, counterexample } = await fc.check(story, { seed: SEED, numRuns });
  return { failed, error: String(errorInstance), counterexample };
}

test('sends within its windows only, answers everything, reorders nothing, whatever is lost or killed', async () => {
  assert.equal(await tryOut({}, RUNS), undefined);
});

const breaches: readonly [string, Partial<CseProcedures>, RegExp][] = [
  ['does not wait for its window', { decide: () => ({ kind: 'immediate' }) }, /outside its window/],
  [
    'forgets what it has stored',
    { storeAndForward: () => new Promise(() => {}) },
    /request 1 ended with (4008|5000)/,
  ],
];
for (const [what, procedures, reason] of breaches) {
  test(`a CSE that ${what} is found out`, async () => {
    assert.match((await tryOut(procedures, 20)) ?? 'nothing was broken', reason);
  });
}
