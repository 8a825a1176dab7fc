import type { Cse } from '../cse';
import { originatorOutside } from '../originator';
import type { Resource } from '../resource';
import { endpointsOf } from './session-state';
import { heldSessions } from './watch-expiration';

/** An application has gone: what stood in its own collection has gone with it, and what stands elsewhere is ended. */
export function endSessionsOf(cse: Cse, application: Resource): void {
  const gone = originatorOutside(cse.config, application.resourceID);
  for (const sessionID of heldSessions(cse)) {
    const session = cse.store.get(sessionID);
    if (session === undefined) continue;
    const takesPart = endpointsOf(cse, session).some(({ endpointID }) => endpointID === gone);
    if (takesPart) void cse.procedures.endSession(cse, session, cse.config.cseID);
  }
}
