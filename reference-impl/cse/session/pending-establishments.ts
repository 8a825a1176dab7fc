import type { Cse } from '../cse';
import { perCse } from '../group/per-cse';
import type { Resource } from '../resource';

/** A session that somebody was asked for who has not answered yet. Nothing of it is in the store. */
export interface PendingEstablishment {
  readonly sessionID: string;
  /** The CSE that forwarded it; absent where an application asked. */
  readonly originator?: string;
  /** AE-IDs of the applications that it is for, as far as they are known. */
  readonly endpointIDs: readonly string[];
  readonly collectionID: string;
  readonly name: string;
  /** The one who asks wants it no more. */
  withdrawn: boolean;
}

const pendingEstablishments = perCse(() => new Map<string, PendingEstablishment>());

export function beginPending(cse: Cse, pending: PendingEstablishment): void {
  pendingEstablishments(cse).set(pending.sessionID, pending);
}

export function endPending(cse: Cse, sessionID: string): void {
  pendingEstablishments(cse).delete(sessionID);
}

export function pendingEstablishment(cse: Cse, sessionID: string): PendingEstablishment | undefined {
  return pendingEstablishments(cse).get(sessionID);
}

export function allPending(cse: Cse): readonly PendingEstablishment[] {
  return [...pendingEstablishments(cse).values()];
}

/** Whether a child has this name, or will have it if all goes well. */
export function isNameTaken(cse: Cse, collection: Resource, name: string): boolean {
  if (cse.store.childNamed(collection.resourceID, name) !== undefined) return true;
  for (const pending of pendingEstablishments(cse).values()) {
    if (pending.collectionID === collection.resourceID && pending.name === name) return true;
  }
  return false;
}
