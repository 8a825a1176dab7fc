import type { Attributes } from '../../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { formatTimestamp } from '../../../protocol/model/timestamp';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Originator, RequestDraft } from '../originator';
import { addressOf } from '../place';
import type { Scene } from '../scene';
import { Turn } from '../turn';
import { KnownSession } from './known-session';
import { type Changes, changed } from './manner';
import { octetsFrom } from './protections';
import { SessionCast } from './session-cast';
import { establishmentIn } from './session-drafts';
import { SessionLog } from './session-log';
import type { SessionMessage } from './session-message';

/** A request of a tester, in the name of a party. */
export interface Sending {
  /** Who sends it in the words of the scenario. */
  readonly party: string;
  readonly by: Originator;
  readonly message: SessionMessage | undefined;
  readonly session?: string;
  readonly draft: RequestDraft;
  /** What goes out in place of what an encoder makes of the draft. */
  readonly raw?: Request;
  readonly isPreamble: boolean;
}

/** An establishment as a scenario asks for it. */
export interface Establishing {
  readonly session: string;
  readonly initiating: string;
  readonly target: string;
  readonly changes: Changes;
  /** Whose collection it goes to, where that is not its own. */
  readonly collection?: string;
  readonly parameters?: Partial<RequestDraft>;
}

const LIFETIME = 3_600_000;

/**
 * The sessions of one scenario: who takes part, what was sent and received, and what the testers know of each. It
 * passes no judgement.
 */
export class SessionPlay {
  readonly scene: Scene;
  readonly log: SessionLog;
  readonly cast: SessionCast;
  readonly #sessions = new Map<string, KnownSession>();
  /** Establishments that were sent, by session. */
  readonly #establishing = new Map<string, Turn>();
  readonly #sent: { readonly sending: Sending; readonly turn: Turn }[] = [];

  constructor(scene: Scene) {
    this.scene = scene;
    this.log = new SessionLog(() => scene.stage.time.now());
    this.cast = new SessionCast(scene, this.log);
    scene.beforeClearing(() => this.#endSessions());
  }

  /** Sends, and enters the answer into the log when it comes. */
  send(sending: Sending): Turn {
    const { by, draft, raw, message, session, isPreamble } = sending;
    const turn = raw ? Turn.raw(this.scene, by, raw, draft) : Turn.start(this.scene, by, draft);
    const request = { from: by.id, ...draft, requestIdentifier: turn.requestIdentifier };
    const party = by.name;
    const about = session === undefined ? {} : { session };
    const answered = this.log.begin({ party, direction: 'sent', message, request, isPreamble, ...about });
    this.#sent.push({ sending, turn });
    void turn.outcome.then(
      (outcome) => {
        if (outcome.kind === 'answer') answered(outcome.response);
      },
      () => undefined,
    );
    return turn;
  }

  /** What was sent so far, with its turn. */
  get sent(): readonly { readonly sending: Sending; readonly turn: Turn }[] {
    return this.#sent;
  }

  /** Who speaks for a party when a session is set up or ended: the application, or the CSE that has it. */
  async speakerFor(party: string): Promise<Originator> {
    if (this.cast.isAtTarget(party)) return (await this.cast.registered(party)).originator;
    return (await this.cast.registered(this.cast.playerOf(party))).originator;
  }

  /** Who sends the requests of a party within a session. */
  async originatorFor(party: string): Promise<Originator> {
    const speaker = await this.speakerFor(party);
    if (!party.startsWith('AE') || this.cast.isAtTarget(party)) return speaker;
    const cse = await this.cast.cse(this.cast.playerOf(party));
    return this.cast.originatorOf(cse, await this.cast.idOf(party));
  }

  session(name: string): KnownSession {
    const session = this.#sessions.get(name);
    if (!session) throw new Error(`the scenario speaks of session "${name}" before anybody establishes it`);
    return session;
  }

  get sessions(): readonly KnownSession[] {
    return [...this.#sessions.values()];
  }

  /** From now on the scenario speaks of this session. */
  begin(session: KnownSession): KnownSession {
    this.#sessions.set(session.name, session);
    return session;
  }

  /** The request that establishes a session, by the book but for the changes; everybody is made ready for it. */
  async establishment(asked: Establishing): Promise<{ by: Originator; draft: RequestDraft }> {
    const { session: name, initiating, target, changes, collection, parameters } = asked;
    await this.cast.ready([initiating, target]);
    await this.cast.subscribed(target);
    const session = this.begin(new KnownSession(name, initiating, target));
    const by = await this.speakerFor(initiating);
    const isOwn = this.cast.isAtTarget(initiating);
    const book = isOwn ? await this.#ownEstablishment(session) : await this.#forwardedEstablishment(session);
    const attributes = changed(book, changes);
    if (!isOwn) await this.#allocate(session, attributes);
    const invited = isOwn ? undefined : attributes.targetEndpoint;
    const isAddress = typeof invited === 'string' && invited.startsWith('/');
    const parent = isAddress && !collection ? invited : await this.#collectionFor(session, collection);
    return { by, draft: { ...establishmentIn(parent, attributes), ...parameters } };
  }

  /** Takes from the answer what the testers have to know of the session. An identifier that a tester allocated stays. */
  follow(name: string, turn: Turn): void {
    this.#establishing.set(name, turn);
    const session = this.session(name);
    const allocated = session.sessionID;
    void turn.outcome.then(
      (outcome) => {
        if (outcome.kind === 'answer') learn(session, outcome.response);
        session.sessionID = allocated ?? session.sessionID;
      },
      () => undefined,
    );
  }

  /** The session once its establishment is answered. Where that named no identifier, the one that was passed on. */
  async known(name: string): Promise<KnownSession> {
    const session = this.session(name);
    const turn = this.#establishing.get(name);
    const { time, target } = this.scene.stage;
    if (turn) await time.settle(turn.outcome, target.ixit.responseTimeout);
    session.sessionID ??= this.#passedOn();
    return session;
  }

  establishmentOf(name: string): Turn | undefined {
    return this.#establishing.get(name);
  }

  /** Address of the <session> at the target, SP-relative. */
  addressOf(session: KnownSession): string {
    return session.address ?? `${this.scene.stage.cse.cseID}/${session.sessionID ?? 'unknown'}`;
  }

  /** Who may look at a session at the target. */
  async reader({ initiating, target }: KnownSession): Promise<Originator> {
    const own = [initiating, target].find((party) => this.cast.isAtTarget(party));
    const isThere = own !== undefined && this.scene.places.find(own) !== undefined;
    return isThere ? (await this.cast.application(own)).originator : this.scene.administrator;
  }

  /** Address of an application, SP-relative, by its identifier; also of one that is not registered. */
  async addressOfApplication(name: string): Promise<string> {
    if (!this.cast.isAtTarget(name)) await this.cast.played(name);
    if (!this.scene.places.find(name)) return this.cast.idOf(name);
    return addressOf(this.scene.required(name), 'SP-relative unstructured', '');
  }

  /** In the words that a CSE understands from whoever sends: its own resources are named within it. */
  asSeenBy(by: Originator, address: string): string {
    const own = `${this.scene.stage.cse.cseID}/`;
    return !by.id.startsWith('/') && address.startsWith(own) ? address.slice(own.length) : address;
  }

  async #ownEstablishment({ initiating, target }: KnownSession): Promise<Attributes> {
    const { id, notificationURI } = await this.cast.application(initiating);
    return {
      targetEndpoint: await this.addressOfApplication(target),
      initiatingEndpoint: { endpointID: id, notificationURI, description: 'meter reader' },
    };
  }

  async #forwardedEstablishment({ initiating, target }: KnownSession): Promise<Attributes> {
    const { unique, time } = this.scene.stage;
    const { cseID, resourceName, id } = await this.cast.played(initiating);
    const player = await this.cast.idOf(this.cast.playerOf(initiating));
    return {
      targetEndpoint: await this.addressOfApplication(target),
      initiatingEndpoint: {
        endpointID: `${cseID}/${id}`,
        endpointAddress: `${cseID}/base/${resourceName}`,
        description: 'meter reader',
      },
      sessionID: octetsFrom(unique('session identifier'), 24).toString('base64url'),
      sessionCredentials: octetsFrom(unique('session key')).toString('base64url'),
      path: cseID === player ? [player] : [cseID, player],
      expirationTime: formatTimestamp(time.now() + LIFETIME),
    };
  }

