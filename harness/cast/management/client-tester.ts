import type { AlertCommand, SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Item } from '../../../protocol/model/syncml-item';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { misbehave } from '../../links/misbehaviour';
import type { TesterAccount } from './account';
import { Changes } from './changes';
import { ClientSideSession } from './client-side-session';
import { BY_THE_BOOK, type Habits } from './habits';
import { type ReceivedPackageZero, readPackageZero } from './package-zero';
import type { SyncMLStage } from './stage';
import { type Arrival, exchange, type Outgoing, requestOf } from './syncml-messages';
import { type Answered, TesterTree } from './tester-tree';

/** What a client tester does about package 0 and its sessions; a scenario changes it. */
export interface ClientConduct {
  /** So many packages 0 do not reach it. */
  readonly offlineFor: number;
  readonly connects: boolean;
  /** From package 0 to package 1, in milliseconds. */
  readonly connectsAfter: number;
  /** From commands to the answers to them, in milliseconds. */
  readonly answersAfter: number;
  /** Sends so many answers, and then nothing any more. */
  readonly answersBeforeDrop: number | undefined;
  /** Has the same content once more in a second session. */
  readonly answersTwice: boolean;
  readonly sessionID: string | undefined;
  /** That of the stage where it is absent. */
  readonly serialization: 'xml' | 'wbxml' | undefined;
  /** What package 1 says of the device. */
  readonly information: (items: readonly Item[]) => readonly Item[];
}

export const CONNECTS_AND_ANSWERS: ClientConduct = {
  offlineFor: 0,
  connects: true,
  connectsAfter: 0,
  answersAfter: 0,
  answersBeforeDrop: undefined,
  answersTwice: false,
  sessionID: undefined,
  serialization: undefined,
  information: (items) => items,
};

/** Why a session is opened. */
export interface Occasion {
  readonly alertCode: number;
  readonly sessionID: string;
  readonly alerts?: readonly AlertCommand[];
  readonly alertsWithAnswers?: () => readonly AlertCommand[];
  readonly habits?: Partial<Habits>;
}

/**
 * A tester that plays a DM client: it takes package 0, opens sessions, carries commands out on its nodes and keeps what
 * it got and did. It does not know whether it is a device or a gateway.
 */
export class ClientTester {
  readonly name: string;
  readonly stage: SyncMLStage;
  readonly #account: () => TesterAccount;
  readonly nodes = new TesterTree();
  habits: Habits = BY_THE_BOOK;
  conduct: ClientConduct = CONNECTS_AND_ANSWERS;
  readonly #pending = new Set<() => void>();
  /** Resolves when no session is under way; it never rejects. */
  #latest: Promise<unknown> = Promise.resolve();
  readonly packagesZero: ReceivedPackageZero[] = [];
  /** Those that came while it was offline: nobody knows of them but the evidence. */
  readonly missedPackagesZero: ReceivedPackageZero[] = [];
  readonly sessions: ClientSideSession[] = [];
  readonly changes = new Changes();
  /** Asked for the alerts that go with answers. */
  alertsWithAnswers: () => readonly AlertCommand[] = () => [];
  /** What broke within the tester; it is no fault of the target. */
  failure: unknown;

  constructor(stage: SyncMLStage, name: string, account: () => TesterAccount) {
    this.stage = stage;
    this.name = name;
    this.#account = account;
  }

  get serialization(): 'xml' | 'wbxml' {
    return this.conduct.serialization ?? this.stage.serialization;
  }

  get account(): TesterAccount {
    return this.#account();
  }

  /** Takes package 0, wherever it was sent to. */
  async takePackageZero(request: Request): Promise<Response> {
    const received = await readPackageZero(request, this.account, this.stage.time.now());
    if (this.missedPackagesZero.length < this.conduct.offlineFor) {
      this.missedPackagesZero.push(received);
      return misbehave(new Response(null), 'close-without-answer');
    }
    const { sessionID } = received.notification ?? {};
    const isKnown = this.packagesZero.some(({ notification }) => notification?.sessionID === sessionID);
    this.packagesZero.push(received);
    if (received.nonce !== undefined) this.account.nonces.server = received.nonce;
    if (this.conduct.connects && !isKnown && received.nonce !== undefined) this.#connectSoon(received);
    this.changes.happened();
    return new Response(null, { status: 202 });
  }

