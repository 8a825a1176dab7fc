import assert from 'node:assert/strict';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { closableClock } from '../../runtime/closable-clock';
import { countingIds } from '../../runtime/counting-ids';
import { seededRandom } from '../../runtime/seeded-random';
import { VirtualClock } from '../../runtime/virtual-clock';
import { memoryRecords } from '../../store/memory-records';
import { memoryStore } from '../../store/memory-store';
import { createCse } from '../create-cse';
import type { Cse } from '../cse';
import type { CseConfig } from '../cse-config';
import { DEFAULT_CONFIG } from '../default-config';
import { defaultProcedures } from '../default-procedures';
import type { CseProcedures } from '../procedures';
import { FROM_ADMINISTRATOR, resource, START } from '../test-bed';
import { SessionApplication } from './session-application-bed';

/** One message between two parties, with what came of it. */
export interface Message {
  readonly at: number;
  /** Point of access of who sent it: `http://cse1`. */
  readonly from: string;
  readonly to: string;
  readonly request: RequestPrimitive;
  /** Absent as long as nobody has answered, and where the answer got lost. */
  response?: ResponsePrimitive;
}

/**
 * What a link does to messages: `request lost`: nobody gets it, and the sender learns of it; `silent`: nobody gets it,
 * and the sender waits; `answer lost`: it is carried out, and the sender learns that no answer comes.
 */
export type LinkState = 'whole' | 'request lost' | 'answer lost' | 'silent';

export interface ChainOptions {
  readonly config?: Partial<CseConfig>;
  readonly procedures?: Partial<CseProcedures>;
  /** Positions of CSEs, from 1, whose <remoteCSE> at their neighbours have no label. */
  readonly incapable?: readonly number[];
}

/** A CSE of the chain over all its lives. */
interface Place {
  readonly kept: {
    readonly store: ReturnType<typeof memoryStore>;
    readonly records: ReturnType<typeof memoryRecords>;
    readonly ids: ReturnType<typeof countingIds>;
    readonly random: ReturnType<typeof seededRandom>;
  };
  cse: Cse;
  /** Ends this life, as a kill would. */
  end(): void;
}

/**
 * CSEs in a row, each registered at its neighbours, with scripted applications; all of it in one virtual time. Every
 * message between two parties is kept, as it was when it was sent.
 */
export class Chain {
  readonly clock = new VirtualClock(START);
  readonly messages: Message[] = [];
  /** Called with each message when it is sent. */
  onMessage: (message: Message) => void = () => {};
  /** What becomes of an answer on its way. */
  answerOf: (answer: ResponsePrimitive) => ResponsePrimitive = (answer) => answer;
  readonly #options: ChainOptions;
  readonly #places: Place[] = [];
  readonly #applications = new Map<string, SessionApplication>();
  readonly #links = new Map<string, LinkState>();

  constructor(length: number, options: ChainOptions = {}) {
    this.#options = options;
    for (let position = 1; position <= length; position += 1) {
      const kept = {
        store: memoryStore(),
        records: memoryRecords(),
        ids: countingIds(),
        random: seededRandom(position),
      };
      this.#places.push({ kept, ...this.#live(position, kept) });
    }
  }

  get length(): number {
    return this.#places.length;
  }

  /** Positions count from 1, like the names: the CSE at 1 is `/cse1`. */
  cse(position: number): Cse {
    return this.#place(position).cse;
  }

  store(position: number): Place['kept']['store'] {
    return this.#place(position).kept.store;
  }

  records(position: number): Place['kept']['records'] {
    return this.#place(position).kept.records;
  }

  /** Registers each CSE at its neighbours. */
  async furnish(): Promise<this> {
    for (let position = 1; position <= this.length; position += 1) {
      if (position > 1) await this.#register(position - 1, position, below(position - 1));
      if (position < this.length)
        await this.#register(position + 1, position, above(position + 1, this.length));
    }
    return this;
  }

  /** A request to the CSE at `position`, by default of its administrator; time passes until it is answered. */
  ask(
    position: number,
    request: Partial<RequestPrimitive> & Pick<RequestPrimitive, 'operation' | 'to'>,
  ): Promise<ResponsePrimitive> {
    return this.clock.untilSettled(this.begin(position, request));
  }

  /** The same without waiting for the answer. */
  begin(
    position: number,
    request: Partial<RequestPrimitive> & Pick<RequestPrimitive, 'operation' | 'to'>,
  ): Promise<ResponsePrimitive> {
    const requestIdentifier = this.#place(position).kept.ids.next('q');
    return this.cse(position).handle({ ...FROM_ADMINISTRATOR, requestIdentifier, ...request });
  }

  async make(position: number, to: string, type: number, attributes: Attributes, from = 'CAdmin') {
    const content = resource(type, attributes);
    const response = await this.ask(position, { operation: 'create', to, from, resourceType: type, content });
    assert.equal(response.responseStatusCode, 2001, JSON.stringify(response.content));
    return response;
  }

