import type { Endpoint, Listener } from '../links/link';
import type { Stage } from './stage';

/** Where a tester listens under its own name. It knows nothing of what is said there. */
export class TesterListener {
  readonly #stage: Pick<Stage, 'linkOf'>;
  readonly #name: string;
  readonly #endpoint: Endpoint;
  #listener: Listener | undefined;

  constructor(stage: Pick<Stage, 'linkOf'>, name: string, endpoint: Endpoint) {
    this.#stage = stage;
    this.#name = name;
    this.#endpoint = endpoint;
  }

  async open(): Promise<void> {
    this.#listener ??= await this.#stage.linkOf(this.#name).listen(this.#name, this.#endpoint);
  }

  async close(): Promise<void> {
    await this.#listener?.close();
  }

  /** Root address, without trailing slash. */
  get address(): string {
    if (!this.#listener) throw new Error(`${this.#name} is not open`);
    return this.#listener.address;
  }
}
