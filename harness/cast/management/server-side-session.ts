import type {
  AlertCommand,
  ResultsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../../protocol/model/syncml-command';
import { allCommands } from '../../../protocol/model/syncml-identifiers';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../../protocol/tables/syncml/status-codes';
import type { TesterAccount } from './account';
import { hasAlert } from './client-answers';
import { alert, numbered, statusOf } from './command-building';
import type { Judgement } from './credentials';
import { dividedPackage } from './divided-package';
import type { Habits } from './habits';
import { headed } from './message-header';
import { ReceivedObjects } from './received-objects';
import { SessionProofs } from './session-proofs';
import type { MessageArrival, Outgoing } from './syncml-messages';

/** What a server tester does in a session. */
export interface ServerScript {
  /** Commands of the next package, asked for when the client has closed its own; none ends the session. */
  next(session: ServerSideSession): Promise<readonly SyncMLCommand[]>;
  readonly habits: () => Habits;
  /** The status of a command of the client; 200 where it says nothing. */
  statusOf?(command: SyncMLCommand): number | undefined;
}

/** A message of the client and what the tester made of it. */
export interface ServerTurn {
  readonly arrival: MessageArrival;
  /** Where it was sent. */
  readonly to: string;
  readonly at: number;
  /** Of the credentials of the client. */
  readonly judgement: Judgement;
  readonly sent: SyncMLMessage;
  /** The session was over before it came. */
  readonly isLate: boolean;
}

/** A command that was sent, with all that the client said of it. */
export interface CommandOutcome {
  readonly command: SyncMLCommand;
  readonly messageID: number;
  readonly statuses: readonly StatusCommand[];
  /** Large objects put together. */
  readonly results: readonly ResultsCommand[];
}

/** What a session needs from around it. */
export interface ServerSurroundings {
  readonly account: TesterAccount;
  /** Where the client shall send its further messages. */
  readonly responseURI: string;
  /** A nonce that nobody had. */
  nonce(): Uint8Array;
  now(): number;
}

export type ServerEnd = 'finished' | 'aborted' | 'not-authenticated';

/** One message: its commands, and whether a package ends with it. */
interface Draft {
  readonly commands: readonly SyncMLCommand[];
  readonly final: boolean;
}

/** Alerts below are for the user, those from here on steer sessions. @see DM_RepPro 4.2 */
const FIRST_OF_SESSIONS = ALERT_CODES.SERVER_INITIATED_MANAGEMENT;

const NOTHING: Draft = { commands: [], final: true };

/**
 * The server's side of one session by the book: it judges credentials, challenges, answers each command of the client,
 * hands out the packages of its script and collects what becomes of them. It sends nothing and judges no conformance.
 * @see DM_Protocol 2.3, 2.4
 */
export class ServerSideSession {
  readonly sessionID: string;
  readonly turns: ServerTurn[] = [];
  /** Of a client that had proved itself. */
  readonly alerts: AlertCommand[] = [];
  readonly objects = new ReceivedObjects();
  ended: ServerEnd | undefined;
  readonly #around: ServerSurroundings;
  readonly #script: ServerScript;
  readonly #proofs: SessionProofs;
  readonly #results: ResultsCommand[] = [];
  /** Messages of the package that is being sent. */
  #queue: Draft[] = [];
  #latest: Draft = NOTHING;
  #messageID = 0;
  /** Messages whose commands were sent again, because the client wanted other credentials. */
  readonly #superseded = new Set<number>();

  constructor(sessionID: string, around: ServerSurroundings, script: ServerScript) {
    this.sessionID = sessionID;
    this.#around = around;
    this.#script = script;
    const { habits } = script;
    this.#proofs = new SessionProofs(around.account, 'server', { habits, nonce: around.nonce });
  }

  /** Takes a message and makes the answer to it. */
  async answer(arrival: MessageArrival, to: string): Promise<Outgoing> {
    const at = this.#around.now();
    const isLate = this.ended !== undefined;
    const reception = this.#proofs.learn(arrival.message);
    const judgement = this.#proofs.judge(arrival);
    const header = this.#proofs.headerStatus(arrival, judgement);
    const isRight = judgement === 'right';
    if (isRight) this.#take(arrival.message);
    if (this.#proofs.isTired || reception === 'refused') this.ended = 'not-authenticated';
    const statuses = [header, ...this.#statuses(arrival, isRight ? undefined : header.code)];
    const next = isRight ? await this.#continue(arrival.message, reception === 'again') : NOTHING;
    const outgoing = this.#write(arrival, statuses, next);
    this.turns.push({ arrival, to, at, judgement, sent: outgoing.message, isLate });
    return outgoing;
  }

  /** Every command that was sent, inside ones too, with what came back for it; in the order of sending. */
  get outcomes(): readonly CommandOutcome[] {
    const said = this.turns.flatMap(({ arrival }) => arrival.message.commands);
    const counting = this.turns.filter(({ sent }) => !this.#superseded.has(sent.header.messageID));
    return counting.flatMap(({ sent }) =>
      [...allCommands(sent.commands.filter(isForClient))].map((command) => {
        const isAbout = ({ messageReference, commandReference }: StatusCommand | ResultsCommand) =>
          (messageReference ?? 1) === sent.header.messageID && commandReference === command.commandID;
        const statuses = said.filter((one) => one.kind === 'Status').filter(isAbout);
        const { messageID } = sent.header;
        return { command, messageID, statuses, results: this.#results.filter(isAbout) };
      }),
    );
  }

  #take({ commands }: SyncMLMessage): void {
    for (const command of commands) {
      if (command.kind === 'Alert') this.alerts.push(command);
      if (command.kind !== 'Results') continue;
      const part = this.objects.take(command);
      if (part.kind === 'whole') this.#results.push(part.command);
    }
  }

  #statuses({ message }: MessageArrival, refusal: number | undefined): StatusCommand[] {
    const { messageID } = message.header;
    return message.commands.filter(isAnswered).map((command) => {
      const ordinary = statusCode(hasMore(command) ? 'CHUNKED_ITEM_ACCEPTED' : 'OK');
      return statusOf(messageID, command, refusal ?? this.#script.statusOf?.(command) ?? ordinary);
    });
  }

  /** What follows the statuses. */
  async #continue(message: SyncMLMessage, again: boolean): Promise<Draft> {
    if (hasAlert(message, ALERT_CODES.SESSION_ABORT)) this.ended = 'aborted';
    if (this.ended !== undefined) return NOTHING;
    if (again && this.#latest !== NOTHING) {
      this.#superseded.add(this.#messageID);
      return this.#latest;
    }
    if (this.#queue.length === 0 && !message.final)
      return { commands: [alert(ALERT_CODES.NEXT_MESSAGE)], final: false };
    if (this.#queue.length === 0) this.#queue = await this.#nextPackage();
    this.#latest = this.#queue.shift() ?? NOTHING;
    if (this.#latest === NOTHING) this.ended = 'finished';
    return this.#latest;
  }

  async #nextPackage(): Promise<Draft[]> {
    const habits = this.#script.habits();
    if (habits.aborts !== 'never') {
      this.ended = 'aborted';
      return [{ commands: [alert(ALERT_CODES.SESSION_ABORT)], final: true }];
    }
    const commands = await this.#script.next(this);
    if (commands.length === 0) return [];
    const messages = dividedPackage(commands, habits);
    return messages.map((part, at) => ({ commands: part, final: at === messages.length - 1 }));
  }

  #write(arrival: MessageArrival, statuses: readonly StatusCommand[], { commands, final }: Draft): Outgoing {
    const { account, responseURI } = this.#around;
    const habits = this.#script.habits();
    this.#messageID += 1;
    const { sessionID } = this;
    const names = { target: arrival.message.header.source.uri, source: account.serverID, responseURI };
    const proof = this.#proofs.proofFor(this.#messageID);
    const { header, mac } = headed({ sessionID, messageID: this.#messageID, ...names }, proof, habits.meta);
    const message = { header, commands: numbered([...statuses, ...commands]), final };
    return habits.change({ message, serialization: arrival.serialization, ...mac }, this.#messageID);
  }
}

/** Commands that get a status: not statuses, and not results that are whole. @see DM_RepPro 4.1.6.12 */
function isAnswered(command: SyncMLCommand): boolean {
  return command.kind === 'Results' ? hasMore(command) : command.kind !== 'Status';
}

export function isForClient(command: SyncMLCommand): boolean {
  if (command.kind === 'Alert') return command.code !== undefined && command.code < FIRST_OF_SESSIONS;
  return command.kind !== 'Status' && command.kind !== 'Results';
}

function hasMore(command: SyncMLCommand): boolean {
  return 'items' in command && command.items.some(({ moreData }) => moreData === true);
}
