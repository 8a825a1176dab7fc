import { nonceOctets } from '../../../protocol/codec/syncml/digests';
import type {
  AlertCommand,
  ResultsCommand,
  StatusCommand,
  SyncMLCommand,
} from '../../../protocol/model/syncml-command';
import { allCommands } from '../../../protocol/model/syncml-identifiers';
import type { Challenge, Meta } from '../../../protocol/model/syncml-item';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { VERSION_DTD, VERSION_PROTOCOL } from '../../../protocol/tables/syncml/identifiers';
import { statusCode } from '../../../protocol/tables/syncml/status-codes';
import type { TesterAccount } from './account';
import { alert, numbered, statusOf } from './command-building';
import { type CredentialHabit, challengeOf, type Judgement, judge, proofOf } from './credentials';
import type { MessageArrival, Outgoing } from './syncml-messages';

/** The commands of one package by the messages that carry them, one as a rule. */
export type Package = readonly (readonly SyncMLCommand[])[];

/** What a server tester does in a session, where a scenario does not leave it at the book. */
export interface ServerScript {
  /** The next package, asked for when the client has closed its own; none ends the session. */
  next(session: ServerSideSession): Promise<Package | undefined>;
  readonly credentials?: CredentialHabit;
  /** Asks for credentials even where those that came are right, in the answers to so many messages. */
  readonly challenges?: number;
  /** The status of a command of the client; 200 where it says nothing. */
  statusOf?(command: SyncMLCommand): number | undefined;
  readonly meta?: Meta;
}

/** A message of the client and what the tester made of it. */
export interface ServerTurn {
  readonly arrival: MessageArrival;
  readonly judgement: Judgement;
  readonly at: number;
}

/** A command that was sent, with all that the client said of it. */
export interface CommandOutcome {
  readonly command: SyncMLCommand;
  readonly messageID: number;
  readonly statuses: readonly StatusCommand[];
  readonly results: readonly ResultsCommand[];
}

interface Sent {
  readonly messageID: number;
  readonly commands: readonly SyncMLCommand[];
}

/** What a session needs from around it. */
export interface SessionSurroundings {
  readonly account: TesterAccount;
  /** Where the client shall send its further messages. */
  readonly responseURI: string;
  /** A nonce that nobody had. */
  nonce(): Uint8Array;
  now(): number;
}

const MOST_CHALLENGES = 3;

/**
 * The server's side of one session by the book: it judges credentials, challenges, answers each command of the client,
 * hands out the packages of its script and collects what becomes of them. It sends nothing and judges no conformance.
 * @see DM_Protocol 2.3, 2.4
 */
export class ServerSideSession {
  readonly sessionID: string;
  readonly turns: ServerTurn[] = [];
  readonly sent: Sent[] = [];
  readonly alerts: AlertCommand[] = [];
  ended: 'finished' | 'aborted' | 'not-authenticated' | undefined;
  readonly #around: SessionSurroundings;
  readonly #script: ServerScript;
  /** Messages of the package that is being sent. */
  #rest: (readonly SyncMLCommand[])[] = [];
  #latest: readonly SyncMLCommand[] = [];
  #latestIsFinal = true;
  #messageID = 0;
  #challenges = 0;
  #clientKnown = false;
  #serverKnown = false;
  #resends = 0;

  constructor(sessionID: string, around: SessionSurroundings, script: ServerScript) {
    this.sessionID = sessionID;
    this.#around = around;
    this.#script = script;
  }

