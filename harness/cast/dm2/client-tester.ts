import { readChallenges } from '../../../protocol/codec/dm2/challenges';
import { encodeDeviceMessage } from '../../../protocol/codec/dm2/device-message';
import { decodeNotification, isNotificationAuthentic } from '../../../protocol/codec/dm2/notification';
import type { ManagementAlert } from '../../../protocol/model/dm2-alert';
import type { DM2Notification } from '../../../protocol/model/dm2-notification';
import type { Initiation, SupportedObject } from '../../../protocol/model/dm2-package';
import { misbehave } from '../../links/misbehaviour';
import { Changes } from '../management/changes';
import type { DM2Account } from './account';
import { reportOn } from './client-reports';
import { ClientRun, type Spoil } from './client-run';
import { type ClientScheme, CredentialMaker } from './make-credentials';
import { type RawMessage, rawOf, sendRaw, withHeader } from './raw-message';
import type { DM2Stage } from './stage';

/** What a client tester does; a scenario changes it. */
export interface ClientHabits {
  readonly scheme: ClientScheme;
  readonly followsLink: boolean;
  /** Status by verb, where it is not 200. */
  readonly reports: ReadonlyMap<string, number>;
  readonly alerts: readonly ManagementAlert[];
  readonly listsObjects: boolean;
  readonly vanishes: boolean;
  readonly sendsResultsTwice: boolean;
  readonly comesWhenNotified: boolean;
  /** So many notifications do not reach it. */
  readonly outOfReachFor: number;
  readonly notificationAnswers: readonly NotificationAnswer[];
}

export interface NotificationAnswer {
  readonly how: number | 'silent';
  readonly isOnce: boolean;
}

export const CLIENT_BY_THE_BOOK: ClientHabits = {
  scheme: 'Basic',
  followsLink: true,
  reports: new Map(),
  alerts: [],
  listsObjects: false,
  vanishes: false,
  sendsResultsTwice: false,
  comesWhenNotified: true,
  outOfReachFor: 0,
  notificationAnswers: [],
};

/** Octets that came to where the device takes notifications. */
export interface ReceivedNotification {
  readonly octets: Uint8Array;
  readonly contentType: string;
  readonly at: number;
  readonly notification?: DM2Notification;
  readonly isAuthentic: boolean;
  /** Whether it came at all, and whether the sender got 2xx. */
  readonly isReached: boolean;
  readonly isTaken: boolean;
}

const CLIENT_INITIATED: Initiation = { start: { reason: 'client-initiated' }, alerts: [] };

/** A tester that plays the DM Client: it takes notifications, opens sessions, reports, and keeps what it got. */
export class DM2ClientTester {
  readonly stage: DM2Stage;
  readonly name: string;
  readonly account: DM2Account;
  readonly credentials: CredentialMaker;
  habits: ClientHabits = CLIENT_BY_THE_BOOK;
  readonly notifications: ReceivedNotification[] = [];
  readonly runs: ClientRun[] = [];
  readonly changes = new Changes();
  #comings = 0;
  /** Resolves when no session is led; it never rejects. */
  #led: Promise<unknown> = Promise.resolve();
  /** What broke within the tester; it is no fault of the target. */
  failure: unknown;

  constructor(stage: DM2Stage, name: string, account: DM2Account) {
    this.stage = stage;
    this.name = name;
    this.account = account;
    this.credentials = new CredentialMaker(account);
  }

  /** A session that a notification asked for is under way, or soon will be. */
  get isComing(): boolean {
    return this.#comings > 0;
  }

  /** Takes a notification. */
  async take(request: Request): Promise<Response> {
    const received = await this.#read(request);
    const isReached = this.notifications.length >= this.habits.outOfReachFor;
    const planned = isReached ? this.#planned() : undefined;
    const status = planned === undefined ? 204 : planned.how;
    const isTaken = isReached && typeof status === 'number' && status >= 200 && status < 300;
    const isKnown = this.notifications.some((one) => one.isTaken && sameNumber(one, received));
    this.notifications.push({ ...received, isReached, isTaken });
    if (isTaken && received.isAuthentic && !isKnown && this.habits.comesWhenNotified) this.#come(received);
    this.changes.happened();
    if (!isReached) return misbehave(new Response(null), 'close-without-answer');
    if (status === 'silent') return misbehave(new Response(null), 'never');
    return new Response(null, { status });
  }

