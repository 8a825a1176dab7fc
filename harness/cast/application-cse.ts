import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import type { Endpoint } from '../links/link';
import { ApplicationQuestions } from './application-questions';
import { withEmptySpecialization } from './application-spelling';
import { type HostedResource, representationOf } from './hosted-resource';
import { memberAnswer } from './member-answers';
import { ANSWER, type Reaction } from './reaction';
import { type Script, scriptedEndpoint } from './scripted-endpoint';
import type { Stage } from './stage';
import { TesterListener } from './tester-listener';

/** The name under which the CSE that the tester plays stands in the evidence. */
export const APPLICATION_CSE = 'CSE1';

/**
 * A tester that plays the CSE of an application: it hosts what a scenario gives it, takes every group that is created,
 * and keeps the requests about groups, and to groups. It checks nothing and does not know what the application should have sent.
 */
export class ApplicationCse implements Script {
  readonly #stage: Stage;
  readonly #hosted: HostedResource[] = [];
  readonly #awaiting: (() => void)[] = [];
  #groupRequests: RequestPrimitive[] = [];
  #latestGroup: HostedResource | undefined;
  readonly #listener: TesterListener;
  #pointOfAccess: string | undefined;
  #substitute: Endpoint | undefined;
  /** Interactive requests to groups. */
  readonly questions: ApplicationQuestions;

  constructor(stage: Stage) {
    this.#stage = stage;
    const endpoint = scriptedEndpoint(stage, this);
    this.#listener = new TesterListener(stage, APPLICATION_CSE, async (message) =>
      this.#substitute ? this.#substitute(message) : endpoint(await withEmptySpecialization(message)),
    );
    this.host(this.#baseName, 'CSEBase');
    this.questions = new ApplicationQuestions({
      baseName: this.#baseName,
      locate: (address) => this.locate(address),
      unique: (prefix) => stage.unique(prefix),
    });
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

  /** From now on messages are taken by another one, who plays more than this does. */
  substitute(endpoint: Endpoint): void {
    this.#substitute = endpoint;
  }

  host(name: string, typeName: string, more: Partial<HostedResource> = {}): HostedResource {
    const { cseID } = this.#stage.target.cse;
    const address = `${cseID}/${this.#baseName}/${name}`;
    const hosted = { name, typeName, address, resourceID: `id-${name}`, attributes: {}, ...more };
    this.#hosted.push(hosted);
    return hosted;
  }

  /** Creations of groups and updates of them since the last call of `forget`. */
  get groupRequests(): readonly RequestPrimitive[] {
    return this.#groupRequests;
  }

  /** The group that was created last since then, at the address that the application gave it. */
  get latestGroup(): HostedResource | undefined {
    return this.#latestGroup;
  }

  /** Where the application is reached, as far as it has registered so. */
  get pointOfAccess(): string | undefined {
    return this.#pointOfAccess;
  }

  /** From now on only what comes later counts. */
  forget(): void {
    this.#groupRequests = [];
    this.#latestGroup = undefined;
  }

  /** Resolves when there is a request about a group. */
  async groupRequested(): Promise<true> {
    if (this.#groupRequests.length === 0) await new Promise<void>((resolve) => this.#awaiting.push(resolve));
    return true;
  }

  reactionTo(request: RequestPrimitive): Reaction {
    if (isAboutGroup(request)) {
      this.#groupRequests.push(request);
      for (const arrived of this.#awaiting.splice(0)) arrived();
    }
    this.#pointOfAccess = pointOfAccessIn(request) ?? this.#pointOfAccess;
    return ANSWER;
  }

  async answerTo(request: RequestPrimitive): Promise<ResponsePrimitive> {
    return this.answerNow(request);
  }

  answerNow(request: RequestPrimitive): ResponsePrimitive {
    if (request.operation === 'create' && isAboutGroup(request)) return this.#created(request);
    const answer = this.questions.answerTo(request);
    if (answer) return answer;
    const hosted = this.locate(request.to);
    if (hosted) return memberAnswer(request, hosted);
    return { responseStatusCode: RSC.NOT_FOUND, requestIdentifier: request.requestIdentifier };
  }

  /** Applications keep to their own place in the tree: a group may be created under any parent. */
  #created({ to, content, requestIdentifier }: RequestPrimitive): ResponsePrimitive {
    const attributes = content?.kind === 'resource' ? content.resource.attributes : {};
    const name = String(attributes.resourceName ?? this.#stage.unique('group'));
    this.#latestGroup = this.host(name, 'group', { attributes, address: `${to}/${name}` });
    const resource = representationOf(this.#latestGroup);
    return { responseStatusCode: RSC.CREATED, requestIdentifier, content: { kind: 'resource', resource } };
  }

  /** The resource that an address names in whatever form: the one behind its last segment that says anything. */
  locate(address: string): HostedResource | undefined {
    const segments = address.split('/').map((segment) => (segment === '-' ? this.#baseName : segment));
    const named = (segment: string) => (hosted: HostedResource) =>
      hosted.name === segment || hosted.resourceID === segment;
    return this.#hosted.findLast(named(segments.at(-1) ?? ''));
  }

  get #baseName(): string {
    return this.#stage.target.cse.resourceName;
  }
}

function isAboutGroup({ operation, resourceType, content }: RequestPrimitive): boolean {
  if (operation === 'create') return resourceType === ResourceType.group;
  return operation === 'update' && content?.kind === 'resource' && content.resource.element === 'm2m:grp';
}

/** What the registration of an application says, or an update of it. */
function pointOfAccessIn({ content }: RequestPrimitive): string | undefined {
  const resource = content?.kind === 'resource' ? content.resource : undefined;
  const pointOfAccess = resource?.element === 'm2m:ae' ? resource.attributes.pointOfAccess : undefined;
  return Array.isArray(pointOfAccess) ? pointOfAccess.map(String)[0] : undefined;
}
