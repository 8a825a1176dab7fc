import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCompleteness, checkMessages } from './interactive-promises';
import {
  InteractiveWorld,
  type Member,
  type Reaction,
  type Surroundings,
  type Tally,
} from './interactive-world';

/** Printed by fast-check with every counterexample. */
const SEED = 20261120;
const MINUTE = 60_000;
/** Longer than everything that can still happen after the last command, and shorter than the keep time. */
const UNTIL_ALL_IS_QUIET = 60 * MINUTE;

/** What the document promises, as far as commands change it: how many requests there are. */
interface Model {
  asked: number;
}

type Command = fc.AsyncCommand<Model, InteractiveWorld>;

class Ask implements Command {
  check = (model: Readonly<Model>): boolean => model.asked < 3;
  async run(model: Model, real: InteractiveWorld): Promise<void> {
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
  async run(_model: Model, real: InteractiveWorld): Promise<void> {
    await real.pass(this.milliseconds);
    await checkMessages(real);
  }
  toString = (): string => `${this.milliseconds} ms pass`;
}

class React implements Command {
  readonly target: 0 | 1;
  readonly reaction: Reaction;
  constructor(target: 0 | 1, reaction: Reaction) {
    this.target = target;
    this.reaction = reaction;
  }
  check = (): boolean => true;
  async run(_model: Model, real: InteractiveWorld): Promise<void> {
    real.react(this.target, this.reaction);
  }
  toString = (): string => `target ${this.target} ${JSON.stringify(this.reaction)}`;
}

class Restart implements Command {
  check = (): boolean => true;
  async run(_model: Model, real: InteractiveWorld): Promise<void> {
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

const members = fc.array(member, { minLength: 1, maxLength: 6 });

const reaction: fc.Arbitrary<Reaction> = fc.oneof(
  fc.constantFrom<Reaction>('acknowledges', 'is silent', 'refuses', 'breaks off'),
  fc.record({ late: fc.integer({ min: 1, max: MINUTE }) }),
);

const commands = fc.commands(
  [
    fc.constant(new Ask()),
    fc.integer({ min: 0, max: MINUTE }).map((milliseconds) => new Pass(milliseconds)),
    fc.integer({ min: 0, max: 5 * MINUTE }).map((milliseconds) => new Pass(milliseconds)),
    fc.tuple(fc.constantFrom<0 | 1>(0, 1), reaction).map(([target, how]) => new React(target, how)),
    fc.constant(new Restart()),
  ],
  { maxCommands: 25 },
);

export interface Trial {
  readonly tally: Tally;
  /** What fast-check says of the first breach, with the seed; absent where every promise was kept. */
  readonly failure?: string;
}

export interface TrialOptions {
  readonly numRuns: number;
  /** Whether a counterexample is made as small as can be, which takes many runs more. */
  readonly shrinks: boolean;
}

/**
 * Whatever is slow, lost, late or killed: every result is told once and kept, and no message is sent too often. The
 * same commands and model wherever the CSE lives.
 */
export async function tryInteractiveMode(
  surround: () => Promise<Surroundings>,
  { numRuns, shrinks }: TrialOptions,
): Promise<Trial> {
  const tally: Tally = { runs: 0, messages: 0, losses: 0, kills: 0 };
  const lives = fc.asyncProperty(members, commands, async (some, steps) => {
    const surroundings = await surround();
    try {
      const real = await new InteractiveWorld(surroundings, some, tally).furnish();
      await fc.asyncModelRun(() => ({ model: { asked: 0 }, real }), steps);
      await real.pass(UNTIL_ALL_IS_QUIET);
      await checkMessages(real);
      await checkCompleteness(real);
    } finally {
      await surroundings.close();
    }
  });
  const details = await fc.check(lives, {
    seed: SEED,
    numRuns,
    endOnFailure: !shrinks,
    includeErrorInReport: true,
  });
  const failure = fc.defaultReportMessage(details);
  return { tally, ...(failure !== undefined && { failure }) };
}

/** The same for a CSE that has to keep its promises; answers what the runs did, in words for people too. */
export async function checkInteractiveMode(
  surround: () => Promise<Surroundings>,
  options: TrialOptions,
): Promise<Tally & { readonly summary: string }> {
  const { tally, failure } = await tryInteractiveMode(surround, options);
  if (failure !== undefined) throw new Error(failure);
  const { runs, messages, losses, kills } = tally;
  const summary = `${runs} runs, ${messages} messages, of which ${losses} were lost, refused or late; ${kills} kills`;
  return { ...tally, summary };
}
