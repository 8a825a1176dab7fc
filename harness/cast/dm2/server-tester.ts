import { commandOf } from '../../../protocol/codec/dm2/command';
import { encodeServerAnswer } from '../../../protocol/codec/dm2/server-answer';
import { misbehave } from '../../links/misbehaviour';
import { Changes } from '../management/changes';
import { CredentialCheck, type CredentialFinding } from './check-credentials';
import type { Gate } from './gate';
import { type PlannedReaction, SERVER_BY_THE_BOOK, type ServerHabits } from './server-habits';
import { type ServerRound, ServerSession } from './server-session';
import type { DM2Stage } from './stage';
import { hasSameOctets, type TakenMessage, takeMessage } from './taken-message';
import { END, type Words } from './words';

/** Results of EXEC go to addresses that begin so. */
export const REPORT_PATH = '/report/';

/**
 * A tester that plays the DM Server: it takes packages, hands out the commands that wait, ends sessions, and keeps all
 * that it got. What it does otherwise than by the book, a scenario has said.
 */
export class DM2ServerTester {
  readonly stage: DM2Stage;
  habits: ServerHabits = SERVER_BY_THE_BOOK;
  /** For the next session. */
  waiting: readonly Words[] = [];
  /** Everything that came, refused or not. */
  readonly arrivals: TakenMessage[] = [];
  readonly sessions: ServerSession[] = [];
  /** What was found of the credentials of each message that was looked at. */
  readonly findings = new Map<TakenMessage, CredentialFinding>();
  readonly changes = new Changes();
  /** Keeps answers back. */
  gate: Gate | undefined;
  readonly #check: CredentialCheck;

  constructor(stage: DM2Stage) {
    this.stage = stage;
    this.#check = new CredentialCheck(stage.account, () => stage.unique('nonce'));
  }

  /** Sessions without those that only tell a result of EXEC. */
  get managed(): readonly ServerSession[] {
    return this.sessions.filter(({ reportPath }) => reportPath === undefined);
  }

  async take(request: Request): Promise<Response> {
    const message = await takeMessage(request, this.stage.time.now());
    this.arrivals.push(message);
    try {
      return await this.#answer(message);
    } finally {
      this.changes.happened();
    }
  }

