import type { IWorldOptions } from '@cucumber/cucumber';
import { setWorldConstructor, World } from '@cucumber/cucumber';
import type { ResponsePrimitive } from '../protocol/model/response-primitive';
import { RSC } from '../protocol/tables/onem2m/status-codes';
import { Scene } from '../harness/cast/scene';
import type { Stage } from '../harness/cast/stage';
import { Turn } from '../harness/cast/turn';
import type { Originator, RequestDraft } from '../harness/cast/originator';
import type { WorldParameters } from '../harness/run/world-parameters';
import type { DeviationDetail } from '../harness/verdict/deviation';
import type { Evidence, LedgerEntry } from '../harness/verdict/scenario-result';

/** The state of one scenario: its scene, its stimuli and what was noticed. It holds no protocol knowledge. */
export class FlowproofWorld extends World<WorldParameters> {
  readonly warnings: DeviationDetail[] = [];
  readonly ledger: LedgerEntry[] = [];
  readonly turns: Turn[] = [];
  /** The turns of the preamble: they are history, no stimuli. */
  readonly #history = new Set<Turn>();
  /** Members of each group by its name, as identifiers, as the scenario last stated them. */
  readonly members = new Map<string, readonly string[]>();
  /** Real names of resources that stand under several parents, by the name the scenario uses. */
  readonly childNames = new Map<string, string>();
  readonly #groupRequestIdentifiers = new Map<string, string>();
  /** What a step threw. */
  failure: unknown;
  phase: 'preamble' | 'test' = 'preamble';
  step = '';
  /** The verdict of a scenario that is not run. */
  leftOut: Evidence | undefined;
  #scene: Scene | undefined;

  // biome-ignore lint/complexity/noUselessConstructor: narrows the options to our parameters
  constructor(options: IWorldOptions<WorldParameters>) {
    super(options);
  }

  get scene(): Scene {
    if (!this.#scene) throw new Error('the stage of this scenario is not open');
    return this.#scene;
  }

  openOn(stage: Stage): void {
    this.#scene = new Scene(stage);
  }

  beginStep(phase: 'preamble' | 'test', step: string): void {
    this.phase = phase;
    this.step = step;
  }

  leaveOut(why: Pick<Evidence, 'verdict' | 'reason'>): void {
    this.leftOut = { ...why, warnings: [], ledger: [], exchanges: [] };
  }

  async clear(): Promise<void> {
    await this.scene.clear();
    await this.scene.stage.close();
  }

  get isOpen(): boolean {
    return this.#scene !== undefined;
  }

  /** Equal texts of a scenario stay equal, and are unlike those of any other scenario. */
  groupRequestIdentifier(text: string): string {
    const known = this.#groupRequestIdentifiers.get(text) ?? this.scene.stage.unique(text);
    this.#groupRequestIdentifiers.set(text, known);
    return known;
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
  async stimulate(by: Originator, draft: RequestDraft, serialization: 'json' | 'xml' = 'json'): Promise<Turn> {
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
    await this.scene.stage.time.elapse(this.parameters.target.ixit.quietTime);
  }

  /** The answer of the latest stimulus. */
  answer(): Promise<ResponsePrimitive> {
    return this.turn.answer();
  }
}

setWorldConstructor(FlowproofWorld);