  /** An application that is registered at the CSE at `position`, labelled and subscribed unless told otherwise. */
  async application(
    position: number,
    name: string,
    { labelled = true, subscribed = true } = {},
  ): Promise<SessionApplication> {
    const application = new SessionApplication(this, position, name);
    this.#applications.set(application.pointOfAccess, application);
    await application.register(labelled, subscribed);
    return application;
  }

  /** Does so to everything that `from` sends to `to`; parties are `cse1`, `ae1`, ... */
  setLink(from: string, to: string, state: LinkState): void {
    this.#links.set(`http://${from} http://${to}`, state);
  }

  /** In both directions. */
  breakLink(one: string, other: string, state: LinkState = 'request lost'): void {
    this.setLink(one, other, state);
    this.setLink(other, one, state);
  }

  mendLink(one: string, other: string): void {
    this.breakLink(one, other, 'whole');
  }

  mendAll(): void {
    this.#links.clear();
  }

  /** Kills the CSE and starts it again over what it has kept. */
  restart(position: number): void {
    const place = this.#place(position);
    place.end();
    Object.assign(place, this.#live(position, place.kept));
  }

  pass(milliseconds: number): Promise<void> {
    return this.clock.advance(milliseconds);
  }

  /** Messages from one party to another, `cse1` to `ae2`; from anybody where `from` is left out. */
  sent({ from, to }: { readonly from?: string; readonly to?: string }): readonly Message[] {
    return this.messages.filter(
      (message) =>
        (from === undefined || message.from === `http://${from}`) &&
        (to === undefined || message.to.startsWith(`http://${to}`)),
    );
  }

  #place(position: number): Place {
    const place = this.#places[position - 1];
    assert.ok(place, `The chain has no CSE ${position}.`);
    return place;
  }

  #live(position: number, kept: Place['kept']): Pick<Place, 'cse' | 'end'> {
    let alive = true;
    const clock = closableClock(this.clock);
    const address = `http://cse${position}`;
    const config: CseConfig = {
      ...DEFAULT_CONFIG,
      cseID: `/cse${position}`,
      pointOfAccess: [address],
      ...this.#options.config,
    };
    const send = async (to: string, request: RequestPrimitive) => {
      if (!alive) return new Promise<never>(() => {});
      const response = await this.#deliver(address, to, request);
      return alive ? response : new Promise<never>(() => {});
    };
    const ports = { ...kept, clock, outbound: { send } };
    const cse = createCse(config, ports, { ...defaultProcedures, ...this.#options.procedures });
    const end = (): void => {
      alive = false;
      clock.close();
    };
    return { cse, end };
  }

  async #deliver(
    from: string,
    to: string,
    request: RequestPrimitive,
  ): Promise<ResponsePrimitive | undefined> {
    const message: Message = { at: this.clock.now(), from, to, request: structuredClone(request) };
    this.messages.push(message);
    this.onMessage(message);
    const state = this.#links.get(`${from} ${hostOf(to)}`) ?? 'whole';
    if (state === 'silent') return new Promise<never>(() => {});
    if (state === 'request lost') return undefined;
    const received = await this.#receive(to, structuredClone(request));
    if (state === 'answer lost' || received === undefined) return undefined;
    const answer = this.answerOf(received);
    message.response = structuredClone(answer);
    return structuredClone(answer);
  }

  async #receive(to: string, request: RequestPrimitive): Promise<ResponsePrimitive | undefined> {
    const position = Number(/^http:\/\/cse(\d+)$/.exec(to)?.[1]);
    if (position >= 1) return this.#place(position).cse.handle(request);
    return this.#applications.get(hostOf(to))?.receive(request);
  }

  async #register(who: number, where: number, descendants: readonly string[]): Promise<void> {
    const capable = !this.#options.incapable?.includes(who);
    await this.make(where, 'cse-base', ResourceType.remoteCSE, {
      resourceName: `cse${who}`,
      'CSE-ID': `/cse${who}`,
      CSEBase: `/cse${who}/cse-base`,
      pointOfAccess: [`http://cse${who}`],
      requestReachability: true,
      supportedReleaseVersions: ['3'],
      ...(capable && { labels: ['service-sessions'] }),
      ...(descendants.length > 0 && { descendantCSEs: descendants }),
    });
  }
}

/** CSEs in a row, joined. */
export function createChain(length: number, options: ChainOptions = {}): Promise<Chain> {
  return new Chain(length, options).furnish();
}

function hostOf(address: string): string {
  return address.split('/').slice(0, 3).join('/');
}

function below(position: number): readonly string[] {
  return Array.from({ length: position - 1 }, (_, index) => `/cse${index + 1}`);
}

function above(position: number, length: number): readonly string[] {
  return Array.from({ length: length - position }, (_, index) => `/cse${position + index + 1}`);
}
