import { isRefusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import { isNonBlocking } from '../interactive/non-blocking';
import { canonicalOriginator } from '../originator';
import { refused, respond } from '../response';
import { POLICIES } from './create-policy';
import { type PendingEstablishment, pendingEstablishment } from './pending-establishments';
import { type PendingPolicy, pendingPolicy } from './pending-policies';
import { SESSIONS } from './sessions-collection';

/**
 * What service sessions have to say to a request before a resource is looked for: the session-based ones, and what
 * passes through here, or is about something that is not there yet. `undefined`: it is none of theirs.
 * @see SES 1 step 9, SES 2 step 2
 */
export function receiveForSession(
  cse: Cse,
  request: RequestPrimitive,
): Promise<ResponsePrimitive> | undefined {
  const { procedures, config } = cse;
  if (!config.serviceSessions) return undefined;
  const sessionID = procedures.sessionIDOf(request);
  if (isRefusal(sessionID)) return Promise.resolve(refused(request, sessionID));
  if (sessionID !== undefined) return procedures.useSession(cse, request, sessionID);
  if (request.operation === 'delete') return withdrawn(cse, request);
  if (request.operation !== 'create' || request.resourceType !== ResourceType.session) return undefined;
  if (isNonBlocking(request)) {
    // The key would have to be kept with the result for as long as that is kept.
    const refusal = refuse(RSC.BAD_REQUEST, 'A session is established by a blocking request.');
    return Promise.resolve(refused(request, refusal));
  }
  const isTransit = destinationOf(config, request.to).kind === 'cse';
  return isTransit ? procedures.establishSession(cse, request, undefined) : incapable(cse, request);
}

/** An application that can do no sessions has no collection of them, which to itself is just not there. */
function incapable(cse: Cse, request: RequestPrimitive): Promise<ResponsePrimitive> | undefined {
  if (!request.to.endsWith(`/${SESSIONS}`)) return undefined;
  const owner = cse.resolve(request.to.slice(0, -SESSIONS.length - 1))?.resource;
  if (owner?.resourceID === request.from) return undefined;
  if (owner?.resourceType !== ResourceType.AE || cse.procedures.hasSessionCapability(owner)) return undefined;
  const reason = `${owner.resourceID} can do no sessions.`;
  return Promise.resolve(refused(request, refuse(RSC.TARGET_HAS_NO_SESSION_CAPABILITY, reason)));
}

/** A neighbour that waits no more deletes a session, or a policy, that is not made yet; so it will not be. */
function withdrawn(cse: Cse, request: RequestPrimitive): Promise<ResponsePrimitive> | undefined {
  const originator = canonicalOriginator(cse.config, request.from ?? '');
  const pending = pendingAt(cse, request.to);
  if (pending === undefined || pending.originator !== originator) return undefined;
  pending.withdrawn = true;
  return Promise.resolve(respond(request, RSC.DELETED));
}

function pendingAt(cse: Cse, to: string): PendingEstablishment | PendingPolicy | undefined {
  const destination = destinationOf(cse.config, to);
  const [sessionID, collection, name] = destination.kind === 'here' ? destination.path : [];
  if (destination.kind !== 'here' || sessionID === undefined) return undefined;
  if (destination.path.length === 1) return pendingEstablishment(cse, sessionID);
  const isPolicy = destination.path.length === 3 && collection === POLICIES && name !== undefined;
  return isPolicy ? pendingPolicy(cse, sessionID, name) : undefined;
}
