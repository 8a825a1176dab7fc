import type { AlertCommand, SyncMLCommand } from '../../protocol/model/syncml-command';
import type { AnsweredCommand, ServerWork } from '../syncml/server-work';
import type { ManagedGateway, ManagementServer } from './management-server';
import type { Conversation } from './procedures';

/** What a session with a gateway is for: whatever is to be said to it, and what it has to tell. @see GFO steps 2 to 7 */
export class GatewayWork implements ServerWork {
  readonly #server: ManagementServer;
  readonly #gateway: ManagedGateway;
  #conversation: Conversation | undefined;

  constructor(server: ManagementServer, gateway: ManagedGateway) {
    this.#server = server;
    this.#gateway = gateway;
    gateway.openSessions += 1;
  }

  async alerted(alert: AlertCommand): Promise<number> {
    return this.#server.procedures.receiveAlert(this.#server, this.#gateway, alert);
  }

  async next(answers: readonly AnsweredCommand[]): Promise<readonly SyncMLCommand[]> {
    this.#heard();
    this.#conversation ??= this.#server.procedures.converse(this.#server, this.#gateway);
    const { done, value } = this.#conversation.next(answers);
    if (done !== true) return value;
    this.#conversation = undefined;
    return [];
  }

  /** What was not finished is for another session, which the gateway is asked for. */
  ended(): void {
    this.#conversation?.return();
    const { ports, config } = this.#server;
    ports.clock.after(config.limits.settleTime, () => this.#wakeForRest());
  }

  #wakeForRest(): void {
    this.#gateway.openSessions -= 1;
    const { jobs, reports, openSessions } = this.#gateway;
    const isLeft = reports.length > 0 || jobs.some(({ state }) => state === 'waiting');
    if (isLeft && openSessions === 0) this.#server.procedures.wakeGateway(this.#server, this.#gateway);
  }

  #heard(): void {
    this.#gateway.waking?.callOff();
    this.#gateway.waking = undefined;
  }
}
