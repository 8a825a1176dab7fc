import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import { originatorOutside } from '../originator';
import type { Resource } from '../resource';
import { allDebts } from './debts';
import { endpointFrom } from './endpoint-value';
import { allPending } from './pending-establishments';
import type { Establishment } from './session-procedures';
import { heldSessions } from './watch-expiration';

/**
 * Whether the applications of an establishment may have one more session here. Those that are being established count,
 * and those whose end is still owed to somebody: each is kept in mind, whatever became of it.
 */
export function checkSessionRoom(cse: Cse, establishment: Establishment): Refusal | undefined {
  const most = cse.config.maximumSessions;
  const full = endpointIDsOf(cse, establishment).find(
    (endpointID) => numberOfSessions(cse, endpointID) >= most,
  );
  if (full === undefined) return undefined;
  const reason = `${full} has ${most} sessions at this CSE already.`;
  return refuse(RSC.NOT_ACCEPTABLE, reason, 'profile service-sessions: Establishment');
}

/** Who begins, and who is invited where that is an application of this CSE: only its registrar knows it by all its names. */
export function endpointIDsOf(cse: Cse, { initiating, target }: Establishment): readonly string[] {
  const isHere = destinationOf(cse.config, target).kind === 'here';
  const invited = isHere ? cse.resolve(target)?.resource : undefined;
  if (invited?.resourceType !== ResourceType.AE) return [initiating.endpointID];
  return [initiating.endpointID, originatorOutside(cse.config, invited.resourceID)];
}

/** The same of a session that stands. */
export function endpointIDsIn({ attributes }: Resource): readonly string[] {
  const endpoints = [attributes.initiatingEndpoint, attributes.acceptedEndpoint].map(endpointFrom);
  return endpoints.flatMap((endpoint) => endpoint?.endpointID ?? []);
}

function numberOfSessions(cse: Cse, endpointID: string): number {
  const held = heldSessions(cse).flatMap((sessionID) => {
    const session = cse.store.get(sessionID);
    return session === undefined ? [] : { sessionID, endpointIDs: endpointIDsIn(session) };
  });
  const all = [...held, ...allPending(cse), ...allDebts(cse)];
  const own = all.filter(({ endpointIDs }) => endpointIDs?.includes(endpointID));
  return new Set(own.map(({ sessionID }) => sessionID)).size;
}
