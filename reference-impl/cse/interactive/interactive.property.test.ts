import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeHttpRequest } from '../../../protocol/codec/onem2m-http';
import { contentOfValue } from '../../../protocol/model/content-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { isRecord } from '../attribute-reading';
import { makeGroup, registerCse } from '../group/group-bed';
import { attributesOf, type Peer, type SentRequest, type TestBed } from '../test-bed';
import { after, interactively, NT1, NT2, ok, requestAddress, toldIn } from './interactive-bed';
import { Lives } from './lives';

/** Printed by fast-check with every counterexample. */
const SEED = 20261120;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const LIMIT = 2;
const CONFIG = {
  notificationRetry: { limit: LIMIT, interval: 10 * SECOND, acknowledgementTimeout: 5 * SECOND },
  nonBlockingResultExpiration: 10 * MINUTE,
};
/** Longer than everything that can still happen after the last command, and shorter than the keep time. */
const UNTIL_ALL_IS_QUIET = 60 * MINUTE;

/** How a target takes a message; `late` acknowledges after so many milliseconds. */
type Reaction = 'acknowledges' | 'is silent' | 'refuses' | 'breaks off' | { readonly late: number };

/** A member answers after `latency`, once its CSE is back at `offlineUntil`, counted from the start. */
interface Member {
  readonly latency: number;
  readonly offlineUntil: number;
}

interface Observed {
  readonly target: string;
  readonly message: RequestPrimitive;
  readonly at: number;
  readonly life: number;
  acknowledgedAt?: number;
}

interface Asked {
  readonly identifier: string;
  readonly address: string;
}

/** What the document promises, as far as commands change it: how many requests there are. */
interface Model {
  asked: number;
}

let messages = 0;
let losses = 0;
let restarts = 0;

/** A CSE with two targets and members that are all on /cse2, seen from outside. */
class Real {
  readonly lives = new Lives();
  readonly observed: Observed[] = [];
  readonly asked: Asked[] = [];
  readonly members: readonly Member[];
  readonly reactions = new Map<string, Reaction>();
  readonly #begun = this.lives.clock.now();
  #life = 0;
  bed: TestBed;

  constructor(members: readonly Member[]) {
    this.members = members;
    this.bed = this.#begin();
  }

  get memberIDs(): readonly string[] {
    return this.members.map((_member, at) => `/cse2/m${at}`);
  }

  async furnish(): Promise<this> {
    await registerCse(this.bed, 'cse2');
    await makeGroup(this.bed, this.memberIDs);
    return this;
  }

  async ask(): Promise<void> {
    const identifier = `q${this.asked.length}`;
    const accepted = await this.bed.ask({ ...interactively([NT1, NT2]), requestIdentifier: identifier });
    assert.equal(accepted.responseStatusCode, 1002);
    this.asked.push({ identifier, address: requestAddress(accepted) });
  }

  restart(): void {
    restarts += 1;
    this.bed = this.#begin();
  }

  #begin(): TestBed {
    this.#life += 1;
    const peer: Peer = (sent) => {
      if (sent.pointOfAccess === 'mem:cse2') return this.#askMember(sent);
      return this.#notify(sent);
    };
    return this.lives.begin(peer, CONFIG);
  }

  #askMember(sent: SentRequest): ReturnType<Peer> {
    const member = this.members[Number(sent.request.to.replace('/cse2/m', ''))];
    if (member === undefined || this.lives.clock.now() < this.#begun + member.offlineUntil) return undefined;
    return after(this.lives, member.latency, ok(sent));
  }

  #notify(sent: SentRequest): ReturnType<Peer> {
    const { pointOfAccess: target, request: message } = sent;
    const entry: Observed = { target, message, at: this.lives.clock.now(), life: this.#life };
    this.observed.push(entry);
    messages += 1;
    const reaction = this.reactions.get(target) ?? 'acknowledges';
    if (reaction !== 'acknowledges') losses += 1;
    if (reaction === 'is silent') return new Promise<never>(() => {});
    if (reaction === 'breaks off') return undefined;
    if (reaction === 'refuses') return { ...ok(sent), responseStatusCode: 4103 };
    return this.#acknowledge(entry, sent, reaction === 'acknowledges' ? 0 : reaction.late);
  }

  async #acknowledge(entry: Observed, sent: SentRequest, latency: number): ReturnType<typeof after> {
    const answer = latency === 0 ? ok(sent) : await after(this.lives, latency, ok(sent));
    if (entry.life === this.#life) entry.acknowledgedAt = this.lives.clock.now();
    return answer;
  }
}

type Command = fc.AsyncCommand<Model, Real>;

