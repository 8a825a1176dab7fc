import type { Attributes, AttributeValue } from '../../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { DesIdResType } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { representationOf } from '../hosted-resource';
import type { Stage } from '../stage';
import { type ByTheBook, plain, SessionListener } from './session-listener';
import type { SessionLog } from './session-log';
import { type SessionMessage, sessionIDIn } from './session-message';

/** The label that says "I can do sessions". */
export const CAPABILITY = 'service-sessions';

/** An application that exists only in the words of the CSE where it is said to be registered. */
export interface PlayedApplication {
  readonly name: string;
  readonly cseID: string;
  /** Name of its <AE>. */
  readonly resourceName: string;
  /** AE-ID within its CSE. */
  readonly id: string;
  readonly isCapable: boolean;
  readonly isSubscribed: boolean;
}

interface Held {
  readonly sessionID: string;
  /** Path within the CSE. */
  readonly path: string;
  readonly policies: Set<string>;
}

/**
 * A tester that plays a CSE of a chain with the applications that are registered at it, or behind it: it holds what it is
 * told of sessions, serves their containers honestly, and answers by the book. It checks nothing.
 * @see docs/profiles/service-sessions.md
 */
export class SessionCse implements ByTheBook {
  readonly name: string;
  readonly cseID: string;
  readonly listener: SessionListener;
  readonly isCapable: boolean;
  /** CSEs that are reached through this one, by the names that scenarios have for them. */
  readonly behind = new Map<string, string>();
  readonly applications: PlayedApplication[] = [];
  readonly #stage: Stage;
  /** Protected data by the paths of containers, SP-relative. */
  readonly #containers = new Map<string, AttributeValue | undefined>();
  readonly #held: Held[] = [];

  constructor(stage: Stage, { name, log, isCapable }: { name: string; log: SessionLog; isCapable: boolean }) {
    this.#stage = stage;
    this.name = name;
    this.isCapable = isCapable;
    this.cseID = `/${stage.unique(name.toLowerCase())}`;
    this.listener = new SessionListener(stage, { name, log, book: this });
  }

  hostContainer(address: string): void {
    this.#containers.set(address, undefined);
  }

  /** Holds a session that the scenario has begun here; its identifier is its address. */
  hold(sessionID: string): void {
    this.#held.push({ sessionID, path: `base/sessions/${sessionID}`, policies: new Set() });
  }

  /** The session that an address names here, in any form; nothing below it. */
  sessionAt(address: string): string | undefined {
    const spRelative = address.replace(/^\/\/[^/]+/, '');
    if (!spRelative.startsWith(`${this.cseID}/`)) return undefined;
    const { held, rest } = this.#locate(spRelative);
    return rest.length === 0 ? held?.sessionID : undefined;
  }

  /** Names of the policies that it keeps of a session. */
  policiesOf(sessionID: string): readonly string[] {
    return this.#held.flatMap((held) => (held.sessionID === sessionID ? [...held.policies] : []));
  }

  sessionIDOf(request: RequestPrimitive, message: SessionMessage | undefined): string | undefined {
    const isAddressed = message === 'termination' || message?.includes('policy');
    return isAddressed ? this.#locate(request.to).held?.sessionID : sessionIDIn(request);
  }

  answerTo(request: RequestPrimitive, message: SessionMessage | undefined): ResponsePrimitive {
    switch (message) {
      case 'establishment':
        return this.#establish(request);
      case 'policy':
        return this.#keepPolicy(request);
      case 'deletion of the policy':
        return this.#dropPolicy(request);
      case 'termination':
        return this.#terminate(request);
      case 'update':
        return this.#update(request);
      case 'retrieve':
        return this.#retrieve(request);
      case 'discovery':
        return this.#discover(request);
      case 'result':
        return plain(request, RSC.OK);
      default:
        return this.#describe(request);
    }
  }

