import type { Attributes } from '../../protocol/model/attribute-value';
import type { Operation } from '../../protocol/model/operation';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { HostedResource } from './hosted-resource';
import { isFanOut } from './hosted-resource';
import { childIdentifier, memberAnswer } from './member-answers';
import type { Reaction } from './reaction';
import { ANSWER } from './reaction';
import type { Script } from './scripted-endpoint';
import { scriptedEndpoint } from './scripted-endpoint';
import { SelfReports } from './self-report';
import type { CseStage } from './stage';
import { fanOutAtTester } from './sub-group-fan-out';
import { TesterListener } from './tester-listener';

/** A request that reached a tester, with the hosted resource it was for. */
export interface Received {
  readonly request: RequestPrimitive;
  readonly hosted?: HostedResource;
  /** What follows the hosted resource in the address: `la`, `fopt`, `x/y`, or empty. */
  readonly suffix: string;
  readonly at: number;
}

/**
 * A tester that plays a member-hosting CSE: it hosts what a scenario gives it, records what reaches it, and reacts
 * as scripted. It keeps no resource tree and checks nothing.
 */
export class MemberCse implements Script {
  readonly name: string;
  readonly cseID: string;
  readonly received: Received[] = [];
  readonly #stage: CseStage;
  readonly #hosted: HostedResource[] = [];
  readonly #reactions = new Map<string, Reaction>();
  readonly #reports: SelfReports;
  /** How often it reports by itself for hosted resources, by their names. */
  readonly #reportTimes = new Map<string, number>();
  #everything: Reaction | undefined;
  #released: Promise<unknown> = Promise.resolve();
  readonly #listener: TesterListener;
  #subGroups = 0;

  constructor(stage: CseStage, name: string) {
    this.#stage = stage;
    this.name = name;
    this.cseID = `/${stage.unique(name.toLowerCase())}`;
    this.#listener = new TesterListener(stage, name, scriptedEndpoint(stage, this));
    const answer = (request: RequestPrimitive) => this.#answerNow(request);
    this.#reports = new SelfReports(stage, { name, cseID: this.cseID, answer });
  }

  open(): Promise<void> {
    return this.#listener.open();
  }

  close(): Promise<void> {
    return this.#listener.close();
  }

  get address(): string {
    return this.#listener.address;
  }

  host(name: string, typeName: string, more: Partial<HostedResource> = {}): HostedResource {
    const hosted: HostedResource = {
      name,
      typeName,
      address: `${this.cseID}/base/${name}`,
      resourceID: `id-${name}`,
      attributes: {},
      ...more,
    };
    this.#hosted.push(hosted);
    return hosted;
  }

  /** Scripts what happens to requests for one hosted resource (`base`: the CSE itself); the last word counts. */
  react(
    name: string,
    reaction: Reaction,
    operation: Operation | 'every operation' = 'every operation',
  ): void {
    this.#reactions.set(`${name} ${operation}`, reaction);
  }

  /** Changes what a hosted resource is; nobody is told. */
  change(name: string, attributes: Attributes, memberIDs?: readonly string[]): void {
    const at = this.#hosted.findLastIndex((hosted) => hosted.name === name);
    const hosted = this.#hosted[at];
    if (!hosted) throw new Error(`${this.name} hosts no "${name}"`);
    const changed = { ...hosted, attributes: { ...hosted.attributes, ...attributes } };
    this.#hosted[at] = memberIDs === undefined ? changed : { ...changed, memberIDs };
  }

  /** Scripts what happens to every request; `undefined` lifts it. */
  reactToAll(reaction: Reaction | undefined): void {
    this.#everything = reaction;
  }

  /** Has it report for a hosted resource by itself, so many times, where it is asked for that. */
  reportByItself(name: string, times: number): void {
    this.#reportTimes.set(name, times);
  }

  /** Keeps back every answer until `released` settles. */
  holdUntil(released: Promise<unknown>): void {
    this.#released = released;
  }

  /** Inconclusive where the target asked for what this tester does not play. */
  check(): void {
    this.#reports.check();
  }