/** At every moment: what was sent is legal. */
async function checkMessages(real: Real): Promise<void> {
  const byIdentifier = new Map<string, Observed[]>();
  for (const entry of real.observed) {
    const { requestIdentifier } = entry.message;
    byIdentifier.set(requestIdentifier, [...(byIdentifier.get(requestIdentifier) ?? []), entry]);
  }
  for (const copies of byIdentifier.values()) {
    assert.ok(copies.length <= 1 + LIMIT, `${copies.length} sends of one message`);
    assert.equal(new Set(copies.map(({ target }) => target)).size, 1);
    const bytes = await Promise.all(copies.map(({ message }) => wireOf(message)));
    assert.equal(new Set(bytes).size, 1, 'a repetition differs');
    const acknowledgedAt = Math.min(...copies.map((copy) => copy.acknowledgedAt ?? Number.POSITIVE_INFINITY));
    assert.ok(
      copies.every(({ at }) => at <= acknowledgedAt),
      'repeated after the acknowledgement',
    );
  }
}

async function wireOf(message: RequestPrimitive): Promise<string> {
  const request = encodeHttpRequest(message.to, message);
  return JSON.stringify([request.url, [...request.headers], await request.text()]);
}

/** At the end: each target was told of each member in exactly one message, and an inquiry shows each once. */
async function checkCompleteness(real: Real): Promise<void> {
  for (const { identifier, address } of real.asked) {
    for (const target of [NT1, NT2]) {
      const own = real.observed.filter((entry) => entry.target === target && answersTo(entry, identifier));
      const distinct = new Map(own.map((entry) => [entry.message.requestIdentifier, entry]));
      const told = [...distinct.values()].flatMap(({ message }) => namesIn(message));
      assert.deepEqual([...told].sort(), [...real.memberIDs], `${target} was told of ${told.join(', ')}`);
    }
    const shown = attributesOf(await real.bed.ask({ operation: 'retrieve', to: address }));
    const { operationResult } = shown;
    const content = isRecord(operationResult) ? contentOfValue(operationResult.primitiveContent) : undefined;
    const kept = content?.kind === 'aggregatedResponse' ? content.responses.map(({ from }) => from) : [];
    assert.deepEqual([...kept].sort(), [...real.memberIDs], 'a result was lost');
  }
}

function answersTo({ message }: Observed, identifier: string): boolean {
  const { content } = message;
  return content?.kind === 'response' && content.response.requestIdentifier === identifier;
}

function namesIn(request: RequestPrimitive): readonly string[] {
  return toldIn({ pointOfAccess: '', request }).map(([from]) => from ?? '');
}

class Ask implements Command {
  check = (model: Readonly<Model>): boolean => model.asked < 3;
  async run(model: Model, real: Real): Promise<void> {
    await real.ask();
    model.asked += 1;
    assert.equal(real.asked.length, model.asked);
  }
  toString = (): string => 'ask';
}

class Pass implements Command {
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }
  check = (): boolean => true;
  async run(_model: Model, real: Real): Promise<void> {
    await real.lives.clock.advance(this.milliseconds);
    await checkMessages(real);
  }
  toString = (): string => `${this.milliseconds} ms pass`;
}

class React implements Command {
  readonly target: string;
  readonly reaction: Reaction;
  constructor(target: string, reaction: Reaction) {
    this.target = target;
    this.reaction = reaction;
  }
  check = (): boolean => true;
  async run(_model: Model, real: Real): Promise<void> {
    real.reactions.set(this.target, this.reaction);
  }
  toString = (): string => `${this.target} ${JSON.stringify(this.reaction)}`;
}

class Restart implements Command {
  check = (): boolean => true;
  async run(_model: Model, real: Real): Promise<void> {
    real.restart();
  }
  toString = (): string => 'the CSE is killed and starts again';
}

const member: fc.Arbitrary<Member> = fc.record({
  latency: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15 * MINUTE })),
  offlineUntil: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 * MINUTE }) },
    { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
  ),
});

const reaction: fc.Arbitrary<Reaction> = fc.oneof(
  fc.constantFrom<Reaction>('acknowledges', 'is silent', 'refuses', 'breaks off'),
  fc.record({ late: fc.integer({ min: 1, max: MINUTE }) }),
);

const commands = fc.commands(
  [
    fc.constant(new Ask()),
    fc.integer({ min: 0, max: MINUTE }).map((milliseconds) => new Pass(milliseconds)),
    fc.integer({ min: 0, max: 5 * MINUTE }).map((milliseconds) => new Pass(milliseconds)),
    fc.tuple(fc.constantFrom(NT1, NT2), reaction).map(([target, how]) => new React(target, how)),
    fc.constant(new Restart()),
  ],
  { maxCommands: 25 },
);

test('whatever is slow, lost, late or killed: every result is told once and kept, and no message is sent too often', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 6 }), commands, async (members, steps) => {
      const real = await new Real(members).furnish();
      await fc.asyncModelRun(() => ({ model: { asked: 0 }, real }), steps);
      await real.lives.clock.advance(UNTIL_ALL_IS_QUIET);
      await checkMessages(real);
      await checkCompleteness(real);
    }),
    { seed: SEED, numRuns: 200 },
  );
  console.log(`${messages} messages, of which ${losses} were lost, refused or late; ${restarts} restarts`);
  assert.ok(messages > 1_000 && losses > 500 && restarts > 100);
});
