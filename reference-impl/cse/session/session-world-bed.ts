import assert from 'node:assert/strict';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { SessionEvent } from '../../../protocol/model/session-event';
import { protect } from '../../session/protected-data';
import type { CseProcedures } from '../procedures';
import { resource } from '../test-bed';
import type { Invitation, SessionApplication } from './session-application-bed';
import { Chain, type LinkState, type Message } from './session-bed';
import {
  checkAgreement,
  checkAnswers,
  checkDebts,
  checkKeys,
  eventOf,
  type History,
  type KnownSession,
} from './session-laws-bed';
import { holdersOf, positionsOf, traces } from './session-traces-bed';

/** What may happen, in any order. Numbers choose among what there is, modulo how much of it there is. */
export type Action =
  | { readonly kind: 'establish'; readonly who: number; readonly whom: number; readonly named: boolean }
  | { readonly kind: 'attitude'; readonly who: number; readonly attitude: Invitation }
  | { readonly kind: 'update'; readonly session: number; readonly byInvited: boolean }
  | { readonly kind: 'retrieve'; readonly session: number; readonly byInvited: boolean }
  | {
      readonly kind: 'policy';
      readonly session: number;
      readonly byInvited: boolean;
      readonly policy: keyof typeof POLICIES;
    }
  | { readonly kind: 'terminate'; readonly session: number; readonly byInvited: boolean }
  | { readonly kind: 'leave'; readonly who: number }
  | { readonly kind: 'link'; readonly link: number; readonly state: LinkState }
  | { readonly kind: 'restart'; readonly position: number }
  | { readonly kind: 'pass'; readonly milliseconds: number };

const FIRST_HALF = { delivery: 2, scheduleElement: { scheduleEntry: ['0-29 * * * * * *'] } };
const SECOND_HALF = { delivery: 2, scheduleElement: { scheduleEntry: ['30-59 * * * * * *'] } };
export const POLICIES = { immediate: { delivery: 1 }, firstHalf: FIRST_HALF, secondHalf: SECOND_HALF };

/** What the runs of a property did, all together. */
export interface Tally {
  runs: number;
  established: number;
  refused: number;
  used: number;
  terminated: number;
  restarts: number;
}

/** Long enough for every wait and every repetition there is. */
const QUIET = 200_000;

/** A chain with three applications, of which anything can be asked; and what must hold whatever was. */
export class SessionWorld {
  readonly chain: Chain;
  readonly applications: SessionApplication[] = [];
  readonly #tally: Tally;
  readonly #history: History;
  readonly #pairs: (readonly [SessionApplication, SessionApplication])[] = [];
  #sequence = 0;
  #breach: unknown;

  constructor(length: number, tally: Tally, procedures: Partial<CseProcedures> = {}) {
    this.chain = new Chain(length, { procedures });
    this.#history = { chain: this.chain, known: new Map(), answers: new Map(), ended: new Set() };
    this.#tally = tally;
    tally.runs += 1;
  }

  async furnish(): Promise<this> {
    const { chain, applications } = this;
    await chain.furnish();
    const middle = Math.ceil(chain.length / 2);
    for (const [index, position] of [1, chain.length, middle].entries()) {
      const application = await chain.application(position, `ae${index + 1}`);
      await chain.make(position, application.address, 3, { resourceName: 'c1' }, application.stem);
      applications.push(application);
    }
    chain.onMessage = (message) => this.#observe(message);
    return this;
  }