  reactionTo(request: RequestPrimitive): Reaction {
    const { hosted, suffix } = this.locate(request.to);
    const at = this.#stage.time.now();
    this.received.push(hosted ? { request, hosted, suffix, at } : { request, suffix, at });
    const name = hosted?.name ?? 'base';
    const scripted =
      this.#reactions.get(`${name} ${request.operation}`) ?? this.#reactions.get(`${name} every operation`);
    return this.#everything ?? scripted ?? ANSWER;
  }

  async answerTo(request: RequestPrimitive): Promise<ResponsePrimitive> {
    await this.#released;
    const times = this.#reportTimes.get(this.locate(request.to).hosted?.name ?? '') ?? 0;
    const accepted = times === 0 ? undefined : this.#reports.accept(request, times);
    return accepted ?? this.#answerNow(request);
  }

  async #answerNow(request: RequestPrimitive): Promise<ResponsePrimitive> {
    const { hosted, suffix } = this.locate(request.to);
    if (!hosted) return this.#isOwnBase(request.to) ? this.#baseAnswer(request) : notFound(request);
    if (isFanOut(suffix))
      return fanOutAtTester(this, this.#stage.time, request, hosted, suffix.slice('fopt/'.length));
    if (suffix === '') this.#apply(request, hosted);
    return memberAnswer(request, this.locate(request.to).hosted ?? hosted);
  }

  /** A later request sees what this one did. */
  #apply(request: RequestPrimitive, hosted: HostedResource): void {
    if (request.operation === 'delete') this.#hosted.splice(this.#hosted.indexOf(hosted), 1);
    if (request.operation !== 'update' || request.content?.kind !== 'resource') return;
    const { memberIDs, ...attributes } = request.content.resource.attributes;
    this.change(hosted.name, attributes, Array.isArray(memberIDs) ? memberIDs.map(String) : undefined);
  }

  /** The hosted resource that an address names, in whatever form, and the path behind it. */
  locate(address: string): { hosted?: HostedResource; suffix: string } {
    const segments = address.split('/').filter((segment) => segment !== '');
    for (const hosted of [...this.#hosted].reverse()) {
      const at = segments.findIndex((segment) => segment === hosted.name || segment === hosted.resourceID);
      if (at >= 0) return { hosted, suffix: segments.slice(at + 1).join('/') };
    }
    return { suffix: '' };
  }

  #isOwnBase(address: string): boolean {
    const last = address
      .split('/')
      .filter((segment) => segment !== '')
      .at(-1);
    return last === 'base' || last === this.cseID.slice(1) || address.startsWith(`${this.cseID}/base/`);
  }

  /** The base answers what it is, and takes whatever is created under it (a sub-group, a remoteCSE). */
  #baseAnswer(request: RequestPrimitive): ResponsePrimitive {
    const base: HostedResource = {
      name: 'base',
      typeName: 'CSEBase',
      address: `${this.cseID}/base`,
      resourceID: 'base',
      attributes: { cseID: this.cseID, supportedResourceType: [3, 5, 9, 16], pointOfAccess: [this.address] },
    };
    const isGroup = request.operation === 'create' && request.resourceType === 9;
    return memberAnswer(request, isGroup ? this.#hostSubGroup(request, base) : base);
  }

  /** Hosts the sub-group that it is asked for, and answers the base under which it was made. */
  #hostSubGroup(request: RequestPrimitive, base: HostedResource): HostedResource {
    const attributes = request.content?.kind === 'resource' ? request.content.resource.attributes : {};
    const memberIDs = Array.isArray(attributes.memberIDs) ? attributes.memberIDs.map(String) : [];
    this.#subGroups += 1;
    const maker = { ...base, resourceID: `group${this.#subGroups}` };
    const resourceID = childIdentifier(maker);
    this.host(String(attributes.resourceName ?? resourceID), 'group', { memberIDs, resourceID });
    return maker;
  }
}

function notFound({ requestIdentifier }: RequestPrimitive): ResponsePrimitive {
  return { responseStatusCode: RSC.NOT_FOUND, requestIdentifier };
}
