import assert from 'node:assert/strict';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { VirtualClock } from '../../runtime/virtual-clock';
import type { CseConfig } from '../cse-config';
import { makeGroup, registerCse } from '../group/group-bed';
import type { Peer, SentRequest, TestBed } from '../test-bed';
import { after, interactively, ok, requestAddress } from './interactive-bed';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
export const LIMIT = 2;
const CONFIG = {
  notificationRetry: { limit: LIMIT, interval: 10 * SECOND, acknowledgementTimeout: 5 * SECOND },
  nonBlockingResultExpiration: 10 * MINUTE,
};

/** How a target takes a message; `late` acknowledges after so many milliseconds. */
export type Reaction = 'acknowledges' | 'is silent' | 'refuses' | 'breaks off' | { readonly late: number };

/** A member answers after `latency`, once its CSE is back at `offlineUntil`, counted from the start. */
export interface Member {
  readonly latency: number;
  readonly offlineUntil: number;
}

/** What is asked of a CSE from outside. */
export type Asking = Pick<TestBed, 'ask' | 'make'>;

/** Where a CSE lives with its peers: in one process, or behind sockets. Time is virtual in each. */
export interface Surroundings {
  readonly clock: VirtualClock;
  /** Where two notification targets are. */
  readonly targets: readonly [string, string];
  /** Where the CSE of the members is. */
  readonly memberCse: string;
  /** Ends the life before, as a kill would, and begins the next over what it has kept. */
  begin(peer: Peer, config: Partial<CseConfig>): Asking;
  /** What went over the wire for this request, whole. */
  wireOf(sent: SentRequest): Promise<string>;
  close(): Promise<void>;
}

/** A message that arrived at a target. */
export interface Observed {
  readonly target: string;
  readonly message: RequestPrimitive;
  readonly wire: Promise<string>;
  readonly at: number;
  readonly life: number;
  acknowledgedAt?: number;
}

interface Asked {
  readonly identifier: string;
  readonly address: string;
}

/** What the runs of a property did, all together. */
export interface Tally {
  runs: number;
  messages: number;
  losses: number;
  kills: number;
}

/** A CSE with two targets and members that are all on /cse2, seen from outside. */
export class InteractiveWorld {
  readonly observed: Observed[] = [];
  readonly asked: Asked[] = [];
  readonly surroundings: Surroundings;
  readonly #members: readonly Member[];
  readonly #tally: Tally;
  readonly #reactions = new Map<string, Reaction>();
  readonly #begun: number;
  #life = 0;
  cse: Asking;

  constructor(surroundings: Surroundings, members: readonly Member[], tally: Tally) {
    this.surroundings = surroundings;
    this.#members = members;
    this.#tally = tally;
    this.#begun = surroundings.clock.now();
    this.cse = this.#begin();
    tally.runs += 1;
  }

  get memberIDs(): readonly string[] {
    return this.#members.map((_member, at) => `/cse2/m${at}`);
  }

  /** Each message tells a target of a member at least that it was not told of before, and is sent so often at most. */
  get mostMessages(): number {
    const { asked, surroundings } = this;
    return asked.length * surroundings.targets.length * this.#members.length * (1 + LIMIT);
  }

  async furnish(): Promise<this> {
    await registerCse(this.cse, 'cse2', this.surroundings.memberCse);
    await makeGroup(this.cse, this.memberIDs);
    return this;
  }

  async ask(): Promise<void> {
    const requestIdentifier = `q${this.asked.length}`;
    const { targets } = this.surroundings;
    const accepted = await this.cse.ask({ ...interactively(targets), requestIdentifier });
    assert.equal(accepted.responseStatusCode, 1002);
    this.asked.push({ identifier: requestIdentifier, address: requestAddress(accepted) });
  }

  react(target: 0 | 1, reaction: Reaction): void {
    this.#reactions.set(this.surroundings.targets[target], reaction);
  }

  pass(milliseconds: number): Promise<void> {
    return this.surroundings.clock.advance(milliseconds);
  }

  restart(): void {
    this.#tally.kills += 1;
    this.cse = this.#begin();
  }

  #begin(): Asking {
    this.#life += 1;
    const { memberCse } = this.surroundings;
    const peer: Peer = (sent) => {
      return sent.pointOfAccess === memberCse ? this.#askMember(sent) : this.#notify(sent);
    };
    return this.surroundings.begin(peer, CONFIG);
  }

  #askMember(sent: SentRequest): ReturnType<Peer> {
    const member = this.#members[Number(sent.request.to.replace('/cse2/m', ''))];
    const { clock } = this.surroundings;
    if (member === undefined || clock.now() < this.#begun + member.offlineUntil) return undefined;
    return after({ clock }, member.latency, ok(sent));
  }

  #notify(sent: SentRequest): ReturnType<Peer> {
    const { pointOfAccess: target, request: message } = sent;
    const wire = this.surroundings.wireOf(sent);
    const entry: Observed = { target, message, wire, at: this.surroundings.clock.now(), life: this.#life };
    this.observed.push(entry);
    this.#tally.messages += 1;
    const reaction = this.#reactions.get(target) ?? 'acknowledges';
    if (reaction !== 'acknowledges') this.#tally.losses += 1;
    // A CSE that never comes to an end would keep time from passing, and its fault from being seen.
    if (reaction === 'is silent' || this.#tooMany()) return new Promise<never>(() => {});
    if (reaction === 'breaks off') return undefined;
    if (reaction === 'refuses') return { ...ok(sent), responseStatusCode: 4103 };
    return this.#acknowledge(entry, sent, reaction === 'acknowledges' ? 0 : reaction.late);
  }

  /** A request that was only just accepted counts before its acceptance is known. */
  #tooMany(): boolean {
    return this.observed.length > this.mostMessages + 2 * this.#members.length * (1 + LIMIT);
  }

  async #acknowledge(entry: Observed, sent: SentRequest, latency: number): Promise<ResponsePrimitive> {
    const { clock } = this.surroundings;
    const answer = latency === 0 ? ok(sent) : await after({ clock }, latency, ok(sent));
    if (entry.life === this.#life) entry.acknowledgedAt = clock.now();
    return answer;
  }
}