  async act(action: Action): Promise<void> {
    const { chain } = this;
    switch (action.kind) {
      case 'establish':
        return this.#establish(action);
      case 'attitude':
        this.#application(action.who).onInvitation = action.attitude;
        return;
      case 'update':
        return this.#inSession(action, (known, who, whom) => this.#update(known, who, whom));
      case 'retrieve':
        return this.#inSession(action, async ({ sid }, who, whom) =>
          this.#begin(who, { operation: 'retrieve', to: containerOf(whom), sessionID: sid }),
        );
      case 'policy':
        return this.#inSession(action, async (known, who) => this.#setPolicy(known, who, action.policy));
      case 'terminate':
        return this.#inSession(action, async ({ sid }, who) => {
          this.#history.ended.add(sid);
          this.#begin(who, { operation: 'delete', to: sid });
        });
      case 'leave':
        return this.#leave(this.#application(action.who));
      case 'link':
        return this.#changeLink(action.link, action.state);
      case 'restart':
        this.#tally.restarts += 1;
        chain.restart(1 + (action.position % chain.length));
        return chain.pass(0);
      case 'pass':
        return chain.pass(action.milliseconds);
    }
  }

  /** Everything works again, and all that is still to happen has happened. */
  async comeToRest(): Promise<void> {
    this.chain.mendAll();
    for (const application of this.applications) application.onInvitation = 'accepts';
    await this.chain.pass(QUIET);
  }

  /** What must hold when nothing happens any more. */
  checkAtRest(): void {
    if (this.#breach !== undefined) throw this.#breach;
    checkAgreement(this.#history);
    checkAnswers(this.#history);
    checkKeys(this.#history);
    checkDebts(this.#history);
  }

  /** Ends what is left; nothing of any session may be anywhere then, and none can be used. */
  async endAll(): Promise<void> {
    for (const known of this.#history.known.values()) {
      const { sid, initiator } = known;
      const answer = await initiator.ask({ operation: 'delete', to: sid });
      assert.ok(
        [2002, 4004].includes(answer.responseStatusCode),
        `DELETE of a session: ${answer.responseStatusCode}`,
      );
      if (answer.responseStatusCode === 2002) this.#tally.terminated += 1;
    }
    await this.chain.pass(1_000);
    assert.deepEqual(traces(this.chain), [], 'termination leaves nothing');
    for (const { sid, key, initiator, invited } of this.#history.known.values()) {
      assert.deepEqual(holdersOf(this.chain, key), [], 'no key is left');
      assert.deepEqual(holdersOf(this.chain, sid), [], 'no identifier is left');
      const to = containerOf(invited);
      const answer = await initiator.ask({ operation: 'retrieve', to, sessionID: sid });
      assert.equal(answer.responseStatusCode, 4004, 'a session that has ended cannot be used');
    }
  }

  /** A law that is broken while a message is sent is told at the end: who sends it would take it for a failure. */
  #observe(message: Message): void {
    try {
      this.#check(message);
    } catch (error) {
      this.#breach ??= error;
    }
  }

  /** No session-based request leaves a CSE that has no such session. */
  #check({ from, request }: Message): void {
    const invitation = eventOf(request);
    if (invitation?.type === 1) this.#learn(invitation);
    const sid = request.sessionID ?? sessionIDIn(request);
    const position = Number(/^http:\/\/cse(\d+)$/.exec(from)?.[1]);
    if (sid === undefined || !(position >= 1)) return;
    const session = this.chain.store(position).get(sid);
    assert.equal(session?.attributes.sessionState, 1, 'no request passes without a live session');
  }

  #learn({ sessionID: sid, sessionCredentials: key = '', initiatingEndpoint }: SessionEvent): void {
    const number = Number(initiatingEndpoint?.description);
    const pair = this.#pairs[number];
    assert.ok(pair);
    const before = this.#history.known.get(sid);
    assert.ok(before === undefined || before.number === number, 'identifiers never repeat');
    this.#history.known.set(sid, { sid, key, number, initiator: pair[0], invited: pair[1] });
  }

  async #establish({ who, whom, named }: Action & { kind: 'establish' }): Promise<void> {
    const [initiator, invited] = [this.#application(who), this.#application(whom)];
    if (initiator === invited) return;
    const number = this.#pairs.push([initiator, invited]) - 1;
    const { identifier: endpointID, notificationURI } = initiator;
    const request = initiator.establishment(invited, {
      initiatingEndpoint: { endpointID, notificationURI, description: String(number) },
      ...(named && { resourceName: 's1' }),
    });
    void initiator.begin(request).then((response) => {
      this.#history.answers.set(number, response);
      if (response.responseStatusCode === 2001) this.#tally.established += 1;
      else this.#tally.refused += 1;
    });
    await this.chain.pass(0);
  }

  async #inSession(
    { session, byInvited }: { readonly session: number; readonly byInvited: boolean },
    act: (known: KnownSession, who: SessionApplication, whom: SessionApplication) => Promise<void>,
  ): Promise<void> {
    const known = [...this.#history.known.values()][session % Math.max(this.#history.known.size, 1)];
    if (known === undefined) return;
    const { initiator, invited } = known;
    await (byInvited ? act(known, invited, initiator) : act(known, initiator, invited));
    await this.chain.pass(0);
  }

  async #update(
    { sid, key }: KnownSession,
    who: SessionApplication,
    whom: SessionApplication,
  ): Promise<void> {
    this.#sequence += 1;
    const header = { sessionID: sid, sender: who.identifier, sequence: this.#sequence };
    const vector = new Uint8Array(12);
    new DataView(vector.buffer).setUint32(0, this.#sequence);
    const protectedData = await protect(key, { header, plaintext: new Uint8Array(1) }, vector);
    const content = resource(3, { sessionID: sid, protectedData });
    this.#begin(who, { operation: 'update', to: containerOf(whom), content });
  }

  #setPolicy({ sid }: KnownSession, who: SessionApplication, policy: keyof typeof POLICIES): void {
    const attributes: Attributes = { resourceName: policy, ...POLICIES[policy] };
    const content = resource(9005, attributes);
    this.#begin(who, { operation: 'create', to: `${sid}/sessionPolicies`, resourceType: 9005, content });
  }

  #begin(who: SessionApplication, request: Parameters<SessionApplication['begin']>[0]): void {
    void who.begin(request).then(({ responseStatusCode }) => {
      if (responseStatusCode < 4000) this.#tally.used += 1;
    });
  }

  /** Its sessions end with it. It comes back at once, and knows nothing of them. */
  async #leave(who: SessionApplication): Promise<void> {
    for (const { sid, initiator, invited } of this.#history.known.values()) {
      if (who === initiator || who === invited) this.#history.ended.add(sid);
    }
    const answer = await who.ask({ operation: 'delete', to: who.stem });
    assert.equal(answer.responseStatusCode, 2002);
    // Its subscription is verified.
    this.chain.setLink(`cse${who.position}`, who.name, 'whole');
    await who.register(true, true);
    await this.chain.make(who.position, who.address, 3, { resourceName: 'c1' }, who.stem);
  }

  #changeLink(link: number, state: LinkState): void {
    const { chain, applications } = this;
    const links = [
      ...positionsOf(this.chain)
        .slice(1)
        .flatMap((position) => [
          [`cse${position - 1}`, `cse${position}`],
          [`cse${position}`, `cse${position - 1}`],
        ]),
      ...applications.map(({ name, position }) => [`cse${position}`, name]),
    ];
    const [from = '', to = ''] = links[link % links.length] ?? [];
    chain.setLink(from, to, state);
  }

  #application(number: number): SessionApplication {
    const application = this.applications[number % this.applications.length];
    assert.ok(application);
    return application;
  }
}

function containerOf(application: SessionApplication): string {
  return `/cse${application.position}/${application.address}/c1`;
}

function sessionIDIn({ content, operation }: Message['request']): string | undefined {
  if (operation !== 'update' || content?.kind !== 'resource') return undefined;
  const { sessionID } = content.resource.attributes;
  return typeof sessionID === 'string' ? sessionID : undefined;
}
