import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import type { Cse } from '../cse';
import type { AddressedMember } from '../group/addressed-member';
import type { IdentifiedFanOutRequest } from '../group/fan-out-request';
import { perCse } from '../group/per-cse';
import { recordRequest, removeRecords } from './outstanding-records';

/** What is settled when a request is accepted, and never changes. Times are milliseconds since the epoch. */
export interface AcceptedRequest {
  /** Identifier of its <request> resource. */
  readonly requestID: string;
  readonly request: RequestPrimitive;
  /** Where it came to a fan-out point. */
  readonly fanOut?: IdentifiedFanOutRequest;
  readonly notificationTargets: readonly string[];
  readonly acceptedAt: number;
  readonly gatherUntil: number;
  readonly keepUntil: number;
}

/** A result message that a target has not acknowledged yet. */
export interface PendingMessage {
  readonly message: RequestPrimitive;
  /** How many of the results the target has been told with it. */
  readonly upTo: number;
  readonly attempts: number;
  readonly nextAttemptAt: number;
}

/** What one notification target has been told. One message at a time is on its way to it. */
export interface Delivery {
  readonly to: string;
  /** How many of the results are behind it: acknowledged, or given up. */
  reported: number;
  pending?: PendingMessage;
  callOff?: () => void;
}

/** A sub-group or member that has accepted the request in its turn, and will report. */
export interface Reporter {
  readonly memberID: string;
  /** The members of the sub-group that it is to report; absent where they are not known. */
  readonly expected?: readonly string[];
  readonly done?: true;
}

/** A non-blocking request from its acceptance to the end of its keep time. */
export interface Outstanding {
  readonly accepted: AcceptedRequest;
  /** Known from the start, or a little later where other CSEs have to be asked for them. */
  members?: readonly AddressedMember[];
  /**
   * One entry per answer, in the order in which they came; each names its member in From. One without From is the
   * response to the whole request.
   */
  readonly results: ResponsePrimitive[];
  readonly awaited: Map<string, AddressedMember>;
  /** By the Request Identifier that the reports will carry. */
  readonly reporters: Map<string, Reporter>;
  readonly deliveries: readonly Delivery[];
  /** Members whose CSE is offline, with what calls off the next attempt. */
  readonly offline: Map<string, () => void>;
  /** Members whose CSE a trigger was sent to. */
  readonly woken: Set<string>;
  readonly timers: Set<() => void>;
  reportDue: boolean;
  finished: boolean;
}

const outstandingRequests = perCse(() => new Map<string, Outstanding>());

export function outstandingRequest(cse: Cse, requestID: string): Outstanding | undefined {
  return outstandingRequests(cse).get(requestID);
}

export function allOutstanding(cse: Cse): Iterable<Outstanding> {
  return outstandingRequests(cse).values();
}

export function beginOutstanding(cse: Cse, accepted: AcceptedRequest): Outstanding {
  const outstanding = restoreOutstanding(cse, accepted);
  recordRequest(cse, outstanding);
  return outstanding;
}

/** One that is recorded already; what has come in since its acceptance is for the caller to add. */
export function restoreOutstanding(cse: Cse, accepted: AcceptedRequest): Outstanding {
  const outstanding: Outstanding = {
    accepted,
    results: [],
    awaited: new Map(),
    reporters: new Map(),
    deliveries: accepted.notificationTargets.map((to) => ({ to, reported: 0 })),
    offline: new Map(),
    woken: new Set(),
    timers: new Set(),
    reportDue: false,
    finished: false,
  };
  outstandingRequests(cse).set(accepted.requestID, outstanding);
  return outstanding;
}

/** From here on each of them has an answer to give. */
export function awaitMembers(cse: Cse, outstanding: Outstanding, members: readonly AddressedMember[]): void {
  outstanding.members = members;
  for (const member of members) outstanding.awaited.set(member.memberID, member);
  recordRequest(cse, outstanding);
}

/** Ends everything that is still to happen for a request. */
export function endOutstanding(cse: Cse, outstanding: Outstanding): void {
  const { accepted, deliveries, offline, timers } = outstanding;
  outstandingRequests(cse).delete(accepted.requestID);
  removeRecords(cse, outstanding);
  for (const callOff of [...timers, ...offline.values()]) callOff();
  for (const delivery of deliveries) {
    delivery.callOff?.();
    delete delivery.pending;
  }
  timers.clear();
  offline.clear();
}

/** Like `clock.after`, for as long as the request is outstanding. */
export function later(cse: Cse, { timers }: Outstanding, milliseconds: number, action: () => void): void {
  const callOff = cse.ports.clock.after(Math.max(milliseconds, 0), () => {
    timers.delete(callOff);
    action();
  });
  timers.add(callOff);
}
