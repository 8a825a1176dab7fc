import assert from 'node:assert/strict';
import type { Attributes } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEvent } from '../../../protocol/model/session-event';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { attributesOf, resource } from '../test-bed';
import type { Chain } from './session-bed';

/** How an application takes an invitation: it accepts, refuses with a code, or says nothing. */
export type Invitation = 'accepts' | 'is silent' | { readonly refuses: number };

/** A scripted application: it keeps what it is told, and answers as it is told to. */
export class SessionApplication {
  readonly name: string;
  readonly position: number;
  readonly #chain: Chain;
  readonly events: SessionEvent[] = [];
  onInvitation: Invitation = 'accepts';
  /** What it says of itself when it accepts. */
  acceptance: Attributes = {};

  constructor(chain: Chain, position: number, name: string) {
    this.#chain = chain;
    this.position = position;
    this.name = name;
  }

  /** From of its requests: `Cae1`. */
  get stem(): string {
    return `C${this.name}`;
  }

  /** `/cse1/Cae1`. */
  get identifier(): string {
    return `/cse${this.position}/${this.stem}`;
  }

  /** CSE-relative structured address of its <AE>. */
  get address(): string {
    return `cse-base/${this.name}`;
  }

  get pointOfAccess(): string {
    return `http://${this.name}`;
  }

  get notificationURI(): string {
    return `${this.pointOfAccess}/session/notifications`;
  }

  async register(labelled: boolean, subscribed: boolean): Promise<void> {
    const attributes = {
      resourceName: this.name,
      'App-ID': 'Nflowproof',
      pointOfAccess: [this.pointOfAccess],
      requestReachability: true,
      supportedReleaseVersions: ['3'],
      ...(labelled && { labels: ['service-sessions'] }),
    };
    await this.#chain.make(this.position, 'cse-base', ResourceType.AE, attributes, this.stem);
    if (!labelled || !subscribed) return;
    const subscription = { resourceName: 'sub1', notificationURI: [this.notificationURI] };
    const to = `${this.address}/sessions/subscriptions`;
    await this.#chain.make(this.position, to, ResourceType.subscription, subscription, this.stem);
  }

  /** Asks its registrar; time passes until it is answered. */
  ask(
    request: Partial<RequestPrimitive> & Pick<RequestPrimitive, 'operation' | 'to'>,
  ): Promise<ResponsePrimitive> {
    return this.#chain.ask(this.position, { from: this.stem, ...request });
  }

  /** The same without waiting for the answer. */
  begin(
    request: Partial<RequestPrimitive> & Pick<RequestPrimitive, 'operation' | 'to'>,
  ): Promise<ResponsePrimitive> {
    return this.#chain.begin(this.position, { from: this.stem, ...request });
  }

  /** The request that begins a session with `target`. */
  establishment(
    target: SessionApplication,
    attributes: Attributes = {},
  ): Pick<RequestPrimitive, 'operation' | 'to' | 'resourceType' | 'content'> {
    const content = resource(ResourceType.session, {
      targetEndpoint: target.identifier,
      initiatingEndpoint: { endpointID: this.identifier, notificationURI: this.notificationURI },
      ...attributes,
    });
    const to = `${this.address}/sessions`;
    return { operation: 'create', to, resourceType: ResourceType.session, content };
  }

  /** Begins a session, which must succeed; answers what it was told. */
  async establish(target: SessionApplication, attributes: Attributes = {}): Promise<Attributes> {
    const response = await this.ask(this.establishment(target, attributes));
    assert.equal(response.responseStatusCode, 2001, JSON.stringify(response.content));
    return attributesOf(response);
  }

  async receive(request: RequestPrimitive): Promise<ResponsePrimitive | undefined> {
    const answer = (responseStatusCode: number): ResponsePrimitive => {
      return { responseStatusCode, requestIdentifier: request.requestIdentifier };
    };
    const content = request.content?.kind === 'notification' ? request.content.notification : undefined;
    const told = content?.event?.representation;
    if (told?.kind !== 'sessionEvent') return answer(2000);
    this.events.push(told.event);
    if (told.event.type !== 1) return answer(2000);
    if (this.onInvitation === 'is silent') return new Promise<never>(() => {});
    if (this.onInvitation !== 'accepts') return answer(this.onInvitation.refuses);
    const endpoint = resource(ResourceType.sessionEndpoint, {
      endpointID: this.identifier,
      ...this.acceptance,
    });
    return { ...answer(2000), content: endpoint };
  }
}
