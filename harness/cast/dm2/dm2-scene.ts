import { Inconclusive } from '../../verdict/deviation';
import { DM2ClientTester } from './client-tester';
import { ObjectHost } from './object-host';
import { ACTOR_OF_PLACE } from './places';
import { PushAsker, REPORTS_PATH } from './push-asker';
import { PushTester } from './push-tester';
import { DM2ServerTester } from './server-tester';
import type { DM2Stage } from './stage';

/**
 * What one scenario of DM 2.0 has put on its stage: the testers, and the lamps that it made. All testers are there but
 * the one whose part the target plays. It passes no judgement.
 */
export class DM2Scene {
  readonly stage: DM2Stage;
  readonly server: DM2ServerTester;
  /** The part of the server that asks for notifications. */
  readonly asker: PushAsker;
  readonly client: DM2ClientTester;
  readonly push: PushTester;
  readonly repository: ObjectHost;
  readonly forbidden = new ObjectHost('/');
  /** MIIDs of lamps by the names that the scenario gives them. */
  readonly lamps = new Map<string, string>();
  #other: DM2ClientTester | undefined;
  readonly #undo: (() => Promise<void>)[] = [];

  constructor(stage: DM2Stage) {
    this.stage = stage;
    this.server = new DM2ServerTester(stage);
    this.asker = new PushAsker(stage);
    this.client = new DM2ClientTester(stage, ACTOR_OF_PLACE.client, stage.account);
    this.push = new PushTester(stage);
    this.repository = new ObjectHost(`/${stage.unique('repository')}/`);
    stage.serve('server', (request) => this.#takeAsServer(request));
    stage.serve('elsewhere', (request) => this.server.take(request));
    stage.serve('client', (request) => this.client.take(request));
    stage.serve('push', (request) => this.push.take(request));
    stage.serve('repository', (request) => this.repository.take(request));
    stage.serve('plain', (request) => this.repository.take(request));
    stage.serve('forbidden', (request) => this.forbidden.take(request));
  }

  #takeAsServer(request: Request): Promise<Response> {
    const isReport = new URL(request.url).pathname.startsWith(REPORTS_PATH);
    return isReport ? this.asker.take(request) : this.server.take(request);
  }

  get role(): DM2Stage['role'] {
    return this.stage.role;
  }

  /** A tester of the second device. */
  get other(): DM2ClientTester {
    const { otherAccount } = this.stage;
    if (otherAccount === undefined) throw new Inconclusive('the target file names no second device');
    this.#other ??= new DM2ClientTester(this.stage, 'another device', otherAccount);
    return this.#other;
  }

  /** What broke within a tester. */
  get failure(): unknown {
    return this.client.failure ?? this.push.failure;
  }

  /** Has something undone at the end, where the target outlives the scenario. */
  undoLater(undo: () => Promise<void>): void {
    if (!this.stage.disposable) this.#undo.push(undo);
  }

  /** A server that is to be seen from its beginning has no commands for the device any more. */
  async prepare(): Promise<void> {
    if (this.role !== 'dm-server' || this.stage.disposable) return;
    await this.#drain();
    this.#undo.push(() => this.#drain());
  }

  async #drain(): Promise<void> {
    const tester = new DM2ClientTester(this.stage, ACTOR_OF_PLACE.client, this.stage.account);
    for (let session = 0; session < MOST_SESSIONS; session += 1) {
      const run = await tester.lead();
      if (run.commands.flat().every(([verb]) => verb === 'END')) return;
    }
  }

  async clear(): Promise<void> {
    this.push.close();
    this.server.gate?.open();
    for (const undo of this.#undo.splice(0).reverse()) await undo().catch(() => undefined);
  }
}

/** A server that still has commands after so many sessions gets none of its own undone. */
const MOST_SESSIONS = 5;
