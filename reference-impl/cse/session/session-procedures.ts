import type { Attributes } from '../../../protocol/model/attribute-value';
import type { Refusal } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { SessionEndpoint, SessionEvent } from '../../../protocol/model/session-event';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import type { KnownEndpoint, NextHop } from './session-state';

/** What a CSE has to know of an establishment before it makes anything. */
export interface Establishment {
  readonly sessionID: string;
  readonly credentials: string;
  readonly name: string;
  readonly target: string;
  readonly initiating: SessionEndpoint;
  /** The CSEs that it has passed, this one not among them; empty at the first CSE. */
  readonly path: readonly string[];
  readonly expirationTime: string;
  readonly maxNrOfContexts?: number;
  /** The `sessions` collection where the session is to stand. */
  readonly collection: Resource;
}

/** Who accepted: the endpoint, and the way to it, where that is another CSE. */
export interface Accepted {
  readonly endpoint: SessionEndpoint;
  readonly nextHop?: NextHop;
  /** Where it is earlier than that of the establishment. */
  readonly expirationTime?: string;
}

/** What goes with an event that an endpoint is told. */
export interface Telling {
  /** Address of the subscription that it is told for. */
  readonly subscription?: string;
  /** Until when its answer is waited for, in milliseconds since the epoch. */
  readonly deadline?: number;
}

/** Someone who may still hold what this CSE has ended, or never completed. */
export type Debtor =
  | { readonly kind: 'hop'; readonly address: string }
  | { readonly kind: 'endpoint'; readonly notificationURI: string };

/**
 * A termination that somebody may still need. It is recorded before the one that it concerns is asked for anything, and
 * struck out when that is completed or undone: so a restart in between leaves nobody with half a session.
 */
export interface Debt {
  readonly sessionID: string;
  readonly debtor: Debtor;
  /** AE-IDs of the applications that have the session, as far as they are known. */
  readonly endpointIDs?: readonly string[];
  /** Milliseconds since the epoch. Afterwards whoever holds the session has ended it by himself. */
  readonly until: number;
  /**
   * Where the first attempt goes. Later the session may have gone there and its name have passed to another one, so
   * all others name it by its identifier.
   */
  readonly first?: string;
  /** A name here by which the debtor knows the session. It passes to no other one before he knows of the end. */
  readonly reserved?: { readonly collectionID: string; readonly name: string };
}

/** What binds a request at this hop. */
export type Decision =
  | { readonly kind: 'immediate' }
  /** Milliseconds since the epoch. */
  | { readonly kind: 'stored'; readonly opensAt: number };

/** A session-based request that has passed the checks. */
export interface SessionRequest {
  readonly request: RequestPrimitive;
  readonly session: Resource;
  readonly originator: KnownEndpoint;
  /** Whose resource is addressed. */
  readonly target: KnownEndpoint;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  /** The <request> that awaits the response, where the Originator does not wait for it. */
  readonly requestID?: string;
}

/**
 * The steps of service sessions by name, so that a composition can replace one of them. Each calls the others through
 * `cse.procedures` only. @see SES call flows 1 to 3, docs/profiles/service-sessions.md
 */
export interface SessionProcedures {
  /** CREATE of a session: in a collection of this CSE, or on its way to another (`collection` absent). @see SES 1 steps 7 to 17 */
  establishSession(
    cse: Cse,
    request: RequestPrimitive,
    collection: Resource | undefined,
  ): Promise<ResponsePrimitive>;
  /** Content and originator of the CREATE. @see SES 1 steps 7 and 9 */
  checkEstablishment(
    cse: Cse,
    request: RequestPrimitive,
    collection: Resource | undefined,
  ): Establishment | Refusal;
  /** @see SES 1 step 8 */
  allocateSessionID(cse: Cse): string;
  /** A 256-bit key in base64url. @see SES 1 step 8 */
  allocateCredentials(cse: Cse): string;
  /** The <remoteCSE> through which a CSE is reached. @see SES 1 step 9 */
  nextHopTo(cse: Cse, cseID: string): Resource | undefined;
  hasSessionCapability(resource: Resource): boolean;
  /** Asks the next hop. @see SES 1 steps 9 and 15 */
  askNextHop(cse: Cse, establishment: Establishment, deadline: number): Promise<Accepted | Refusal>;
  forwardedEstablishment(cse: Cse, establishment: Establishment, deadline: number): RequestPrimitive;
  /** Asks the application that is registered here. @see SES 1 steps 10 to 13 */
  invite(
    cse: Cse,
    establishment: Establishment,
    target: Resource,
    deadline: number,
  ): Promise<Accepted | Refusal>;
  /** Makes the session with its children and keeps the key. @see SES 1 steps 14 and 16 */
  putSession(cse: Cse, establishment: Establishment, accepted: Accepted): Resource;
  /** What the one who asked is told: with the key for an application. @see SES 1 steps 15 and 17 */
  established(cse: Cse, request: RequestPrimitive, session: Resource): ResponsePrimitive;

