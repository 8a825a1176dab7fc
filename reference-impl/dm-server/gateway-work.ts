import type { AlertCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { AnsweredCommand, ServerWork, SessionEnd } from '../syncml/server-work';
import type { ManagedGateway, ManagementServer, TalkingSession } from './management-server';
import type { Conversation } from './procedures';
import { hasWork } from './wake-gateway';

/**
 * What a session with a gateway is for: whatever is to be said to it, and what it has to tell. A gateway has one session at
 * a time: when it speaks in another one, the one before is over for it. @see GFO steps 2 to 7
 */
export class GatewayWork implements ServerWork, TalkingSession {
  readonly #server: ManagementServer;
  readonly #gateway: ManagedGateway;
  #conversation: Conversation | undefined;
  #isLeft = false;

  constructor(server: ManagementServer, gateway: ManagedGateway) {
    this.#server = server;
    this.#gateway = gateway;
  }

  async alerted(alert: AlertCommand): Promise<number> {
    return this.#server.procedures.receiveAlert(this.#server, this.#gateway, alert);
  }

  async next(answers: readonly AnsweredCommand[]): Promise<readonly SyncMLCommand[]> {
    this.#noteSign();
    if (this.#isLeft) return [];
    this.#gateway.callOffWaking?.();
    this.#gateway.callOffWaking = undefined;
    this.#gateway.current?.leave(this);
    this.#gateway.current = this;
    this.#conversation ??= this.#server.procedures.converse(this.#server, this.#gateway);
    const { done, value } = this.#conversation.next(answers);
    if (done !== true) return value;
    this.#conversation = undefined;
    return [];
  }

  /** What was not finished is for another session, which the gateway is asked for. */
  ended(how: SessionEnd): void {
    if (how === 'finished') this.#noteSign();
    this.#breakOff();
    const isWoken = this.#gateway.callOffWaking !== undefined;
    if (!isWoken && hasWork(this.#gateway)) this.#server.procedures.wakeGateway(this.#server, this.#gateway);
  }

  leave(forAnother: TalkingSession): void {
    if (forAnother === this) return;
    this.#isLeft = true;
    this.#breakOff();
  }

  #breakOff(): void {
    this.#conversation?.return();
    this.#conversation = undefined;
    if (this.#gateway.current === this) this.#gateway.current = undefined;
  }

  /** Messages are under way, so that the nonces are changing. */
  #noteSign(): void {
    this.#gateway.lastSign = this.#server.ports.clock.now();
  }
}
