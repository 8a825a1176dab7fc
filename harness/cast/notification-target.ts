import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Listener } from '../links/link';
import type { Reaction } from './reaction';
import { ANSWER } from './reaction';
import type { Script } from './scripted-endpoint';
import { scriptedEndpoint } from './scripted-endpoint';
import type { Stage } from './stage';

/** A tester that receives notifications, records them and reacts as scripted. It does not know who should notify. */
export class NotificationTarget implements Script {
  readonly name: string;
  readonly received: RequestPrimitive[] = [];
  readonly #stage: Stage;
  #reaction: Reaction = ANSWER;
  #listener: Listener | undefined;

  constructor(stage: Stage, name: string) {
    this.#stage = stage;
    this.name = name;
  }

  async open(): Promise<void> {
    this.#listener ??= await this.#stage
      .linkOf(this.name)
      .listen(this.name, scriptedEndpoint(this.#stage, this));
  }

  async close(): Promise<void> {
    await this.#listener?.close();
  }

  /** The URL to be notified at. */
  get address(): string {
    if (!this.#listener) throw new Error(`${this.name} is not open`);
    return `${this.#listener.address}/notifications`;
  }

  react(reaction: Reaction): void {
    this.#reaction = reaction;
  }

  reactionTo(request: RequestPrimitive): Reaction {
    this.received.push(request);
    return this.#reaction;
  }

  async answerTo(request: RequestPrimitive): Promise<ResponsePrimitive> {
    return { responseStatusCode: RSC.OK, requestIdentifier: request.requestIdentifier };
  }
}