  /** @see SES 1 steps 18 to 23 */
  createPolicy(cse: Cse, request: RequestPrimitive, session: Resource): Promise<ResponsePrimitive>;
  deletePolicy(cse: Cse, request: RequestPrimitive, policy: Resource): Promise<ResponsePrimitive>;
  /** Malformed, never met, or in conflict with the others. */
  checkPolicy(cse: Cse, session: Resource, policy: Attributes): Refusal | undefined;

  /** A session-based request, wherever it leads. @see SES 2 */
  useSession(cse: Cse, request: RequestPrimitive, sessionID: string): Promise<ResponsePrimitive>;
  /** The identifier that makes a request session-based; BAD_REQUEST where it says two. @see SES 2 steps 2, 8 and 21 */
  sessionIDOf(request: RequestPrimitive): string | Refusal | undefined;
  /** @see SES 2 steps 3, 9 and 22 */
  checkSessionRequest(cse: Cse, request: RequestPrimitive, sessionID: string): SessionRequest | Refusal;
  /** `undefined`: it is served here. @see SES 2 steps 4, 10 and 23 */
  nextHopFor(cse: Cse, use: SessionRequest): NextHop | undefined;
  /** @see SES 2 steps 5, 11 and 24 */
  decide(cse: Cse, use: SessionRequest): Decision | Refusal;
  /** Keeps it until the window is open, and answers what came of it. @see SES 2 step 6 */
  storeAndForward(cse: Cse, use: SessionRequest, opensAt: number): Promise<ResponsePrimitive>;
  /** @see SES 2 step 7 */
  passOn(cse: Cse, use: SessionRequest, hop: NextHop): Promise<ResponsePrimitive>;
  /** @see SES 2 steps 12 and 25 */
  serve(cse: Cse, use: SessionRequest): Promise<ResponsePrimitive>;
  /** The protected data of an update; BAD_REQUEST, or CONFLICT for a replay. */
  checkProtectedData(cse: Cse, use: SessionRequest): Promise<Refusal | undefined>;
  /** @see SES 2 steps 13, 15 and 26 */
  keepContext(cse: Cse, use: SessionRequest, responseStatusCode: number): void;
  /** @see SES 2 steps 17 and 18 */
  tellOfUpdate(cse: Cse, use: SessionRequest): void;

  /** DELETE of a session. @see SES 3 */
  terminateSession(cse: Cse, request: RequestPrimitive, session: Resource): Promise<ResponsePrimitive>;
  /**
   * Tells those of the chain that do not know, and takes the session away; `from` is whom the termination came from,
   * who waits until `deadline`.
   */
  endSession(cse: Cse, session: Resource, from: string, deadline?: number): Promise<void>;
  /** @see SES 3 steps 2 and 3 */
  hopsToTell(cse: Cse, session: Resource, from: string): readonly NextHop[];
  /** @see SES 3 step 4 */
  endpointsToTell(cse: Cse, session: Resource, from: string): readonly KnownEndpoint[];
  /** Session, children, key, identifier, what is stored. @see SES 3 steps 7 and 9 */
  removeSession(cse: Cse, session: Resource): void;
  /**
   * Tells somebody of a termination, or of the end of a policy, and repeats it until it is answered, or until it is
   * too late to matter. Resolves after the first attempt, which is over by `deadline`.
   */
  owe(cse: Cse, debt: Debt, deadline?: number): Promise<void>;

  /** One message to an endpoint. */
  tellEndpoint(cse: Cse, to: string, event: SessionEvent, telling?: Telling): Promise<ResponsePrimitive>;
  /** Who may see a session and what belongs to it. */
  maySeeSession(cse: Cse, request: RequestPrimitive, session: Resource): boolean;
}