  async #answer(message: TakenMessage): Promise<Response> {
    const session = this.#sessionOf(message);
    const planned = this.#planned(message);
    if (planned !== undefined) return this.#play(planned, message, session);
    const challenge = this.#challenged(message);
    if (challenge !== undefined) return challenge;
    if (message.unreadable !== undefined) {
      session?.messages.push(message);
      return refused(message, 400, message.unreadable);
    }
    if (message.package === 1) return this.#begin(message);
    if (session === undefined) return refused(message, 410, 'no session waits for this');
    return this.#goOn(session, message);
  }

  #sessionOf(message: TakenMessage): ServerSession | undefined {
    return message.package === 3 ? this.managed.findLast(({ state }) => state === 'open') : undefined;
  }

  #planned(message: TakenMessage): PlannedReaction | undefined {
    const planned = this.habits.reactions.find((one) => one.package === message.package);
    if (planned?.isOnce) {
      const reactions = this.habits.reactions.filter((one) => one !== planned);
      this.habits = { ...this.habits, reactions };
    }
    return planned;
  }

  #play({ how, isOnce }: PlannedReaction, message: TakenMessage, open?: ServerSession): Response {
    const isLost = how === 'silent' || how === 'broken';
    if (!(isLost && isOnce)) this.#abandon(message, open);
    message.reaction = isLost ? how : 'refused';
    if (how === 'silent') return misbehave(new Response(null), 'never');
    if (how === 'broken') return misbehave(new Response(null), 'close-without-answer');
    if (typeof how === 'number') return new Response('as the scenario wants it\n', { status: how });
    const location = `${this.stage.addresses.forbidden}/dm`;
    return new Response(null, { status: 307, headers: { location } });
  }

  /** The message was the last of its session, as far as the server is concerned. */
  #abandon(message: TakenMessage, open: ServerSession | undefined): void {
    const known = this.sessions.at(-1);
    const opening = known?.opening;
    const isRepeated = opening !== undefined && hasSameOctets(opening, message);
    const session = open ?? (isRepeated ? known : undefined) ?? this.#newSession(message);
    session.messages.push(message);
    session.state = 'abandoned';
  }

  #newSession(message: TakenMessage): ServerSession {
    const { pathname } = new URL(message.url);
    const session = new ServerSession(pathname.startsWith(REPORT_PATH) ? pathname : undefined);
    this.sessions.push(session);
    return session;
  }

  /** 401, where the credentials are not what was asked for. */
  #challenged(message: TakenMessage): Response | undefined {
    const { asksFor, refusesCredentials, findsNonceStale } = this.habits;
    const asked = refusesCredentials && asksFor.length === 0 ? (['Basic', 'Digest'] as const) : asksFor;
    if (asked.length === 0) return undefined;
    const finding = this.#check.find(message, asked);
    this.findings.set(message, finding);
    const isStale = findsNonceStale && finding === 'right' && message.package === 3;
    if (finding === 'right' && !isStale && !refusesCredentials) return undefined;
    if (isStale) {
      this.#check.age();
      this.habits = { ...this.habits, findsNonceStale: false };
    }
    message.reaction = 'challenged';
    const headers = new Headers();
    for (const challenge of this.#check.challenges(asked, isStale))
      headers.append('www-authenticate', challenge);
    return new Response('who is there?\n', { status: 401, headers });
  }

  async #begin(message: TakenMessage): Promise<Response> {
    const session = this.#newSession(message);
    session.messages.push(message);
    if (session.reportPath === undefined) {
      session.next = this.waiting;
      this.waiting = [];
    }
    await this.gate?.passed(1, this.changes);
    return this.#nextPackage(session, message);
  }

  async #goOn(session: ServerSession, message: TakenMessage): Promise<Response> {
    const round = session.rounds.at(-1);
    if (round !== undefined) round.answer = message;
    session.messages.push(message);
    await this.gate?.passed(3, this.changes);
    return this.#nextPackage(session, message);
  }

  async #nextPackage(session: ServerSession, message: TakenMessage): Promise<Response> {
    const commands = session.next ?? [];
    session.next = undefined;
    const isLast = commands.length === 0 || this.habits.end !== 'after the results';
    const link = isLast ? undefined : this.#link(session, message);
    const round: ServerRound = { commands, asked: message, link: link && new URL(link, message.url).href };
    if (commands.length > 0) session.rounds.push(round);
    if (isLast) session.state = 'ended';
    message.reaction = 'answered';
    const answer = this.#written(this.#withEnd(commands, isLast), link);
    const { spoil } = this.habits;
    if (spoil === undefined || commands.length === 0) return answer;
    if (!spoil.isReadable) session.state = 'abandoned';
    return spoil.change(answer);
  }

  #withEnd(commands: readonly Words[], isLast: boolean): readonly Words[] {
    if (!isLast) return commands;
    return this.habits.end === 'before the commands' ? [END, ...commands] : [...commands, END];
  }

  #written(commands: readonly Words[], link: string | undefined): Response {
    const { objectTypes } = this.habits;
    return encodeServerAnswer({
      request: { commands: commands.map((words) => commandOf(words)) },
      ...(link !== undefined && { next: link }),
      ...(objectTypes !== undefined && { objectTypes }),
    });
  }

  #link(session: ServerSession, message: TakenMessage): string | undefined {
    const path = `/dm/${this.stage.unique('session')}/${session.rounds.length + 1}`;
    const { origin } = new URL(message.url);
    switch (this.habits.link) {
      case 'none':
        return undefined;
      case 'relative':
        return path;
      case 'another origin':
        return `${this.stage.addresses.forbidden}${path}`;
      case 'absolute':
        return origin + path;
    }
  }
}

function refused(message: TakenMessage, status: number, why: string): Response {
  message.reaction = 'refused';
  return new Response(`${why}\n`, { status, headers: { 'content-type': 'text/plain' } });
}
