import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { SyncMLNotification } from '../../../protocol/model/syncml-notification';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { Inconclusive } from '../../verdict/deviation';
import { Changes } from './changes';
import { hasAlert } from './client-answers';
import { BY_THE_BOOK, type Habits } from './habits';
import { ANSWERS, type MessageReaction, playReaction } from './message-reaction';
import { type Delivery, type DigestHabit, deliver, packageZero } from './package-zero';
import type { ServerJob } from './server-job';
import { isForClient, ServerSideSession } from './server-side-session';
import type { SyncMLStage } from './stage';
import { type Arrival, type MessageArrival, type Outgoing, readArrival } from './syncml-messages';

/** A package 0 as a scenario wants it; the rest is by the book. */
export interface Waking {
  readonly notification?: Partial<SyncMLNotification>;
  readonly digest?: DigestHabit;
  /** What becomes of the octets. */
  readonly spoil?: (octets: Uint8Array) => Uint8Array;
}

/** A package 0 that was sent. */
export interface Woken {
  readonly octets: Uint8Array;
  readonly sessionID: number;
  readonly at: number;
  readonly delivery: Delivery;
}

/** Whatever came, and whether the tester let the sender have an answer. */
export interface TakenMessage {
  readonly arrival: Arrival;
  readonly to: string;
  readonly at: number;
  readonly reaction: MessageReaction['kind'];
}

export interface PlannedReaction {
  readonly reaction: MessageReaction;
  isFor(arrival: Arrival): boolean;
}

interface Known {
  readonly session: ServerSideSession;
  readonly answered: { readonly arrival: MessageArrival; readonly outgoing: Outgoing }[];
  readonly habits: () => Habits;
}

/**
 * A tester that plays the DM Server of a gateway or device under test: it wakes it, takes its sessions, hands out the
 * commands of its jobs, and keeps all that it got. What it does otherwise than by the book, a scenario has said.
 */
export class ServerTester {
  readonly stage: SyncMLStage;
  habits: Habits = BY_THE_BOOK;
  /** The status of a command of the client; 200 where it says nothing. */
  statusOf: (command: SyncMLCommand) => number | undefined = () => undefined;
  /** Gives this path for the next message, below the address of the account. */
  responsePath = '';
  /** What the next messages get that they are for, one after the other; all others get answers. */
  reactions: readonly PlannedReaction[] = [];
  readonly woken: Woken[] = [];
  readonly arrivals: TakenMessage[] = [];
  readonly changes = new Changes();
  readonly #known: Known[] = [];
  readonly #jobs: { readonly job: ServerJob; readonly sessionID: string }[] = [];

  constructor(stage: SyncMLStage) {
    this.stage = stage;
    stage.opposite.serve((request) => this.#answer(request));
  }

  /** Whether alerts of the client get a refusal at present. */
  get refusesAlerts(): boolean {
    const code = this.statusOf({ kind: 'Alert', commandID: '', code: ALERT_CODES.GENERIC_ALERT, items: [] });
    return code !== undefined && code >= 300;
  }

  /** What the target cannot be reached with any more, when the scenario is over. */
  async close(): Promise<void> {
    this.stage.opposite.serve(async () => new Response(null, { status: 503 }));
  }

  get sessions(): readonly ServerSideSession[] {
    return this.#known.map(({ session }) => session);
  }

  /** Sends package 0 for a session that gets this job. */
  async wake(job: ServerJob, waking: Waking = {}): Promise<Woken> {
    const { account } = this.stage.underTest;
    const sessionID = waking.notification?.sessionID ?? this.stage.nextSessionID();
    const notification: SyncMLNotification = {
      version: 11,
      uiMode: 'background',
      initiator: 'server',
      serverID: account.serverID,
      ...waking.notification,
      sessionID,
    };
    const habit = waking.digest ?? (account.nonces.server.length === 0 ? 'of the default nonce' : 'right');
    const written = packageZero(account, notification, habit);
    this.offer(job, sessionID.toString(16).toUpperCase());
    return this.#deliver(waking.spoil?.(written) ?? written, sessionID);
  }

  /** Sends the octets of a package 0 as they are. */
  wakeAgain({ octets, sessionID }: Pick<Woken, 'octets' | 'sessionID'>): Promise<Woken> {
    return this.#deliver(octets, sessionID);
  }

  /** The next session of this identifier, or the next that is opened at a server's wish, gets this job. */
  offer(job: ServerJob, sessionID: string): void {
    this.#jobs.push({ job, sessionID });
  }

  /** The next session, whoever opens it, gets this job. */
  offerNext(job: ServerJob): void {
    this.#jobs.push({ job, sessionID: ANY });
  }

  async #deliver(octets: Uint8Array, sessionID: number): Promise<Woken> {
    const { stage } = this;
    const at = stage.time.now();
    const link = stage.linkOf(stage.opposite.actor);
    const { notificationAddress } = stage.underTest.account;
    if (notificationAddress === undefined) throw new Inconclusive(`${stage.target.name} takes no package 0`);
    const sent = deliver(link, notificationAddress, octets);
    const delivery = await stage.time.settle(sent, stage.target.ixit.responseTimeout);
    const woken = { octets, sessionID, at, delivery: delivery ?? { why: 'no answer in time' } };
    this.woken.push(woken);
    return woken;
  }