  async #allocate(session: KnownSession, { sessionID, sessionCredentials }: Attributes): Promise<void> {
    if (typeof sessionCredentials === 'string') session.credentials = sessionCredentials;
    if (typeof sessionID !== 'string') return;
    session.sessionID = sessionID;
    (await this.cast.cse(this.cast.playerOf(session.initiating))).hold(sessionID);
  }

  async #collectionFor({ initiating, target }: KnownSession, owner = initiating): Promise<string> {
    if (this.cast.isAtTarget(owner)) {
      const place = this.scene.required(owner);
      return this.cast.isAtTarget(initiating) ? place.structured : `${place.cseID}/${place.resourceID}`;
    }
    return this.addressOfApplication(owner === initiating ? target : owner);
  }

  /** The identifier of an establishment that no session is known by. */
  #passedOn(): string | undefined {
    const claimed = this.sessions.map(({ sessionID }) => sessionID);
    const passed = this.log.passages.filter(
      ({ direction, message }) => direction === 'received' && message === 'establishment',
    );
    return passed.map(({ sessionID }) => sessionID).findLast((sessionID) => !claimed.includes(sessionID));
  }

  /** What is left at a target that outlives the scenario is deleted by whoever may. */
  async #endSessions(): Promise<void> {
    const { disposable, application } = this.scene.stage;
    if (disposable || application) return;
    for (const session of this.sessions) {
      if (session.address === undefined) continue;
      const isEndpointThere = [session.initiating, session.target].some((party) =>
        this.cast.isAtTarget(party),
      );
      const by = isEndpointThere ? await this.reader(session) : await this.speakerFor(session.initiating);
      await by.send({ operation: 'delete', to: session.address }).catch(() => undefined);
    }
  }
}

function learn(session: KnownSession, { responseStatusCode, content }: ResponsePrimitive): void {
  if (responseStatusCode !== RSC.CREATED || content?.kind !== 'resource') return;
  const { sessionID, resourceID, sessionCredentials, sessionAddress } = content.resource.attributes;
  const identifier = sessionID ?? resourceID;
  if (typeof identifier === 'string') session.sessionID = identifier;
  if (typeof sessionCredentials === 'string') session.credentials ??= sessionCredentials;
  if (typeof sessionAddress === 'string') session.address = sessionAddress;
}
