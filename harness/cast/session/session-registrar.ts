import type { Attributes } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { representationOf } from '../hosted-resource';
import type { KnownSession } from './known-session';
import { byTheBook } from './protections';
import { CAPABILITY } from './session-cse';
import { type ByTheBook, plain } from './session-listener';
import { type SessionMessage, sessionIDIn } from './session-message';

/** What the registrar is told by those around it. */
export interface RegistrarSurroundings {
  readonly cseID: string;
  /** Sessions of the scenario, as far as they have an identifier. */
  sessions(): readonly KnownSession[];
  /** The session that an establishment of the application is for, with identifier and key. */
  establish(request: RequestPrimitive): KnownSession;
  /** AE-ID of the other endpoint of a session, SP-relative. */
  partnerOf(session: KnownSession): string;
  unique(prefix: string): string;
  /** What is no message of sessions. */
  otherwise(request: RequestPrimitive): ResponsePrimitive;
}

/**
 * The CSE of an application under test, as far as sessions go: it registers it, takes its subscription, establishes what
 * it asks for, and serves what it does in a session. It checks nothing.
 */
export class SessionRegistrar implements ByTheBook {
  readonly #around: RegistrarSurroundings;
  #isCapable = false;
  #notificationURI: string | undefined;
  #subscription: string | undefined;

  constructor(around: RegistrarSurroundings) {
    this.#around = around;
  }

  /** Whether the application has said that it can do sessions. */
  get isCapable(): boolean {
    return this.#isCapable;
  }

  /** Where the application wants to be told of sessions: by its subscription, or since it began one. */
  get notificationURI(): string | undefined {
    return this.#notificationURI;
  }

  /** Address of its subscription. */
  get subscription(): string | undefined {
    return this.#subscription;
  }

  sessionIDOf(request: RequestPrimitive): string | undefined {
    return sessionIDIn(request) ?? this.#sessionAt(request.to)?.sessionID;
  }

  answerTo(request: RequestPrimitive, message: SessionMessage | undefined): ResponsePrimitive {
    switch (message) {
      case 'registration':
        return this.#register(request);
      case 'subscription':
        return this.#subscribe(request);
      case 'establishment':
        return this.#establish(request);
      case 'policy':
        return created(request, 'fp:spo', {
          resourceName: this.#around.unique('policy'),
          ...attributesOf(request),
        });
      case 'deletion of the policy':
        return plain(request, RSC.DELETED);
      case 'termination':
        return this.#terminate(request);
      case 'update':
        return plain(request, this.#holds(request) ? RSC.UPDATED : RSC.NOT_FOUND);
      case 'retrieve':
        return this.#retrieve(request);
      default:
        return this.#otherwise(request);
    }
  }

  #register(request: RequestPrimitive): ResponsePrimitive {
    this.#noteCapability(attributesOf(request));
    const { from = '' } = request;
    const resourceID = from.slice(from.lastIndexOf('/') + 1);
    return created(request, 'm2m:ae', { ...attributesOf(request), resourceID, 'AE-ID': resourceID });
  }

  #subscribe(request: RequestPrimitive): ResponsePrimitive {
    const { notificationURI, resourceName } = attributesOf(request);
    if (Array.isArray(notificationURI)) this.#notificationURI = String(notificationURI[0]);
    const name = typeof resourceName === 'string' ? resourceName : this.#around.unique('subscription');
    this.#subscription = request.to.replace(/\/subscriptions$/, `/${name}`);
    return created(request, 'm2m:sub', { ...attributesOf(request), resourceName: name });
  }

  #establish(request: RequestPrimitive): ResponsePrimitive {
    const asked = attributesOf(request);
    const session = this.#around.establish(request);
    const { sessionID = '', credentials = '' } = session;
    const name = typeof asked.resourceName === 'string' ? asked.resourceName : sessionID;
    const { initiatingEndpoint } = asked;
    if (isRecord(initiatingEndpoint) && typeof initiatingEndpoint.notificationURI === 'string')
      this.#notificationURI = initiatingEndpoint.notificationURI;
    session.address = request.to.startsWith('/')
      ? `${request.to}/${name}`
      : `${this.#around.cseID}/${request.to}/${name}`;
    return created(request, 'fp:ses', {
      ...asked,
      resourceName: name,
      resourceID: sessionID,
      sessionID,
      sessionCredentials: credentials,
      acceptedEndpoint: { endpointID: this.#around.partnerOf(session), description: 'meter' },
      sessionAddress: session.address,
      sessionState: 1,
    });
  }

  #terminate(request: RequestPrimitive): ResponsePrimitive {
    return plain(request, this.#sessionAt(request.to) ? RSC.DELETED : RSC.NOT_FOUND);
  }

  /** What the partner has put there, protected for the application. */
  #retrieve(request: RequestPrimitive): ResponsePrimitive {
    const session = this.#holds(request);
    if (!session) return plain(request, RSC.NOT_FOUND);
    const issuer = this.#around.partnerOf(session);
    const protectedData = byTheBook({
      key: session.key,
      sessionID: session.sessionID ?? '',
      issuer,
      sequence: session.nextSequence(issuer),
      seed: this.#around.unique('protected'),
    });
    const name = request.to.slice(request.to.lastIndexOf('/') + 1);
    const attributes = { protectedData };
    const address = request.to;
    const resource = representationOf({ name, typeName: 'container', address, resourceID: name, attributes });
    return { ...plain(request, RSC.OK), content: { kind: 'resource', resource } };
  }

  #otherwise(request: RequestPrimitive): ResponsePrimitive {
    const { content, operation } = request;
    const isOfApplication = content?.kind === 'resource' && content.resource.element === 'm2m:ae';
    if (operation !== 'update' || !isOfApplication) return this.#around.otherwise(request);
    this.#noteCapability(attributesOf(request));
    return plain(request, RSC.UPDATED);
  }

  #noteCapability({ labels }: Attributes): void {
    if (Array.isArray(labels)) this.#isCapable = labels.includes(CAPABILITY);
  }

  #holds(request: RequestPrimitive): KnownSession | undefined {
    const sessionID = sessionIDIn(request);
    return this.#around.sessions().find((session) => session.sessionID === sessionID);
  }

  #sessionAt(address: string): KnownSession | undefined {
    return this.#around.sessions().find(({ sessionID = ' ', address: own = ' ' }) => {
      const relative = own.slice(this.#around.cseID.length + 1);
      return [own, relative, sessionID, `${this.#around.cseID}/${sessionID}`].includes(address);
    });
  }
}

function attributesOf({ content }: RequestPrimitive): Attributes {
  return content?.kind === 'resource' ? content.resource.attributes : {};
}

function isRecord(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MADE = { creationTime: '20260101T000000', lastModifiedTime: '20260101T000000' };

function created(request: RequestPrimitive, element: string, attributes: Attributes): ResponsePrimitive {
  const { resourceType = 0 } = request;
  const generated = { resourceType, resourceID: `${element.slice(3)}-1`, parentID: 'parent', ...MADE };
  const resource = { element, attributes: { ...generated, ...attributes } };
  return { ...plain(request, RSC.CREATED), content: { kind: 'resource', resource } };
}