  async #answer(request: Request): Promise<Response> {
    const arrival = await readArrival(request);
    const reaction = this.#reactionTo(arrival);
    this.arrivals.push({ arrival, to: request.url, at: this.stage.time.now(), reaction: reaction.kind });
    if (arrival.kind !== 'message') return new Response(null, { status: 400 });
    const outgoing = await this.#outgoing(arrival, request.url);
    this.changes.happened();
    return playReaction(this.stage.time, reaction, outgoing);
  }

  #reactionTo(arrival: Arrival): MessageReaction {
    const planned = this.reactions.find(({ isFor }) => isFor(arrival));
    this.reactions = this.reactions.filter((other) => other !== planned);
    return planned?.reaction ?? ANSWERS;
  }

  /** The same message gets the same answer. */
  async #outgoing(arrival: MessageArrival, to: string): Promise<Outgoing> {
    const known = this.#knownOf(arrival, to) ?? this.#begin(arrival);
    const latest = known.answered.slice(-REPEATABLE);
    const before = latest.find((one) => Buffer.compare(one.arrival.octets, arrival.octets) === 0);
    if (before !== undefined) return before.outgoing;
    const byTheBook = await known.session.answer(arrival, to);
    const outgoing = repeatedBy(known) ?? byTheBook;
    known.answered.push({ arrival, outgoing });
    return outgoing;
  }

  #knownOf({ message, octets }: MessageArrival, to: string): Known | undefined {
    const token = new URL(to).searchParams.get('session');
    if (token !== null) return this.#known[Number(token)];
    const { sessionID, messageID } = message.header;
    const known = this.#known.findLast(({ session }) => session.sessionID === sessionID);
    // A client that names every session alike opens the next one with the same octets: only the latest can be a repeat.
    const latest = known?.answered.at(-1)?.arrival.octets;
    const isRepeated = latest !== undefined && Buffer.compare(latest, octets) === 0;
    const isNew = messageID === 1 || known?.session.ended === 'finished';
    return isNew && !isRepeated ? undefined : known;
  }

  #begin({ message }: MessageArrival): Known {
    const { sessionID } = message.header;
    const job = this.#takeJob(sessionID, hasAlert(message, ALERT_CODES.SERVER_INITIATED_MANAGEMENT));
    const { account } = this.stage.underTest;
    const responseURI = `${account.serverAddress}${this.responsePath}?session=${this.#known.length}`;
    const habits = (): Habits => ({ ...this.habits, ...job?.habits });
    const nonce = () => new TextEncoder().encode(`${this.stage.unique('server-nonce')}-of-sixteen-octets`);
    const session = new ServerSideSession(
      sessionID,
      { account, responseURI, nonce, now: () => this.stage.time.now() },
      {
        next: async (of) => job?.next(of) ?? [],
        habits,
        statusOf: (command) => this.statusOf(command),
      },
    );
    const known: Known = { session, answered: [], habits };
    if (job !== undefined) job.session = session;
    this.#known.push(known);
    return known;
  }

  #takeJob(sessionID: string, isAtServersWish: boolean): ServerJob | undefined {
    const at = this.#jobs.findIndex(
      (offered) => offered.sessionID === sessionID || offered.sessionID === ANY,
    );
    const taken = at < 0 && isAtServersWish ? 0 : at;
    return taken < 0 ? undefined : this.#jobs.splice(taken, 1)[0]?.job;
  }
}

/** A server can say something again only where it is asked: in place of its answer to what the client says to it. */
function repeatedBy({ answered, habits }: Known): Outgoing | undefined {
  const [latest, before] = [answered.at(-1)?.outgoing, answered.at(-2)?.outgoing];
  const wants = latest?.message.commands.some(isForClient) === true;
  return wants && latest !== before && habits().repeatsMessages ? latest : undefined;
}

/** Messages of a session that may come again: who says the same after that, says it anew. */
const REPEATABLE = 4;

/** No session has this identifier. */
const ANY = 'any session';
