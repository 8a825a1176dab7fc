import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Reaction } from './reaction';
import { ANSWER } from './reaction';
import type { Script } from './scripted-endpoint';
import { scriptedEndpoint } from './scripted-endpoint';
import type { Stage } from './stage';
import { TesterListener } from './tester-listener';

/**
 * What to do with a message by how often something came: this message with its copies, and all messages together.
 * Both counts begin at 1.
 */
export type ReactionPlan = (copies: number, all: number) => Reaction;

const ALWAYS_ANSWER: ReactionPlan = () => ANSWER;

/** A tester that receives notifications, records them and reacts as scripted. It does not know who should notify. */
export class NotificationTarget implements Script {
  readonly name: string;
  readonly received: RequestPrimitive[] = [];
  #plan = ALWAYS_ANSWER;
  readonly #listener: TesterListener;

  constructor(stage: Stage, name: string) {
    this.name = name;
    this.#listener = new TesterListener(stage, name, scriptedEndpoint(stage, this));
  }

  open(): Promise<void> {
    return this.#listener.open();
  }

  close(): Promise<void> {
    return this.#listener.close();
  }

  /** Where it listens, at any path. */
  get pointOfAccess(): string {
    return this.#listener.address;
  }

  /** The URL to be notified at. */
  get address(): string {
    return `${this.pointOfAccess}/notifications`;
  }

  /** From now on messages are treated by this plan; without one they are acknowledged. */
  react(plan: ReactionPlan = ALWAYS_ANSWER): void {
    this.#plan = plan;
  }

  /** Whether it may be notified is always answered; only messages are counted. */
  reactionTo(request: RequestPrimitive): Reaction {
    this.received.push(request);
    if (asksWhetherToNotify(request)) return ANSWER;
    const messages = this.received.filter((received) => !asksWhetherToNotify(received));
    const copies = messages.filter((message) => message.requestIdentifier === request.requestIdentifier);
    return this.#plan(copies.length, messages.length);
  }

  async answerTo(request: RequestPrimitive): Promise<ResponsePrimitive> {
    return { responseStatusCode: RSC.OK, requestIdentifier: request.requestIdentifier };
  }
}

/** A verification request. @see TS-0004 7.5.1.2.8 */
export function asksWhetherToNotify({ content }: RequestPrimitive): boolean {
  return content?.kind === 'notification' && content.notification.verificationRequest === true;
}