  #establish(request: RequestPrimitive): ResponsePrimitive {
    const attributes = attributesOf(request);
    const invited = this.#applicationAt(String(attributes.targetEndpoint));
    if (!invited) return plain(request, RSC.NOT_FOUND);
    if (!invited.isCapable) return plain(request, RSC.TARGET_HAS_NO_SESSION_CAPABILITY);
    if (!invited.isSubscribed) return plain(request, RSC.TARGET_NOT_REACHABLE);
    const sessionID = String(attributes.sessionID);
    const collection =
      invited.cseID === this.cseID ? `base/${invited.resourceName}/sessions` : 'base/sessions';
    const wanted = `${collection}/${String(attributes.resourceName ?? sessionID)}`;
    const isTaken = this.#held.some(({ path }) => path === wanted);
    const path = isTaken ? `${collection}/${sessionID}` : wanted;
    this.#held.push({ sessionID, path, policies: new Set() });
    return created(request, 'fp:ses', {
      resourceName: path.slice(path.lastIndexOf('/') + 1),
      resourceType: 9002,
      resourceID: sessionID,
      parentID: 'sessions',
      creationTime: '20260101T000000',
      lastModifiedTime: '20260101T000000',
      expirationTime: attributes.expirationTime ?? '20991231T235959',
      sessionID,
      targetEndpoint: attributes.targetEndpoint ?? '',
      initiatingEndpoint: attributes.initiatingEndpoint ?? {},
      acceptedEndpoint: {
        endpointID: `${invited.cseID}/${invited.id}`,
        endpointAddress: `${invited.cseID}/base/${invited.resourceName}`,
        description: 'meter',
      },
      sessionAddress: `${this.cseID}/${path}`,
      sessionState: 1,
    });
  }

  #keepPolicy(request: RequestPrimitive): ResponsePrimitive {
    const { held } = this.#locate(request.to);
    if (!held) return plain(request, RSC.NOT_FOUND);
    const attributes = attributesOf(request);
    const name = String(attributes.resourceName ?? this.#stage.unique('policy'));
    held.policies.add(name);
    return created(request, 'fp:spo', {
      ...attributes,
      resourceName: name,
      resourceType: 9005,
      resourceID: `${held.sessionID}-${name}`,
      parentID: held.sessionID,
      creationTime: '20260101T000000',
      lastModifiedTime: '20260101T000000',
    });
  }

  #dropPolicy(request: RequestPrimitive): ResponsePrimitive {
    const { held, rest } = this.#locate(request.to);
    const name = rest.at(-1) ?? '';
    return plain(request, held?.policies.delete(name) ? RSC.DELETED : RSC.NOT_FOUND);
  }

  #terminate(request: RequestPrimitive): ResponsePrimitive {
    const { held } = this.#locate(request.to);
    if (!held) return plain(request, RSC.NOT_FOUND);
    this.#held.splice(this.#held.indexOf(held), 1);
    return plain(request, RSC.DELETED);
  }

  #update(request: RequestPrimitive): ResponsePrimitive {
    const address = this.#containerAt(request);
    if (address === undefined) return plain(request, RSC.NOT_FOUND);
    this.#containers.set(address, attributesOf(request).protectedData);
    return plain(request, RSC.UPDATED);
  }

  #retrieve(request: RequestPrimitive): ResponsePrimitive {
    const address = this.#containerAt(request);
    if (address === undefined) return plain(request, RSC.NOT_FOUND);
    const protectedData = this.#containers.get(address);
    const name = address.slice(address.lastIndexOf('/') + 1);
    const attributes = protectedData === undefined ? {} : { protectedData };
    const resource = representationOf({
      name,
      typeName: 'container',
      address,
      resourceID: `id-${name}`,
      attributes,
    });
    return { ...plain(request, RSC.OK), content: { kind: 'resource', resource } };
  }

  /** The container of a request in a session that this CSE holds. */
  #containerAt(request: RequestPrimitive): string | undefined {
    const sessionID = sessionIDIn(request);
    const isHeld = this.#held.some((held) => held.sessionID === sessionID);
    return isHeld && this.#containers.has(request.to) ? request.to : undefined;
  }

  #discover(request: RequestPrimitive): ResponsePrimitive {
    const isUnstructured = request.desiredIdentifierResultType === DesIdResType.unstructured;
    const uris = this.applications
      .filter(({ isCapable }) => isCapable)
      .map(({ cseID, id, resourceName }) =>
        isUnstructured ? `${cseID}/${id}` : `${cseID}/base/${resourceName}`,
      );
    return { ...plain(request, RSC.OK), content: { kind: 'uriList', uris } };
  }

  #describe(request: RequestPrimitive): ResponsePrimitive {
    const [cse, ...path] = segmentsOf(request.to);
    const isBase =
      `/${cse}` === this.cseID && (path.length === 0 || (path.length === 1 && path[0] === 'base'));
    if (request.operation !== 'retrieve' || !isBase) return plain(request, RSC.NOT_FOUND);
    const resource = representationOf({
      name: 'base',
      typeName: 'CSEBase',
      address: `${this.cseID}/base`,
      resourceID: 'base',
      attributes: {
        'CSE-ID': this.cseID,
        supportedResourceType: [2, 3, 5, 16, 23, 9001, 9002, 9003, 9004, 9005, 9006],
        pointOfAccess: [this.listener.address],
        ...(this.isCapable && { labels: [CAPABILITY] }),
      },
    });
    return { ...plain(request, RSC.OK), content: { kind: 'resource', resource } };
  }

  #applicationAt(address: string): PlayedApplication | undefined {
    return this.applications.find(({ cseID, id, resourceName }) =>
      [`${cseID}/${id}`, `${cseID}/base/${resourceName}`].includes(address),
    );
  }

  /** The session that an address leads to, and the path behind it. */
  #locate(address: string): { readonly held?: Held; readonly rest: readonly string[] } {
    const path = segmentsOf(address).slice(1);
    for (const held of this.#held) {
      const own = held.path.split('/');
      if (own.every((segment, at) => path[at] === segment)) return { held, rest: path.slice(own.length) };
      if (path[0] === held.sessionID) return { held, rest: path.slice(1) };
    }
    return { rest: path };
  }
}

function segmentsOf(address: string): readonly string[] {
  return address.split('/').filter((segment) => segment !== '');
}

function attributesOf({ content }: RequestPrimitive): Attributes {
  return content?.kind === 'resource' ? content.resource.attributes : {};
}

function created(request: RequestPrimitive, element: string, attributes: Attributes): ResponsePrimitive {
  const content = { kind: 'resource', resource: { element, attributes } } as const;
  return { ...plain(request, RSC.CREATED), content };
}
