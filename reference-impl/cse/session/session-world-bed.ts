import assert from 'node:assert/strict';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { protect } from '../../session/protected-data';
import type { CseProcedures } from '../procedures';
import { attributesOf, resource } from '../test-bed';
import type { Invitation, SessionApplication } from './session-application-bed';
import { Chain, type LinkState, type Message } from './session-bed';
import { holdersOf, sessionsAt, traces } from './session-traces-bed';

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

/** A session that an application was invited to. */
interface Known {
  readonly sid: string;
  readonly key: string;
  /** Which establishment it comes from. */
  readonly number: number;
  readonly initiator: SessionApplication;
  readonly invited: SessionApplication;
}

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
  readonly #known = new Map<string, Known>();
  /** By number of the establishment: what its initiator was answered. */
  readonly #answers = new Map<number, ResponsePrimitive>();
  readonly #pairs: (readonly [SessionApplication, SessionApplication])[] = [];
  readonly #ended = new Set<string>();
  #sequence = 0;
  #breach: unknown;

  constructor(length: number, tally: Tally, procedures: Partial<CseProcedures> = {}) {
    this.chain = new Chain(length, { procedures });
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
          this.#ended.add(sid);
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
    this.#checkAgreement();
    this.#checkAnswers();
    this.#checkKeys();
    assert.deepEqual(
      traces(this.chain).filter((line) => line.includes('session-debt')),
      [],
      'nobody owes anything any more',
    );
  }

  /** Ends what is left; nothing of any session may be anywhere then, and none can be used. */
  async endAll(): Promise<void> {
    for (const known of this.#known.values()) {
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
    for (const { sid, key, initiator, invited } of this.#known.values()) {
      assert.deepEqual(holdersOf(this.chain, key), [], 'no key is left');
      assert.deepEqual(holdersOf(this.chain, sid), [], 'no identifier is left');
      const to = containerOf(invited);
      const answer = await initiator.ask({ operation: 'retrieve', to, sessionID: sid });
      assert.equal(answer.responseStatusCode, 4004, 'a session that has ended cannot be used');
    }
  }

  /** All on the way between the endpoints have the session, and nobody else. */
  #checkAgreement(): void {
    const held = new Set(this.#positions().flatMap((position) => sessionsAt(this.chain, position)));
    for (const sid of held) {
      const known = this.#known.get(sid);
      assert.ok(known, 'a session to which nobody was invited');
      const ends = [known.initiator.position, known.invited.position];
      const way = this.#positions().filter(
        (position) => position >= Math.min(...ends) && position <= Math.max(...ends),
      );
      const holders = this.#positions().filter((position) => sessionsAt(this.chain, position).includes(sid));
      assert.deepEqual(holders, way, `all hops agree on session ${known.number}`);
    }
  }

  /** Who was told of a session has it until somebody ends it; who was refused has none. */
  #checkAnswers(): void {
    const numbers = new Map<number, string>();
    for (const { number, sid } of this.#known.values()) {
      assert.equal(numbers.get(number), undefined, 'one identifier for one establishment');
      numbers.set(number, sid);
    }
    for (const [number, response] of this.#answers) {
      const sid = numbers.get(number);
      if (response.responseStatusCode === 2001) {
        assert.equal(attributesOf(response).sessionID, sid, 'both are told the same identifier');
        const alive = sid === undefined || this.#ended.has(sid) || this.#isHeld(sid);
        assert.ok(alive, `session ${number}, which nobody ended, is there`);
      } else {
        assert.ok(
          sid === undefined || !this.#isHeld(sid),
          `session ${number}, which was refused, is not there`,
        );
      }
    }
  }

  #isHeld(sid: string): boolean {
    return this.#positions().some((position) => sessionsAt(this.chain, position).includes(sid));
  }

  /** Only establishment and invitation carry a key; the answer to the initiator is no message of the bed. */
  #checkKeys(): void {
    const keys = [...this.#known.values()].map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length, 'each session has a key of its own');
    for (const { request, response } of this.chain.messages) {
      const byDesign = request.operation === 'create' && request.resourceType === 9002;
      const text = JSON.stringify([byDesign || isInvitation(request) ? undefined : request, response]);
      assert.ok(!keys.some((key) => text.includes(key)), `a key in ${request.operation} ${request.to}`);
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

  #learn({
    sessionID: sid,
    sessionCredentials: key = '',
    initiatingEndpoint,
  }: NonNullable<ReturnType<typeof eventOf>>): void {
    const number = Number(initiatingEndpoint?.description);
    const pair = this.#pairs[number];
    assert.ok(pair);
    const before = this.#known.get(sid);
    assert.ok(before === undefined || before.number === number, 'identifiers never repeat');
    this.#known.set(sid, { sid, key, number, initiator: pair[0], invited: pair[1] });
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
      this.#answers.set(number, response);
      if (response.responseStatusCode === 2001) this.#tally.established += 1;
      else this.#tally.refused += 1;
    });
    await this.chain.pass(0);
  }

  async #inSession(
    { session, byInvited }: { readonly session: number; readonly byInvited: boolean },
    act: (known: Known, who: SessionApplication, whom: SessionApplication) => Promise<void>,
  ): Promise<void> {
    const known = [...this.#known.values()][session % Math.max(this.#known.size, 1)];
    if (known === undefined) return;
    const { initiator, invited } = known;
    await (byInvited ? act(known, invited, initiator) : act(known, initiator, invited));
    await this.chain.pass(0);
  }

  async #update({ sid, key }: Known, who: SessionApplication, whom: SessionApplication): Promise<void> {
    this.#sequence += 1;
    const header = { sessionID: sid, sender: who.identifier, sequence: this.#sequence };
    const vector = new Uint8Array(12);
    new DataView(vector.buffer).setUint32(0, this.#sequence);
    const protectedData = await protect(key, { header, plaintext: new Uint8Array(1) }, vector);
    const content = resource(3, { sessionID: sid, protectedData });
    this.#begin(who, { operation: 'update', to: containerOf(whom), content });
  }

  #setPolicy({ sid }: Known, who: SessionApplication, policy: keyof typeof POLICIES): void {
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
    for (const { sid, initiator, invited } of this.#known.values()) {
      if (who === initiator || who === invited) this.#ended.add(sid);
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
      ...this.#positions()
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

  #positions(): readonly number[] {
    return Array.from({ length: this.chain.length }, (_, index) => index + 1);
  }
}

function containerOf(application: SessionApplication): string {
  return `/cse${application.position}/${application.address}/c1`;
}

function eventOf({ content }: Message['request']) {
  const event = content?.kind === 'notification' ? content.notification.event?.representation : undefined;
  return event?.kind === 'sessionEvent' ? event.event : undefined;
}

function isInvitation(request: Message['request']): boolean {
  return eventOf(request)?.type === 1;
}

function sessionIDIn({ content, operation }: Message['request']): string | undefined {
  if (operation !== 'update' || content?.kind !== 'resource') return undefined;
  const { sessionID } = content.resource.attributes;
  return typeof sessionID === 'string' ? sessionID : undefined;
}
