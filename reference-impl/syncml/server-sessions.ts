import type { Account, Nonces } from './account';
import { type AuthenticationProcedures, startAuthentication } from './authentication';
import type { OutgoingMessage, ReceivedMessage } from './envelope';
import type { HeaderRefusal, ServerSessionProcedures } from './server-session-procedures';
import { endSession, type ServerLimits, type ServerPorts, type ServerSession } from './server-session-state';
import type { ServerWork, SessionEnd } from './server-work';

/** What a server knows of a device. */
export interface AccountState {
  readonly account: Account;
  readonly nonces: Nonces;
}

/** A session that begins: whoever it says it is has not proved it. */
export interface SessionOpening {
  readonly account: Account;
  readonly deviceID: string;
  readonly sessionID: string;
  /** Filled by what the device says of its DevInfo. */
  readonly deviceInformation: ReadonlyMap<string, string>;
}

export interface ServerSessionsOptions {
  readonly serverID: string;
  /** Where the server takes messages, without a query. */
  readonly address: string;
  readonly limits: ServerLimits;
  readonly ports: ServerPorts;
  readonly procedures: ServerSessionProcedures;
  readonly authenticationProcedures: AuthenticationProcedures;
  accountOf(deviceID: string): AccountState | undefined;
  workFor(opening: SessionOpening): ServerWork;
}

/**
 * The sessions of one server by the token in their address: it finds the one of a message, sees to it that messages of
 * one session come one after the other, and ends what is silent. It knows nothing of what is in a message.
 */
export class ServerSessions {
  readonly #options: ServerSessionsOptions;
  readonly #sessions = new Map<string, Entry>();

  constructor(options: ServerSessionsOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#sessions.size;
  }

  /** `token` is what the address of the message carried. No answer where there is no room for another session. */
  async receive(received: ReceivedMessage, token?: string): Promise<OutgoingMessage | undefined> {
    const { procedures } = this.#options;
    const refusal = procedures.versionRefusal(received.message.header);
    if (refusal !== undefined) return this.#refuse(received, refusal);
    if (token === undefined) return this.#begin(received);
    const entry = this.#sessions.get(token);
    if (entry === undefined) return this.#refuse(received, { code: procedures.codeForMessageOutOfTurn() });
    return this.#take(entry, received);
  }

  #refuse({ message }: ReceivedMessage, refusal: HeaderRefusal): OutgoingMessage {
    const { procedures, serverID } = this.#options;
    return procedures.refuseOutside(message, refusal, serverID);
  }

  /** The first message of a session may come twice as well, and then without a token. */
  async #begin(received: ReceivedMessage): Promise<OutgoingMessage | undefined> {
    const { accountOf, limits, procedures } = this.#options;
    const { header } = received.message;
    const begun = this.#begunBy(received);
    if (begun !== undefined) return this.#take(begun, received);
    const known = accountOf(header.source.uri);
    if (known === undefined) return this.#refuse(received, { code: procedures.codeForUnknownDevice() });
    if (this.#sessions.size >= limits.sessions && !this.#makeRoom()) return undefined;
    const entry = {
      session: this.#open(known, header.sessionID),
      turn: Promise.resolve(),
      callOff: () => {},
    };
    this.#sessions.set(entry.session.token, entry);
    return this.#take(entry, received);
  }

  #begunBy({ message }: ReceivedMessage): Entry | undefined {
    for (const entry of this.#sessions.values()) {
      const { session } = entry;
      if (session.account.deviceID !== message.header.source.uri || session.over !== undefined) continue;
      if (session.taken > 1 || session.latest === undefined) continue;
      if (session.procedures.isRepetition(session.latest.received, { message })) return entry;
    }
    return undefined;
  }

  /** Those that are over go first, then those in which nobody has proved anything, oldest first. */
  #makeRoom(): boolean {
    const entries = [...this.#sessions.values()];
    const isOver = ({ session }: Entry): boolean => session.over !== undefined;
    const entry = entries.find(isOver) ?? entries.find(({ session }) => !session.isProven);
    if (entry === undefined) return false;
    this.#remove(entry, 'aborted');
    return true;
  }

  #open({ account, nonces }: AccountState, sessionID: string): ServerSession {
    const { address, authenticationProcedures, limits, ports, procedures, workFor } = this.#options;
    const deviceInformation = new Map<string, string>();
    const { random } = ports;
    const start = { account, nonces, side: 'server', random, procedures: authenticationProcedures } as const;
    return {
      token: ports.ids.next(''),
      sessionID,
      account,
      deviceInformation,
      authentication: startAuthentication(start),
      work: workFor({ account, deviceID: account.deviceID, sessionID, deviceInformation }),
      limits,
      ports,
      address,
      procedures,
      received: 0,
      sent: 0,
      taken: 0,
      isProven: false,
      isPackageOpen: false,
      queue: [],
      said: [],
      asked: [],
      travelled: new Map(),
      strays: 0,
    };
  }

  async #take(entry: Entry, received: ReceivedMessage): Promise<OutgoingMessage> {
    const { session } = entry;
    const { procedures } = session;
    const { latest } = session;
    if (latest !== undefined && procedures.isRepetition(latest.received, received)) return latest.answer;
    const { header } = received.message;
    if (!procedures.isInTurn(session, header))
      return this.#refuse(received, { code: procedures.codeForMessageOutOfTurn() });
    session.received = header.messageID;
    entry.callOff();
    const answer = entry.turn.then(() => procedures.answerMessage(session, received));
    session.latest = { received, answer };
    entry.turn = answer.then(
      () => this.#watch(entry, answer),
      () => this.#remove(entry, 'aborted'),
    );
    return answer;
  }

  /** Silence is what comes after the answer to the last message. */
  #watch(entry: Entry, answer: Promise<OutgoingMessage>): void {
    if (entry.session.latest?.answer !== answer) return;
    const { clock } = this.#options.ports;
    entry.callOff = clock.after(this.#options.limits.idleTime, () => this.#remove(entry, 'timed-out'));
  }

  #remove(entry: Entry, how: SessionEnd): void {
    entry.callOff();
    this.#sessions.delete(entry.session.token);
    endSession(entry.session, how);
  }
}

interface Entry {
  readonly session: ServerSession;
  /** Comes to an end with the answer to the last message. */
  turn: Promise<void>;
  /** Of the time after which silence ends the session. */
  callOff: () => void;
}
