import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { resumeDebts } from './debts';
import { isEstablished } from './session-state';
import { collectionOf, keepCollection } from './sessions-collection';
import { resumeStored } from './use/resume-stored';
import { watchExpiration } from './watch-expiration';

/**
 * Goes on where an earlier life of this CSE stood: what was being ended is ended, what is owed is paid, what is stored
 * goes when it is time.
 */
export function resumeSessions(cse: Cse): void {
  const base = cse.store.get(cse.config.resourceID);
  if (base === undefined) return;
  for (const parent of [base, ...cse.store.childrenOf(base.resourceID, ResourceType.AE)]) {
    keepCollection(cse, parent);
    for (const session of sessionsOf(cse, parent)) resumeSession(cse, session);
  }
  resumeDebts(cse);
  resumeStored(cse);
}

function sessionsOf(cse: Cse, parent: Resource): readonly Resource[] {
  const collection = collectionOf(cse, parent);
  return collection === undefined ? [] : cse.store.childrenOf(collection.resourceID, ResourceType.session);
}

function resumeSession(cse: Cse, session: Resource): void {
  watchExpiration(cse, session);
  if (!isEstablished(session)) void cse.procedures.endSession(cse, session, cse.config.cseID);
}
