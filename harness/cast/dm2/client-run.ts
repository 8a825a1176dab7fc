import { readChallenges } from '../../../protocol/codec/dm2/challenges';
import { wordsOf } from '../../../protocol/codec/dm2/command';
import { encodeDeviceMessage } from '../../../protocol/codec/dm2/device-message';
import type { ServerAnswer } from '../../../protocol/codec/dm2/server-answer';
import type { ManagementAlert } from '../../../protocol/model/dm2-alert';
import type { CommandResult, Initiation } from '../../../protocol/model/dm2-package';
import type { DM2Account } from './account';
import type { ClientScheme, CredentialMaker } from './make-credentials';
import { type RawAnswer, type RawMessage, rawOf, withHeader } from './raw-message';
import type { Words } from './words';

/** A package that a client tester sent, and what came back. */
export interface SentPackage {
  readonly package: 1 | 3;
  readonly message: RawMessage;
  readonly answer: RawAnswer;
}

/** What becomes of a package before it leaves. */
export type Spoil = (message: RawMessage) => RawMessage | Promise<RawMessage>;

/** What one session of a client tester is made of. */
export interface RunSurroundings {
  readonly account: DM2Account;
  readonly server: string;
  readonly credentials: CredentialMaker;
  readonly scheme: ClientScheme;
  readonly followsLink: boolean;
  /** Go with the results. */
  readonly alerts: readonly ManagementAlert[];
  readonly sendsResultsTwice: boolean;
  /** Results of commands, END left out. */
  report(commands: readonly Words[]): readonly CommandResult[];
  send(message: RawMessage): Promise<RawAnswer>;
}

/**
 * One session as the client tester leads it: package 1, and a package 3 for each package 2 that is not the end. It can be
 * held between any two messages, and any message can be spoiled.
 */
export class ClientRun {
  readonly sent: SentPackage[] = [];
  /** Of each package 2, in order, END included. */
  readonly commands: (readonly Words[])[] = [];
  state: 'open' | 'ended' | 'refused' | 'vanished' = 'open';
  readonly #around: RunSurroundings;
  /** The latest package 2. */
  #asked: ServerAnswer | undefined;

  constructor(around: RunSurroundings) {
    this.#around = around;
  }

  get last(): SentPackage | undefined {
    return this.sent.at(-1);
  }

  /** Sends package 1 and takes what it gets. */
  async open(initiation: Initiation, spoil?: Spoil): Promise<void> {
    const { account, server } = this.#around;
    const message = await rawOf(
      encodeDeviceMessage({ url: server, deviceID: account.deviceID }, { kind: 'initiation', initiation }),
    );
    await this.#exchange(1, message, spoil);
  }

  /** Reports once more after a refusal, and goes on to the end. */
  async goOn(): Promise<void> {
    this.state = 'open';
    await this.finish();
  }

  /** Reports, and goes on to the end. */
  async finish(spoil?: Spoil): Promise<void> {
    let change = spoil;
    while (this.state === 'open') {
      await this.#exchange(3, await this.results(), change);
      change = undefined;
      if (this.#around.sendsResultsTwice) await this.repeat();
    }
  }

  /** Package 3 for the latest package 2. */
  results(): Promise<RawMessage> {
    const { account, server, alerts, report, followsLink } = this.#around;
    const url = (followsLink ? this.#asked?.next : undefined) ?? server;
    const results = report(this.commands.at(-1) ?? []);
    return rawOf(
      encodeDeviceMessage(
        { url, deviceID: account.deviceID },
        { kind: 'response', response: { results, alerts } },
      ),
    );
  }

  /** The latest message once more. What comes back of a package 1 is a session like another; of results it changes nothing. */
  async repeat(): Promise<SentPackage> {
    const { last } = this;
    if (last === undefined) throw new Error('the tester has sent no message that it could send again');
    const repeated = { ...last, answer: await this.#around.send(last.message) };
    this.sent.push(repeated);
    if (last.package === 1) this.#take(repeated.answer);
    return repeated;
  }

  async #exchange(kind: 1 | 3, message: RawMessage, spoil: Spoil | undefined): Promise<void> {
    const proven = this.#proven(message);
    const spoiled = (await spoil?.(proven)) ?? proven;
    let answer = await this.#around.send(spoiled);
    if (spoil === undefined && answer.status === 401 && this.#learn(answer)) {
      this.sent.push({ package: kind, message: spoiled, answer });
      const again = this.#proven(message);
      answer = await this.#around.send(again);
      this.sent.push({ package: kind, message: again, answer });
    } else this.sent.push({ package: kind, message: spoiled, answer });
    this.#take(answer);
  }

  #proven(message: RawMessage): RawMessage {
    const { credentials, scheme } = this.#around;
    return withHeader(message, 'Authorization', credentials.headerFor(scheme, message.url));
  }

  #learn({ headers }: RawAnswer): boolean {
    const { credentials, scheme } = this.#around;
    return credentials.learn(readChallenges(headers.get('www-authenticate')), scheme);
  }

  #take({ package2 }: RawAnswer): void {
    if (package2 === undefined) {
      this.state = 'refused';
      return;
    }
    this.#asked = package2;
    const commands = package2.request.commands.map((command) => wordsOf(command));
    this.commands.push(commands);
    if (commands.some(([verb]) => verb === 'END')) this.state = 'ended';
  }
}
