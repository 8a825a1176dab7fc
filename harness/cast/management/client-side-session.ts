import type { AlertCommand, StatusCommand, SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Item } from '../../../protocol/model/syncml-item';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../../protocol/tables/syncml/status-codes';
import type { TesterAccount } from './account';
import { type Answers, answersTo, carriesWork, hasAlert, refusals } from './client-answers';
import { alert, numbered } from './command-building';
import type { Judgement } from './credentials';
import { dividedPackage, type Package } from './divided-package';
import type { Habits } from './habits';
import { headed } from './message-header';
import { ReceivedObjects } from './received-objects';
import { SessionProofs } from './session-proofs';
import type { Arrival, MessageArrival, Outgoing } from './syncml-messages';
import type { Answered } from './tester-tree';

/** What a client tester does in a session. */
export interface ClientScript {
  readonly sessionID: string;
  readonly alertCode: number;
  /** Further alerts of package 1. */
  readonly alerts: readonly AlertCommand[];
  readonly deviceInformation: readonly Item[];
  readonly serialization: 'xml' | 'wbxml';
  readonly habits: () => Habits;
  /** Carries a command of the server out. */
  perform(command: SyncMLCommand): readonly Answered[];
  /** Waits before the answers to commands are sent. */
  beforeAnswers?(): Promise<void>;
  /** Sends only so many of its answers and then nothing any more. */
  readonly answersBeforeDrop?: number;
  /** Alerts that go with the answers to commands. */
  alertsWithAnswers?(): readonly AlertCommand[];
}

/** What a session needs from around it. */
export interface ClientSurroundings {
  readonly account: TesterAccount;
  transmit(to: string, outgoing: Outgoing): Promise<Arrival>;
  nonce(): Uint8Array;
  now(): number;
}

/** A message that the tester sent, and what came back. */
export interface ClientTurn {
  readonly sent: SyncMLMessage;
  readonly to: string;
  readonly at: number;
  readonly arrival: Arrival;
  /** Of the credentials of the server. */
  readonly judgement?: Judgement;
}

export type ClientEnd = 'finished' | 'aborted' | 'broken' | 'dropped' | 'not-authenticated' | 'endless';

const MOST_MESSAGES = 100;

const ABORT = alert(ALERT_CODES.SESSION_ABORT);

/** One message: its commands, and whether a package ends with it. */
interface Draft {
  readonly commands: readonly SyncMLCommand[];
  readonly final: boolean;
}

/**
 * The client's side of one session by the book: it proves itself, has the server prove itself, carries commands out and
 * answers them, until the server has nothing more. It judges no conformance. @see DM_Protocol 2.3, 2.4
 */
export class ClientSideSession {
  readonly turns: ClientTurn[] = [];
  /** Commands of a server that had proved itself, in the order in which they came. */
  readonly executed: SyncMLCommand[] = [];
  readonly objects = new ReceivedObjects();
  ended: ClientEnd | undefined;
  readonly #around: ClientSurroundings;
  readonly #script: ClientScript;
  readonly #proofs: SessionProofs;
  #to: string;
  #messageID = 0;
  /** Messages that wait for their turn. */
  #queue: Draft[] = [];

  constructor(around: ClientSurroundings, script: ClientScript) {
    this.#around = around;
    this.#script = script;
    const { habits } = script;
    this.#proofs = new SessionProofs(around.account, 'client', { habits, nonce: around.nonce });
    this.#to = around.account.serverAddress;
  }

  get sessionID(): string {
    return this.#script.sessionID;
  }

  get alertCode(): number {
    return this.#script.alertCode;
  }

  /** From package 1 to the end, whatever it is. */
  async run(): Promise<void> {
    this.#queue = this.#package(this.#firstPackage(), true);
    for (let draft = this.#queue.shift(); draft !== undefined; draft = this.#queue.shift()) {
      const arrival = await this.#send(draft);
      if (arrival.kind !== 'message') this.#end('broken');
      else await this.#take(arrival);
      if (this.#messageID >= MOST_MESSAGES) this.#end('endless');
    }
  }

  #firstPackage(): readonly SyncMLCommand[] {
    const { alertCode, alerts, deviceInformation } = this.#script;
    const information: SyncMLCommand = { kind: 'Replace', commandID: '', items: deviceInformation };
    const abort = this.#script.habits().aborts === 'at once' ? [ABORT] : [];
    const inform = deviceInformation.length === 0 ? [] : [information];
    return [alert(alertCode), ...alerts, ...inform, ...abort];
  }

