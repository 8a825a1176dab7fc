import { setWorldConstructor, World } from '@cucumber/cucumber';
import { DM2Scene } from '../harness/cast/dm2/dm2-scene';
import type { DM2Stage } from '../harness/cast/dm2/stage';
import { ManagementScene } from '../harness/cast/management/management-scene';
import type { SyncMLStage } from '../harness/cast/management/stage';
import type { Originator, RequestDraft } from '../harness/cast/originator';
import { Scene } from '../harness/cast/scene';
import type { CseStage, Stage } from '../harness/cast/stage';
import { Turn } from '../harness/cast/turn';
import type { Exchange } from '../harness/links/exchange';
import type { WorldParameters } from '../harness/run/world-parameters';
import type { Classified } from '../harness/verdict/classify';
import type { DeviationDetail } from '../harness/verdict/deviation';
import type { Evidence, LedgerEntry } from '../harness/verdict/scenario-result';
import type { ResponsePrimitive } from '../protocol/model/response-primitive';
import { RSC } from '../protocol/tables/onem2m/status-codes';

/** The state of one scenario: its scene, its stimuli and what was noticed. It holds no protocol knowledge. */
export class FlowproofWorld extends World<WorldParameters> {
  readonly warnings: DeviationDetail[] = [];
  readonly ledger: LedgerEntry[] = [];
  /** Ids of the requirements that the scenario claims. */
  requirements: readonly string[] = [];
  /** How many exchanges there were when each step began. */
  readonly exchangesBeforeStep: number[] = [];
  readonly turns: Turn[] = [];
  /** The turns of the preamble: they are history, no stimuli. */
  readonly #history = new Set<Turn>();
  /** Members of each group by its name, as identifiers, as the scenario last stated them. */
  readonly members = new Map<string, readonly string[]>();
  /** Real names of resources that stand under several parents, by the name the scenario uses. */
  readonly childNames = new Map<string, string>();
  /** How much faster than it says this scenario can be played at all. */
  smallestScale = 0;
  /** The longest time that a tester of this scenario takes on purpose to answer. */
  longestDelay = 0;
  /** What the group request identifiers of this scenario begin with. */
  #groupRequestScope: string | undefined;
  /** What a step threw. */
  failure: unknown;
  phase: 'preamble' | 'test' = 'preamble';
  /** Texts of all its steps. */
  stepTexts: readonly string[] = [];
  step = '';
  /** The verdict of a scenario that is not run. */
  leftOut: Evidence | undefined;
  #play: Scene | ManagementScene | DM2Scene | undefined;

