import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { SessionIntent } from '../../../protocol/model/session-intent';
import { Inconclusive } from '../../verdict/deviation';
import type { ApplicationOnStage } from '../application';
import { APPLICATION_CSE } from '../application-cse';
import type { Outcome } from '../originator';
import { sendToApplication } from '../send-to-application';
import { KnownSession } from './known-session';
import { octetsFrom } from './protections';
import { SessionScript } from './session-listener';
import type { Passage } from './session-log';
import { type SessionMessage, sessionMessageOf } from './session-message';
import type { SessionPlay } from './session-play';
import { SessionRegistrar } from './session-registrar';

/** A value of a message about a session as it is written: names are those on the wire. */
export type WrittenEvent = { readonly [shortName: string]: unknown };

/**
 * An application under test in service sessions: the tester is its registrar, tells it by the trigger what to do, and
 * tells it of sessions as its CSE. It judges nothing.
 */
export class ApplicationSessions {
  readonly script: SessionScript;
  readonly registrar: SessionRegistrar;
  readonly #play: SessionPlay;
  readonly #application: ApplicationOnStage;
  /** The session that the next establishment of the application is for. */
  #expected: KnownSession | undefined;
  #outcome: Outcome | undefined;

  constructor(play: SessionPlay, application: ApplicationOnStage) {
    this.#play = play;
    this.#application = application;
    const { stage } = play.scene;
    this.registrar = new SessionRegistrar({
      cseID: stage.cse.cseID,
      sessions: () => play.sessions,
      establish: (request) => this.#establish(request),
      partnerOf: (session) =>
        this.#partnerIDs.get(session.target) ?? this.#partnerIDs.get(session.initiating) ?? '',
      unique: (prefix) => stage.unique(prefix),
      otherwise: (request) => application.cse.answerNow(request),
    });
    const { log } = play;
    this.script = new SessionScript(stage, { name: APPLICATION_CSE, log, book: this.registrar });
    application.cse.substitute(this.script.endpoint);
    play.scene.beforeClearing(() => this.#endSessions());
    play.cast.standAbroad({ name: APPLICATION_CSE, manners: this.script.manners });
  }

  readonly #partnerIDs = new Map<string, string>();

  /**
   * Has the trigger carry an intent; what comes of it is in the log. Whoever has sent something has taken it, whatever
   * the trigger was answered after that.
   */
  async tell(intent: SessionIntent): Promise<void> {
    const { time, target } = this.#play.scene.stage;
    const { underTest, cse } = this.#application;
    const before = this.sent().length;
    const told = underTest.tell({ pointOfAccess: cse.address, intent }).catch((failure: unknown) => {
      if (!(failure instanceof Inconclusive) || this.sent().length === before) throw failure;
    });
    await time.settle(told, target.ixit.responseTimeout);
  }

  /** A session that the application will begin, or is to be invited to. */
  async expect(name: string, initiating: string, target: string): Promise<KnownSession> {
    const partner = initiating === APPLICATION ? target : initiating;
    this.#partnerIDs.set(partner, await this.#play.cast.idOf(partner));
    this.#expected = this.#play.begin(new KnownSession(name, initiating, target));
    return this.#expected;
  }

  /** Identifier and key, as the first CSE allocates them. */
  allocate(session: KnownSession): void {
    const { unique } = this.#play.scene.stage;
    session.sessionID = octetsFrom(unique('session identifier'), 24).toString('base64url');
    session.credentials = octetsFrom(unique('session key')).toString('base64url');
  }

  /** What the application has sent. */
  sent(message?: SessionMessage): readonly Passage[] {
    return this.#play.log.received(APPLICATION_CSE, message);
  }

  /** What came of the latest message to the application. */
  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  /** Tells the application of a session; the message is written by hand, so that it can be anything. */
  async notify(event: WrittenEvent): Promise<void> {
    const { notificationURI: url, subscription } = this.registrar;
    if (url === undefined)
      throw new Inconclusive('the application has not said where it is to be told of sessions');
    const { cse, unique } = this.#play.scene.stage;
    const body = {
      'm2m:sgn': { ...(subscription && { sur: subscription }), nev: { rep: { 'fp:sen': event } } },
    };
    const headers = {
      'Content-Type': 'application/json',
      'X-M2M-Origin': cse.cseID,
      'X-M2M-RI': unique('rqi'),
      'X-M2M-RVI': cse.releaseVersion,
    };
    this.#outcome = await sendToApplication(
      this.#play.scene.stage,
      new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
  }

  /** An application that outlives the scenario is told that its sessions have ended. */
  async #endSessions(): Promise<void> {
    if (this.#play.scene.stage.disposable || this.registrar.notificationURI === undefined) return;
    for (const { sessionID } of this.#play.sessions) {
      if (sessionID !== undefined) await this.notify({ typ: 3, sid: sessionID });
    }
  }

  #establish(request: RequestPrimitive): KnownSession {
    const { unique, cse } = this.#play.scene.stage;
    const session = this.#expected ?? new KnownSession(unique('session'), APPLICATION, 'AE2');
    if (session.sessionID === undefined) this.allocate(session);
    const { from = '' } = request;
    this.#play.cast.applicationID = from.startsWith('/') ? from : `${cse.cseID}/${from}`;
    return session;
  }

  /** AE-ID of the application by what it has sent; SP-relative. */
  identify(): void {
    const { cseID } = this.#play.scene.stage.cse;
    const from = this.sent().findLast(({ request }) => sessionMessageOf(request) !== undefined)?.request.from;
    if (from !== undefined) this.#play.cast.applicationID = from.startsWith('/') ? from : `${cseID}/${from}`;
  }
}

/** What scenarios call the application under test. */
export const APPLICATION = 'the application';
