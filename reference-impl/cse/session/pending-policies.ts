import type { Cse } from '../cse';
import { perCse } from '../group/per-cse';

/** A policy that a next hop has been asked for. Nothing of it is in the store. */
export interface PendingPolicy {
  /** Who asks, in the one spelling of this CSE. */
  readonly originator: string;
  /** The one who asks wants it no more. */
  withdrawn: boolean;
}

const pendingPolicies = perCse(() => new Map<string, PendingPolicy>());

export function beginPendingPolicy(cse: Cse, sessionID: string, name: string, pending: PendingPolicy): void {
  pendingPolicies(cse).set(`${sessionID} ${name}`, pending);
}

export function endPendingPolicy(cse: Cse, sessionID: string, name: string): void {
  pendingPolicies(cse).delete(`${sessionID} ${name}`);
}

export function pendingPolicy(cse: Cse, sessionID: string, name: string): PendingPolicy | undefined {
  return pendingPolicies(cse).get(`${sessionID} ${name}`);
}