  #connectSoon(received: ReceivedPackageZero): void {
    this.later(this.conduct.connectsAfter, () => this.inTurn(() => this.answerPackageZero(received)));
  }

  /** In the middle of a session nobody opens another one with the same server: it begins when that one has ended. */
  protected inTurn(open: () => Promise<ClientSideSession>): Promise<ClientSideSession> {
    const turn = this.#latest.then(open);
    this.#latest = turn.catch(() => undefined);
    return turn;
  }

  /** Does something later, unless the tester is closed before: the next scenario must hear nothing of this one. */
  protected later(milliseconds: number, action: () => Promise<unknown>): void {
    const callOff = this.stage.time.after(milliseconds, () => {
      this.#pending.delete(callOff);
      action().catch((failure: unknown) => {
        this.failure = failure;
      });
    });
    this.#pending.add(callOff);
  }

  async close(): Promise<void> {
    for (const callOff of this.#pending) callOff();
    this.#pending.clear();
  }

  /** Opens the session that a package 0 asked for. */
  answerPackageZero(
    { notification }: ReceivedPackageZero,
    habits: Partial<Habits> = {},
  ): Promise<ClientSideSession> {
    const sessionID = (notification?.sessionID ?? 0).toString(16).toUpperCase();
    return this.connect({ alertCode: ALERT_CODES.SERVER_INITIATED_MANAGEMENT, sessionID, habits });
  }

  /** Opens a session by itself. */
  connectByItself(alerts: readonly AlertCommand[] = []): Promise<ClientSideSession> {
    const sessionID = (this.sessions.length + 1).toString(16).toUpperCase().padStart(4, 'C');
    return this.connect({ alertCode: ALERT_CODES.CLIENT_INITIATED_MANAGEMENT, sessionID, alerts });
  }

  /** Runs a session to its end. */
  async connect(occasion: Occasion): Promise<ClientSideSession> {
    const session = this.#session(occasion);
    this.sessions.push(session);
    const running = session.run();
    this.#latest = Promise.allSettled([this.#latest, running]);
    await running;
    this.changes.happened();
    if (this.conduct.answersTwice) {
      this.conduct = { ...this.conduct, answersTwice: false };
      await this.#answerAgain(session);
    }
    return session;
  }

  #session({ alertCode, sessionID, alerts = [], habits }: Occasion): ClientSideSession {
    const { stage, account, conduct } = this;
    const { answersBeforeDrop } = conduct;
    return new ClientSideSession(
      {
        account,
        transmit: (to, outgoing) => this.#transmit(to, outgoing),
        nonce: () => new TextEncoder().encode(`${stage.unique('client-nonce')}-of-sixteen-octets`),
        now: () => stage.time.now(),
      },
      {
        sessionID: conduct.sessionID ?? sessionID,
        alertCode,
        alerts,
        deviceInformation: conduct.information(deviceInformation(account.deviceID)),
        serialization: this.serialization,
        habits: () => ({ ...this.habits, ...habits }),
        perform: (command) => this.perform(command),
        beforeAnswers: () => this.#beforeAnswers(),
        ...(answersBeforeDrop !== undefined && { answersBeforeDrop }),
        alertsWithAnswers: () => this.alertsWithAnswers(),
      },
    );
  }

  perform(command: SyncMLCommand): readonly Answered[] {
    return this.nodes.perform(command, this.habits.refuses);
  }

  async #beforeAnswers(): Promise<void> {
    const { answersAfter } = this.conduct;
    if (answersAfter === 0) return;
    await new Promise<void>((resolve) => this.stage.time.after(answersAfter, resolve));
  }

  #transmit(to: string, outgoing: Outgoing): Promise<Arrival> {
    return exchange(this.stage.linkOf(this.name), requestOf(to, outgoing));
  }

  /** The last message once more, and a second session that says the same with another value. */
  async #answerAgain(session: ClientSideSession): Promise<void> {
    const last = session.turns.at(-1);
    if (last === undefined) return;
    const { serialization } = this;
    await this.#transmit(last.to, { message: last.sent, serialization });
    const change: Habits['change'] = (outgoing) => {
      const repeated = last.sent.commands.filter(({ kind }) => kind === 'Status' || kind === 'Results');
      const { commands } = outgoing.message;
      const others = repeated.map((command, at) => ({
        ...twice(command),
        commandID: `${commands.length + at + 1}`,
      }));
      return { ...outgoing, message: { ...outgoing.message, commands: [...commands, ...others] } };
    };
    await this.connect({ alertCode: session.alertCode, sessionID: session.sessionID, habits: { change } });
  }
}

function twice(command: SyncMLCommand): SyncMLCommand {
  if (command.kind !== 'Results') return command;
  return { ...command, items: command.items.map((item) => ({ ...item, data: 'twice' })) };
}

/** @see DM_StdObj 7.1.3.2 */
function deviceInformation(deviceID: string): readonly Item[] {
  const values = { DevId: deviceID, Man: 'Flowproof', Mod: 'tester', DmV: '1.2', Lang: 'en' };
  return Object.entries(values).map(([name, data]) => ({ source: { uri: `./DevInfo/${name}` }, data }));
}