  /** Of a scenario of oneM2M. */
  get scene(): Scene {
    if (this.#play instanceof Scene) return this.#play;
    throw new Error('this scenario plays on no stage of oneM2M');
  }

  /** Of a scenario of device management over SyncML. */
  get management(): ManagementScene {
    if (this.#play instanceof ManagementScene) return this.#play;
    throw new Error('this scenario plays on no stage of device management over SyncML');
  }

  /** Of a scenario of DM 2.0. */
  get dm2(): DM2Scene {
    if (this.#play instanceof DM2Scene) return this.#play;
    throw new Error('this scenario plays on no stage of DM 2.0');
  }

  async openOn(stage: CseStage | SyncMLStage | DM2Stage): Promise<void> {
    if (stage.kind !== 'dm2') {
      this.#play = stage.kind === 'cse' ? new Scene(stage) : new ManagementScene(stage);
      return;
    }
    const scene = new DM2Scene(stage);
    this.#play = scene;
    await scene.prepare();
  }

  /** Whatever is played on it. */
  get stage(): Stage {
    if (!this.#play) throw new Error('the stage of this scenario is not open');
    return this.#play.stage;
  }

  /** Enters which of the readings that a document allows the target chose; the same twice is entered once. */
  enter(ambiguity: string, reading: string): void {
    const known = this.ledger.some((entry) => entry.ambiguity === ambiguity && entry.reading === reading);
    if (!known) this.ledger.push({ ambiguity, reading });
  }

  exchanges(): readonly Exchange[] {
    return this.#play?.stage.exchanges() ?? [];
  }

  /** A deviation that names no exchange was found in what came of the latest stimulus. */
  withEvidence(classified: Classified): Classified {
    const { deviation } = classified;
    const sent = this.turns.at(-1)?.requestIdentifier;
    const shown = this.exchanges().find(({ request }) => request.headers['x-m2m-ri'] === sent);
    if (!deviation || deviation.exchange !== undefined || sent === undefined || !shown) return classified;
    return { ...classified, deviation: { ...deviation, exchange: shown.id } };
  }

  beginStep(phase: 'preamble' | 'test', step: string): void {
    this.exchangesBeforeStep.push(this.exchanges().length);
    this.phase = phase;
    this.step = step;
  }

  leaveOut(why: Pick<Evidence, 'verdict' | 'reason'>): void {
    this.leftOut = { ...why, warnings: [], ledger: [], exchanges: [] };
  }

  async clear(): Promise<void> {
    await this.#play?.clear();
    await this.#play?.stage.close();
  }

  get isOpen(): boolean {
    return this.#play !== undefined;
  }

  /** Differs from others of this scenario as the texts do, and from those of all other scenarios. */
  groupRequestIdentifier(text: string): string {
    this.#groupRequestScope ??= this.scene.stage.unique('group-request');
    return `${this.#groupRequestScope}-${text}`;
  }

  /** The real name that a resource has, or will have when it is created under this name. */
  realName(name: string): string {
    const known = this.childNames.get(name) ?? this.scene.stage.unique(name);
    this.childNames.set(name, known);
    return known;
  }

  /** True where a group of this scenario has the named resource among its members. */
  isMember(name: string): boolean {
    const place = this.scene.places.find(name);
    if (!place) return false;
    const named = [...this.members.values()].flat();
    return named.some((member) => this.scene.places.locate(member)?.place === place);
  }

  /** Milliseconds of this target's time for a duration that a scenario names. */
  scaled(milliseconds: number): number {
    return milliseconds * Math.max(this.smallestScale, this.parameters.target.ixit.timeScale);
  }

  get serviceProviderID(): string {
    return this.parameters.target.cse.serviceProviderID ?? '';
  }

  notificationAddress(name: string): string | undefined {
    return this.scene.notificationTargetKnown(name)?.address;
  }

  /** The path behind a name, with the names of resources that the scenario made put right. */
  mappedSuffix(path: { readonly suffix: string }): string {
    const segments = path.suffix.split('/');
    return segments.map((segment) => this.childNames.get(segment) ?? segment).join('/');
  }

  /** Sends a stimulus and waits for its answer, which a later step judges. */
  async stimulate(
    by: Originator,
    draft: RequestDraft,
    serialization: 'json' | 'xml' = 'json',
  ): Promise<Turn> {
    const turn = Turn.start(this.scene, by, draft, serialization);
    this.turns.push(turn);
    if (this.phase === 'preamble') this.#history.add(turn);
    await turn.finish();
    return turn;
  }

  /** Puts what a stimulus created on the map; a refusal leaves it off. */
  async rememberCreated(name: string, turn: Turn, parent = 'AE1'): Promise<void> {
    const answer = await turn.answer().catch(() => undefined);
    if (answer?.responseStatusCode !== RSC.CREATED || answer.content?.kind !== 'resource') return;
    this.scene.remember({ name, typeName: 'group', parent }, answer);
  }

  /** The turns that are judged. */
  get stimuli(): readonly Turn[] {
    return this.turns.filter((turn) => !this.#history.has(turn));
  }

  get turn(): Turn {
    const latest = this.turns.at(-1);
    if (!latest) throw new Error('no request has been sent in this scenario yet');
    return latest;
  }

  /** Lets what is still under way arrive, so that "nobody received" is not said too early. */
  async quiet(): Promise<void> {
    await this.stage.time.elapse(this.parameters.target.ixit.quietTime);
  }

  /** The answer of the latest stimulus. */
  answer(): Promise<ResponsePrimitive> {
    return this.turn.answer();
  }
}

setWorldConstructor(FlowproofWorld);
