import { nonceOctets } from '../../../protocol/codec/syncml/digests';
import type { AlertCommand, StatusCommand, SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Challenge, Item } from '../../../protocol/model/syncml-item';
import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { AUTHENTICATION_TYPES, VERSION_DTD, VERSION_PROTOCOL } from '../../../protocol/tables/syncml/identifiers';
import { statusCode } from '../../../protocol/tables/syncml/status-codes';
import type { AuthenticationType, TesterAccount } from './account';
import { alert, numbered, statusOf } from './command-building';
import { challengeOf, judge, type Judgement, proofOf } from './credentials';
import { dividedPackage, type Package } from './divided-package';
import type { Habits } from './habits';
import { ReceivedObjects } from './received-objects';
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
  readonly habits: Habits;
  /** Carries a command of the server out. */
  perform(command: SyncMLCommand): readonly Answered[];
  /** Waits before the answers to commands are sent. */
  beforeAnswers?(): Promise<void>;
  /** Sends only so many of its answers and then nothing any more. */
  readonly answersBeforeDrop?: number;
  /** Says nothing where the server has commands. */
  readonly stopsSilently?: boolean;
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
  readonly arrival: Arrival;
  readonly judgement: Judgement | undefined;
  readonly at: number;
  readonly to: string;
}

export type ClientEnd = 'finished' | 'aborted' | 'broken' | 'dropped' | 'not-authenticated' | 'endless';

const MOST_CHALLENGES = 3;
const MOST_MESSAGES = 60;

/**
 * The client's side of one session by the book: it proves itself, has the server prove itself, carries commands out and
 * answers them, until the server has nothing more. It judges no conformance. @see DM_Protocol 2.3, 2.4
 */
export class ClientSideSession {
  readonly turns: ClientTurn[] = [];
  /** Commands of an authenticated server, in the order in which they came. */
  readonly executed: SyncMLCommand[] = [];
  ended: ClientEnd | undefined;
  readonly objects = new ReceivedObjects();
  readonly #around: ClientSurroundings;
  readonly #script: ClientScript;
  #to: string;
  #type: AuthenticationType;
  #nonceBefore: Uint8Array;
  #messageID = 0;
  #refusals = 0;
  #challenged = 0;
  #clientKnown = false;
  #serverKnown = false;

  constructor(around: ClientSurroundings, script: ClientScript) {
    this.#around = around;
    this.#script = script;
    this.#to = around.account.serverAddress;
    this.#type = around.account.client.type;
    this.#nonceBefore = around.account.nonces.client;
  }

  get sessionID(): string {
    return this.#script.sessionID;
  }

  async run(): Promise<void> {
    let rest: Package = this.#firstPackage([]);
    while (this.ended === undefined) {
      const [commands = [], ...others] = rest;
      const arrival = await this.#send(commands, others.length === 0);
      if (this.ended !== undefined) return;
      if (arrival.kind !== 'message') this.ended = 'broken';
      else if (this.#messageID >= MOST_MESSAGES) this.ended = 'endless';
      else rest = await this.#follow(arrival, others);
    }
  }

  #firstPackage(statuses: readonly StatusCommand[]): Package {
    const { alertCode, alerts, deviceInformation, habits } = this.#script;
    const information: SyncMLCommand = { kind: 'Replace', commandID: '', items: deviceInformation };
    const abort = habits.aborts ? [alert(ALERT_CODES.SESSION_ABORT)] : [];
    const inform = deviceInformation.length === 0 ? [] : [information];
    return dividedPackage([...statuses, alert(alertCode), ...alerts, ...inform, ...abort], habits);
  }