  async #read(request: Request): Promise<Omit<ReceivedNotification, 'isTaken' | 'isReached'>> {
    const octets = new Uint8Array(await request.arrayBuffer());
    const read = decodeNotification(octets);
    return {
      octets,
      contentType: request.headers.get('content-type') ?? '',
      at: this.stage.time.now(),
      ...(read.ok && { notification: read.value }),
      isAuthentic: isNotificationAuthentic(octets, this.account.notification),
    };
  }

  #planned(): NotificationAnswer | undefined {
    const [first, ...rest] = this.habits.notificationAnswers;
    if (first?.isOnce) this.habits = { ...this.habits, notificationAnswers: rest };
    return first;
  }

  #come({ notification }: Pick<ReceivedNotification, 'notification'>): void {
    const { notificationID, requestsObjects = false } = notification ?? {};
    const start = {
      reason: 'server-initiated',
      ...(notificationID !== undefined && { notificationID }),
    } as const;
    this.#comings += 1;
    this.stage.time.after(0, () => {
      this.#leadInTurn({ start, alerts: [], ...(requestsObjects && { objects: OBJECTS }) })
        .catch((failure: unknown) => {
          this.failure = failure;
        })
        .finally(() => {
          this.#comings -= 1;
          this.changes.happened();
        });
    });
  }

  /** No second session is opened with a server while one is open. @see dm2.md 4.5 */
  #leadInTurn(initiation: Initiation): Promise<ClientRun> {
    const turn = this.#led.then(() => this.#lead(initiation));
    this.#led = turn.catch(() => undefined);
    return turn;
  }

  /** A session from package 1 to END. */
  lead(initiation: Initiation = CLIENT_INITIATED): Promise<ClientRun> {
    const led = this.#lead(initiation);
    this.#led = Promise.allSettled([this.#led, led]);
    return led;
  }

  async #lead(initiation: Initiation): Promise<ClientRun> {
    const run = await this.open(initiation);
    if (this.habits.vanishes) run.state = run.state === 'open' ? 'vanished' : run.state;
    await run.finish();
    this.changes.happened();
    return run;
  }

  /** Package 1, and whatever comes back. */
  async open(initiation: Initiation = CLIENT_INITIATED, spoil?: Spoil): Promise<ClientRun> {
    const run = this.#run();
    const { listsObjects } = this.habits;
    await run.open({ ...initiation, ...(listsObjects && { objects: OBJECTS }) }, spoil);
    this.changes.happened();
    return run;
  }

  #run(): ClientRun {
    const { scheme, followsLink, alerts, reports, sendsResultsTwice } = this.habits;
    const run = new ClientRun({
      account: this.account,
      server: this.stage.addresses.server,
      credentials: this.credentials,
      scheme,
      followsLink,
      alerts,
      sendsResultsTwice,
      report: (commands) => reportOn(commands, reports),
      send: (message) => this.send(message),
    });
    this.runs.push(run);
    return run;
  }

  /** Has the server challenge, so that Digest credentials can be made. */
  async learnNonce(): Promise<void> {
    const { account, habits, stage } = this;
    const url = stage.addresses.server;
    const initiation = { kind: 'initiation', initiation: CLIENT_INITIATED } as const;
    const unproven = await rawOf(encodeDeviceMessage({ url, deviceID: account.deviceID }, initiation));
    const { headers } = await this.send(unproven);
    const scheme = habits.scheme === 'Basic' ? 'Digest' : habits.scheme;
    this.credentials.learn(readChallenges(headers.get('www-authenticate')), scheme);
  }

  /** A message of another device, with the name and the credentials of this one. */
  asOwn(message: RawMessage): RawMessage {
    const named = withHeader(message, 'OMADM-DevID', this.account.deviceID);
    return withHeader(named, 'Authorization', this.credentials.basic());
  }

  send(message: RawMessage) {
    const { time, target } = this.stage;
    const limit = target.ixit.responseTimeout;
    return sendRaw({ link: this.stage.linkOf(this.name), time, limit }, message);
  }
}

function sameNumber(
  one: Pick<ReceivedNotification, 'notification'>,
  other: Pick<ReceivedNotification, 'notification'>,
): boolean {
  const number = one.notification?.notificationID;
  return number !== undefined && number === other.notification?.notificationID;
}

/** What the device of the tester says that it has. */
export const OBJECTS: readonly SupportedObject[] = [
  { moid: 'urn:oma:mo:oma-dm-devinfo:1.2', miids: ['1'] },
  { moid: 'urn:flowproof:mo:lamp:1.0', miids: ['hall', 'desk'] },
];