  /** Takes a message and makes the answer by the book. */
  async answer(arrival: MessageArrival): Promise<Outgoing> {
    const judgement = this.#judge(arrival);
    this.turns.push({ arrival, judgement, at: this.#around.now() });
    if (judgement !== 'right' || this.#challenges < (this.#script.challenges ?? 0)) {
      return this.#challenge(arrival, judgement === 'wrong' ? 'wrong' : 'missing');
    }
    const { commands } = arrival.message;
    const isFirst = !this.#clientKnown;
    this.#clientKnown = true;
    for (const command of commands) if (command.kind === 'Alert') this.alerts.push(command);
    const statuses = [this.#headerStatus(arrival, isFirst), ...this.#statuses(arrival)];
    return this.#write(arrival, statuses, await this.#continue(arrival.message));
  }

  /** Every command that was sent, inside ones too, with what came back for it. */
  get outcomes(): readonly CommandOutcome[] {
    const received = this.turns.flatMap(({ arrival }) => arrival.message.commands);
    return this.sent.flatMap(({ messageID, commands }) =>
      [...allCommands(commands)].map((command) => {
        const isAbout = ({ messageReference, commandReference }: StatusCommand | ResultsCommand) =>
          (messageReference ?? 1) === messageID && commandReference === command.commandID;
        const statuses = received.filter((one) => one.kind === 'Status').filter(isAbout);
        const results = received.filter((one) => one.kind === 'Results').filter(isAbout);
        return { command, messageID, statuses, results };
      }),
    );
  }

  #judge(arrival: MessageArrival): Judgement {
    const { client, nonces } = this.#around.account;
    if (this.#clientKnown && client.type !== 'hmac') return 'right';
    return judge(arrival, client, [nonces.client]);
  }

  #challenge(arrival: MessageArrival, judgement: Exclude<Judgement, 'right'>): Outgoing {
    const code = statusCode(judgement === 'missing' ? 'MISSING_CREDENTIALS' : 'INVALID_CREDENTIALS');
    this.#challenges += 1;
    const isLast = this.#challenges >= MOST_CHALLENGES;
    if (isLast) this.ended = 'not-authenticated';
    const header = {
      ...this.#plainHeaderStatus(arrival, code),
      ...(!isLast && { challenge: this.#nextChallenge() }),
    };
    const refused = answerable(arrival.message).map((command) => this.#status(arrival, command, code));
    return this.#write(arrival, [header, ...refused], { commands: [], final: true });
  }

  #headerStatus(arrival: MessageArrival, isFirst: boolean): StatusCommand {
    const { type } = this.#around.account.client;
    if (type === 'hmac') {
      return { ...this.#plainHeaderStatus(arrival, statusCode('OK')), challenge: this.#nextChallenge() };
    }
    if (!isFirst) return this.#plainHeaderStatus(arrival, statusCode('OK'));
    const accepted = this.#plainHeaderStatus(arrival, statusCode('AUTHENTICATION_ACCEPTED'));
    return type === 'basic' ? accepted : { ...accepted, challenge: this.#nextChallenge() };
  }

  #nextChallenge(): Challenge {
    const { client, nonces } = this.#around.account;
    nonces.client = this.#around.nonce();
    return challengeOf(client.type, nonces.client);
  }

  #plainHeaderStatus({ message: { header } }: MessageArrival, code: number): StatusCommand {
    const references = { targetReferences: [header.target.uri], sourceReferences: [header.source.uri] };
    const about = { kind: 'Get', commandID: '0', items: [] } as const;
    return { ...statusOf(header.messageID, about, code), ...references, command: 'SyncHdr' };
  }

  #statuses(arrival: MessageArrival): StatusCommand[] {
    return answerable(arrival.message).map((command) => {
      const ordinary = hasMore(command) ? 'CHUNKED_ITEM_ACCEPTED' : 'OK';
      return this.#status(arrival, command, this.#script.statusOf?.(command) ?? statusCode(ordinary));
    });
  }

  #status({ message }: MessageArrival, command: SyncMLCommand, code: number): StatusCommand {
    return statusOf(message.header.messageID, command, code);
  }

  /** What follows the statuses, and whether the package is complete with it. */
  async #continue(message: SyncMLMessage): Promise<{ commands: readonly SyncMLCommand[]; final: boolean }> {
    if (hasAlert(message, ALERT_CODES.SESSION_ABORT)) {
      this.ended = 'aborted';
      return { commands: [], final: true };
    }
    if (this.#mustResend(message)) return { commands: this.#latest, final: this.#latestIsFinal };
    if (this.#rest.length === 0 && !message.final) {
      return { commands: [alert(ALERT_CODES.NEXT_MESSAGE)], final: false };
    }
    if (this.#rest.length === 0) this.#rest = [...((await this.#script.next(this)) ?? [])];
    this.#latest = this.#rest.shift() ?? [];
    this.#latestIsFinal = this.#rest.length === 0;
    this.#resends = 0;
    if (this.#latest.length === 0 && this.#latestIsFinal) this.ended = 'finished';
    return { commands: this.#latest, final: this.#latestIsFinal };
  }

  /** The client asks for the server's credentials, again or for the first time. @see DM_Protocol 2.4.1 */
  #mustResend({ commands }: SyncMLMessage): boolean {
    const status = commands.find((command) => command.kind === 'Status' && command.commandReference === '0');
    if (status?.kind !== 'Status') return false;
    const nonce = status.challenge?.meta.nextNonce;
    if (nonce !== undefined) this.#around.account.nonces.server = nonceOctets(nonce);
    if (status.code === statusCode('AUTHENTICATION_ACCEPTED')) this.#serverKnown = true;
    const isRefused =
      status.code === statusCode('INVALID_CREDENTIALS') || status.code === statusCode('MISSING_CREDENTIALS');
    if (!isRefused || status.challenge === undefined) return false;
    this.#resends += 1;
    return this.#resends <= MOST_CHALLENGES;
  }

  #write(
    arrival: MessageArrival,
    statuses: readonly StatusCommand[],
    { commands, final }: { readonly commands: readonly SyncMLCommand[]; readonly final: boolean },
  ): Outgoing {
    const { account, responseURI } = this.#around;
    this.#messageID += 1;
    const all = numbered([...statuses, ...commands]);
    this.sent.push({ messageID: this.#messageID, commands: all.slice(statuses.length) });
    const proof =
      this.#serverKnown && account.server.type !== 'hmac'
        ? {}
        : proofOf(account.server, account.nonces.server, this.#script.credentials);
    const header = {
      versionDTD: VERSION_DTD,
      versionProtocol: VERSION_PROTOCOL,
      sessionID: this.sessionID,
      messageID: this.#messageID,
      target: { uri: arrival.message.header.source.uri },
      source: { uri: account.serverID, ...(proof.name !== undefined && { name: proof.name }) },
      responseURI,
      ...(proof.credential !== undefined && { credential: proof.credential }),
      ...(this.#script.meta !== undefined && { meta: this.#script.meta }),
    };
    const message = { header, commands: all, final };
    return {
      message,
      serialization: arrival.serialization,
      ...(proof.mac !== undefined && { mac: proof.mac }),
    };
  }
}

/** Commands of a client that get a status: not statuses, and not results, which are fine as they are. @see DM_RepPro 4.1.6.12 */
function answerable({ commands }: SyncMLMessage): SyncMLCommand[] {
  return commands.filter(({ kind }) => kind !== 'Status' && kind !== 'Results');
}

function hasMore(command: SyncMLCommand): boolean {
  return 'items' in command && command.items.some(({ moreData }) => moreData === true);
}

export function hasAlert({ commands }: SyncMLMessage, code: number): boolean {
  return commands.some((command) => command.kind === 'Alert' && command.code === code);
}
