import { parseTimestamp } from '../../../protocol/model/timestamp';
import type { Cse } from '../cse';
import { perCse } from '../group/per-cse';
import type { Resource } from '../resource';

/** What calls off the end of each session that this CSE holds. */
const expirations = perCse(() => new Map<string, () => void>());

/** A session whose expirationTime has passed is terminated like any other. */
export function watchExpiration(cse: Cse, { resourceID, attributes }: Resource): void {
  const end = parseTimestamp(String(attributes.expirationTime));
  if (end === undefined) return;
  const { clock } = cse.ports;
  const callOff = clock.after(Math.max(end - clock.now(), 0), () => {
    const session = cse.store.get(resourceID);
    if (session !== undefined) void cse.procedures.endSession(cse, session, cse.config.cseID);
  });
  expirations(cse).set(resourceID, callOff);
}

export function stopWatching(cse: Cse, sessionID: string): void {
  expirations(cse).get(sessionID)?.();
  expirations(cse).delete(sessionID);
}

/** The identifiers of all sessions that this CSE holds. */
export function heldSessions(cse: Cse): readonly string[] {
  return [...expirations(cse).keys()];
}
