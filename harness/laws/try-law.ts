import fc from 'fast-check';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { Verdict } from '../verdict/verdict';
import type { Abilities, Law } from './law';
import type { Story } from './story';

/** How a law is tried. */
export interface Trial {
  readonly runs: number;
  readonly seed: number;
  /** Plays this one story instead: where an earlier trial with the same seed found its smallest. */
  readonly path?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds of real time. */
  readonly now: () => number;
  readonly shrinking?: Shrinking;
}

/** How long shorter stories are looked for: each one takes real time on a real target. */
interface Shrinking {
  readonly plays: number;
  readonly milliseconds: number;
}

/** What came of a law. */
export interface LawTrial {
  /** Stories that were played before the law was known to hold or not. */
  readonly played: number;
  /** The worst that a story came to, of a broken law the smallest one. */
  readonly worst?: ScenarioResult;
  readonly counterexample?: Counterexample;
  readonly interrupted: boolean;
}

export interface Counterexample {
  readonly story: Story;
  /** Leads to it again, with the same seed. */
  readonly path: string;
  /** False where time was over before the smallest was found. */
  readonly isSmallest: boolean;
}

const SHRINKING: Shrinking = { plays: 150, milliseconds: 60_000 };
/** What never comes to a verdict is not tried for ever. */
const PATIENCE = 3;

type Play = (story: Story) => Promise<ScenarioResult>;

/**
 * Plays stories of a law until one breaks it, then shorter ones of the same kind. It knows neither target nor report.
 */
export async function tryLaw(law: Law, abilities: Abilities, play: Play, trial: Trial): Promise<LawTrial> {
  const course = new Course(play, trial);
  const property = fc.asyncProperty(law.stories(abilities), (story) => course.holdsIn(story));
  const { seed, runs, path } = trial;
  const again = path === undefined ? {} : { path, endOnFailure: true };
  const details = await fc.check(property, { seed, numRuns: runs, ...again });
  return course.outcome(details.counterexample?.[0], details.counterexamplePath ?? undefined);
}

/** One trial as it goes on: what was played, and whether it is worth while to play on. */
class Course {
  readonly #play: Play;
  readonly #trial: Trial;
  readonly #shrinking: Shrinking;
  #played = 0;
  #inconclusive = 0;
  #worst: ScenarioResult | undefined;
  #broken: { readonly verdict: Verdict; readonly until: number } | undefined;
  #shrinks = 0;
  #isCutShort = false;

  constructor(play: Play, trial: Trial) {
    this.#play = play;
    this.#trial = trial;
    this.#shrinking = trial.shrinking ?? SHRINKING;
  }

  /** A story that is not played any more passes for one that agrees with the law. */
  async holdsIn(story: Story): Promise<boolean> {
    if (this.#broken !== undefined) return this.#holdsInShorter(story, this.#broken);
    if (this.#isOver || this.#hasEnough) return true;
    const result = await this.#play(story);
    this.#played += 1;
    if (result.verdict === 'INCONCLUSIVE') this.#inconclusive += 1;
    if (this.#worst === undefined || rank(result) >= rank(this.#worst)) this.#worst = result;
    if (!isBroken(result)) return true;
    this.#broken = { verdict: result.verdict, until: this.#trial.now() + this.#shrinking.milliseconds };
    return false;
  }

  /** What fails in another way is another matter: an ERROR of the harness is no shorter FAIL. */
  async #holdsInShorter(
    story: Story,
    { verdict, until }: { readonly verdict: Verdict; readonly until: number },
  ): Promise<boolean> {
    if (this.#isOver || this.#shrinks >= this.#shrinking.plays || this.#trial.now() >= until) {
      this.#isCutShort = true;
      return true;
    }
    this.#shrinks += 1;
    const result = await this.#play(story);
    if (result.verdict !== verdict) return true;
    this.#worst = result;
    return false;
  }

  /** A path leads to one story; those beside it that the library would go on with are others. */
  get #hasEnough(): boolean {
    return this.#inconclusive >= PATIENCE || (this.#trial.path !== undefined && this.#played > 0);
  }

  get #isOver(): boolean {
    return this.#trial.signal?.aborted ?? false;
  }

  outcome(story: Story | undefined, path: string | undefined): LawTrial {
    const isFound = story !== undefined && path !== undefined;
    return {
      played: this.#played,
      ...(this.#worst && { worst: this.#worst }),
      ...(isFound && { counterexample: { story, path, isSmallest: !this.#isCutShort } }),
      interrupted: this.#isOver,
    };
  }
}

const BY_WEIGHT: readonly Verdict[] = ['NOT_APPLICABLE', 'PASS', 'WARN', 'INCONCLUSIVE', 'FAIL', 'ERROR'];

function rank({ verdict }: ScenarioResult): number {
  return BY_WEIGHT.indexOf(verdict);
}

function isBroken({ verdict }: ScenarioResult): boolean {
  return verdict === 'FAIL' || verdict === 'ERROR';
}