  /** What to send after a message of the server: further messages of this package, package 1 again, or answers. */
  async #follow(arrival: MessageArrival, others: Package): Promise<Package> {
    const refused = this.#learn(arrival.message);
    const judgement = this.#judge(arrival);
    this.#remember(judgement);
    if (arrival.message.header.responseURI !== undefined) this.#to = arrival.message.header.responseURI;
    if (this.ended !== undefined) return [];
    if (hasCode(arrival.message, ALERT_CODES.SESSION_ABORT)) return this.#end('aborted');
    const header = this.#headerStatus(arrival, judgement);
    if (refused) return this.#firstPackage([header]);
    const commands = answerable(arrival.message);
    if (others.length > 0) return this.#goOn(header, commands, arrival, others);
    if (commands.length === 0 && arrival.message.final) return this.#end('finished');
    if (this.#script.stopsSilently === true) return this.#end('dropped');
    return this.#answers(arrival, header, judgement);
  }

  #goOn(
    header: StatusCommand,
    commands: readonly SyncMLCommand[],
    { message }: MessageArrival,
    [next = [], ...others]: Package,
  ): Package {
    const statuses = commands.map((command) => statusOf(message.header.messageID, command, statusCode('OK')));
    return [[header, ...statuses, ...next], ...others];
  }

  #end(how: ClientEnd): Package {
    this.ended = how;
    return [];
  }

  /** Takes the status of its own message; true where package 1 has to be sent again. @see DM_Protocol 2.4.1 */
  #learn({ commands }: SyncMLMessage): boolean {
    const status = commands.find((command) => command.kind === 'Status' && command.commandReference === '0');
    if (status?.kind !== 'Status') return false;
    const { nonces } = this.#around.account;
    const { nextNonce, type } = status.challenge?.meta ?? {};
    this.#nonceBefore = nonces.client;
    if (nextNonce !== undefined) nonces.client = nonceOctets(nextNonce);
    if (status.code === statusCode('AUTHENTICATION_ACCEPTED')) this.#clientKnown = true;
    if (status.code < 400) return false;
    this.#refusals += 1;
    const isAboutCredentials = CREDENTIAL_CODES.has(status.code) && status.challenge !== undefined;
    if (!isAboutCredentials || this.#refusals >= MOST_CHALLENGES) this.ended = 'not-authenticated';
    this.#type = typeNamed(type) ?? this.#type;
    return true;
  }

  #judge(arrival: MessageArrival): Judgement {
    const { server, nonces } = this.#around.account;
    const { challenges } = this.#script.habits;
    if (challenges !== undefined && this.#challenged < challenges.times) return 'missing';
    if (this.#serverKnown && server.type !== 'hmac') return 'right';
    return judge(arrival, server, [nonces.server]);
  }

  #remember(judgement: Judgement): void {
    const latest = this.turns.at(-1);
    if (latest !== undefined) this.turns.splice(-1, 1, { ...latest, judgement });
  }

  #headerStatus({ message: { header } }: MessageArrival, judgement: Judgement): StatusCommand {
    const { account } = this.#around;
    const code = statusCode(HEADER_CODES[judgement]);
    const wasKnown = this.#serverKnown;
    if (judgement === 'right') this.#serverKnown = true;
    else this.#challenged += 1;
    const about = { kind: 'Get', commandID: '0', items: [] } as const;
    const status = {
      ...statusOf(header.messageID, about, code),
      command: 'SyncHdr',
      targetReferences: [header.target.uri],
      sourceReferences: [header.source.uri],
    };
    if (account.server.type === 'hmac' && judgement === 'right')
      return { ...status, code: statusCode('OK'), challenge: this.#nextChallenge() };
    if (wasKnown && judgement === 'right') return { ...status, code: statusCode('OK') };
    const needsNonce = judgement !== 'right' || account.server.type === 'md5';
    return needsNonce && this.#challenged <= MOST_CHALLENGES
      ? { ...status, challenge: this.#nextChallenge() }
      : status;
  }

  #nextChallenge(): Challenge {
    const { server, nonces } = this.#around.account;
    const { challenges } = this.#script.habits;
    nonces.server = this.#around.nonce();
    return challengeOf(challenges?.type ?? server.type, nonces.server);
  }

  /** Answers to what the server asked for; of a server that has not proved itself nothing is carried out. */
  async #answers(arrival: MessageArrival, header: StatusCommand, judgement: Judgement): Promise<Package> {
    const { message } = arrival;
    const commands = answerable(message);
    if (judgement !== 'right') {
      if (this.#challenged > MOST_CHALLENGES) return this.#end('not-authenticated');
      return [[header, ...commands.map((command) => statusOf(message.header.messageID, command, header.code))]];
    }
    await this.#script.beforeAnswers?.();
    const answered = commands.flatMap((command) => this.#perform(command));
    const answers = answersTo(message.header.messageID, answered);
    const { answersBeforeDrop: most, habits } = this.#script;
    if (most !== undefined) return this.#sendAndDrop([header, ...answers.statuses.slice(0, most)]);
    const isNext = answered.length === 0 && !message.final;
    const next = isNext ? [alert(ALERT_CODES.NEXT_MESSAGE)] : [];
    const abort = habits.aborts ? [alert(ALERT_CODES.SESSION_ABORT)] : [];
    const alerts = this.#script.alertsWithAnswers?.() ?? [];
    const all = [header, ...answers.statuses, ...answers.results, ...alerts, ...next, ...abort];
    this.#isOpen = !message.final;
    return dividedPackage(all, habits);
  }

  /** The server's package goes on, so this one does not end yet. */
  #isOpen = false;

  async #sendAndDrop(commands: readonly SyncMLCommand[]): Promise<Package> {
    await this.#send(commands, false);
    return this.#end('dropped');
  }

  #perform(command: SyncMLCommand): readonly Answered[] {
    if (command.kind === 'Alert') return [{ command, code: alertStatus(command), found: [] }];
    const part = this.objects.take(command);
    if (part.kind === 'more') return [{ command, code: statusCode('CHUNKED_ITEM_ACCEPTED'), found: [] }];
    if (!part.sizeHolds) return [{ command, code: statusCode('SIZE_MISMATCH'), found: [] }];
    const refused = this.#script.habits.refuses(command);
    if (refused !== undefined) return [{ command, code: refused, found: [] }];
    this.executed.push(part.command);
    return this.#script.perform(part.command);
  }

  async #send(commands: readonly SyncMLCommand[], isLast: boolean): Promise<Arrival> {
    const { habits, serialization } = this.#script;
    this.#messageID += 1;
    const { header, mac } = this.#header();
    const final = isLast && !this.#isOpen && this.#script.answersBeforeDrop === undefined;
    const message = { header, commands: numbered(commands), final: isLast && !this.#isOpen && final };
    const outgoing: Outgoing = { message, serialization, ...(mac !== undefined && { mac }) };
    const changed = habits.change(outgoing, this.#messageID);
    const [at, to] = [this.#around.now(), this.#to];
    const arrival = await this.#around.transmit(to, changed);
    if (habits.repeatsMessages) await this.#around.transmit(to, changed);
    this.turns.push({ sent: changed.message, arrival, judgement: undefined, at, to });
    return arrival;
  }

  #header(): Pick<Outgoing, 'mac'> & Pick<SyncMLMessage, 'header'> {
    const { account } = this.#around;
    const { habits, sessionID } = this.#script;
    const isDone = this.#clientKnown && this.#type !== 'hmac';
    const nonce = habits.usesOldNonce ? this.#nonceBefore : account.nonces.client;
    const habit = habits.credentials(this.#messageID);
    const proof = isDone ? {} : proofOf({ ...account.client, type: this.#type }, nonce, habit);
    const header = {
      versionDTD: VERSION_DTD,
      versionProtocol: VERSION_PROTOCOL,
      sessionID,
      messageID: this.#messageID,
      target: { uri: account.serverAddress },
      source: { uri: account.deviceID, ...(proof.name !== undefined && { name: proof.name }) },
      ...(proof.credential !== undefined && { credential: proof.credential }),
      ...(habits.meta !== undefined && { meta: habits.meta }),
    };
    return { header, ...(proof.mac !== undefined && { mac: proof.mac }) };
  }
}
