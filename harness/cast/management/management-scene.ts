import type { SyncMLStage } from './stage';

/** A tester that the scene closes at its end. */
interface Closable {
  close(): Promise<void>;
}

/** What one scenario of device management has put on its stage. It opens and closes testers, and passes no judgement. */
export class ManagementScene {
  readonly stage: SyncMLStage;
  readonly #open: Closable[] = [];

  constructor(stage: SyncMLStage) {
    this.stage = stage;
  }

  /** Hands a tester to the scene, which closes it in the end; the last opened goes first. */
  keep<T extends Closable>(tester: T): T {
    this.#open.push(tester);
    return tester;
  }

  async clear(): Promise<void> {
    for (const tester of this.#open.splice(0).reverse()) await tester.close();
  }
}