  #package(commands: readonly SyncMLCommand[], final: boolean): Draft[] {
    const habits = this.#script.habits();
    const messages: Package = dividedPackage(commands, habits);
    return messages.map((part, at) => ({ commands: part, final: final && at === messages.length - 1 }));
  }

  /** Puts what follows a message of the server into the queue. */
  async #take(arrival: MessageArrival): Promise<void> {
    const reception = this.#proofs.learn(arrival.message);
    const judgement = this.#proofs.judge(arrival);
    this.#remember(judgement);
    this.#to = arrival.message.header.responseURI ?? this.#to;
    if (hasAlert(arrival.message, ALERT_CODES.SESSION_ABORT)) return this.#end('aborted');
    if (reception === 'refused' || this.#proofs.isTired) return this.#end('not-authenticated');
    const work = carriesWork(arrival.message);
    if (reception === 'taken' && !work && this.#queue.length === 0 && arrival.message.final)
      return this.#end('finished');
    const header = this.#proofs.headerStatus(arrival, judgement);
    if (reception === 'again') {
      this.#queue = this.#package([header, ...this.#firstPackage()], true);
    } else await this.#answer(arrival, header, judgement);
  }

  async #answer(arrival: MessageArrival, header: StatusCommand, judgement: Judgement): Promise<void> {
    const answers = judgement === 'right' ? await this.#answers(arrival) : refusals(arrival, header.code);
    const { statuses, results } = answers;
    if (this.#queue.length > 0) {
      const [next, ...others] = this.#queue;
      const commands = [header, ...statuses, ...(next?.commands ?? [])];
      this.#queue = [{ commands, final: next?.final ?? true }, ...others];
      return;
    }
    const { answersBeforeDrop: most } = this.#script;
    if (most !== undefined) return this.#drop([header, ...statuses.slice(0, most)]);
    const isOpen = !arrival.message.final;
    const next = isOpen && statuses.length === 0 ? [alert(ALERT_CODES.NEXT_MESSAGE)] : [];
    const alerts = isOpen ? [] : (this.#script.alertsWithAnswers?.() ?? []);
    const isAborted = this.#script.habits().aborts === 'later' && statuses.length > 0;
    const all = isAborted ? [header, ABORT] : [header, ...statuses, ...results, ...alerts, ...next];
    this.#queue = this.#package(all, isAborted || !isOpen);
  }

  async #answers({ message }: MessageArrival): Promise<Answers> {
    await this.#script.beforeAnswers?.();
    const answered = message.commands.flatMap((command) => this.#perform(command));
    return answersTo(message.header.messageID, answered);
  }

  #perform(command: SyncMLCommand): readonly Answered[] {
    if (command.kind === 'Status' || command.kind === 'Results') return [];
    const say = (code: number) => [{ command, code, found: [] }];
    if (command.kind === 'Alert') {
      const isNext = command.code === ALERT_CODES.NEXT_MESSAGE;
      return isNext ? [] : say(statusCode('OPTIONAL_FEATURE_NOT_SUPPORTED'));
    }
    const part = this.objects.take(command);
    if (part.kind === 'more') return say(statusCode('CHUNKED_ITEM_ACCEPTED'));
    if (!part.sizeHolds) return say(statusCode('SIZE_MISMATCH'));
    const refused = this.#script.habits().refuses(command);
    if (refused !== undefined) return say(refused);
    this.executed.push(part.command);
    return this.#script.perform(part.command);
  }

  async #drop(commands: readonly SyncMLCommand[]): Promise<void> {
    await this.#send({ commands, final: false });
    this.#end('dropped');
  }

  #end(how: ClientEnd): void {
    this.ended ??= how;
    this.#queue = [];
  }

  async #send({ commands, final }: Draft): Promise<Arrival> {
    const { account, transmit, now } = this.#around;
    const { serialization, sessionID } = this.#script;
    const habits = this.#script.habits();
    this.#messageID += 1;
    const names = { target: account.serverAddress, source: account.deviceID };
    const meta = habits.meta;
    const proof = this.#proofs.proofFor(this.#messageID);
    const { header, mac } = headed({ sessionID, messageID: this.#messageID, ...names }, proof, meta);
    const message = { header, commands: numbered(commands), final };
    const outgoing = habits.change({ message, serialization, ...mac }, this.#messageID);
    const [to, at] = [this.#to, now()];
    const arrival = await transmit(to, outgoing);
    this.turns.push({ sent: outgoing.message, to, at, arrival });
    if (habits.repeatsMessages) await transmit(to, outgoing);
    return arrival;
  }

  #remember(judgement: Judgement): void {
    const latest = this.turns.pop();
    if (latest !== undefined) this.turns.push({ ...latest, judgement });
  }
}
