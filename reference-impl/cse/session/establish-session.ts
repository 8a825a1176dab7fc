import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import type { Resource } from '../resource';
import { refused } from '../response';
import { deadlineOf } from './deadline';
import { debtsFor, strikeOut } from './debts';
import {
  beginPending,
  endPending,
  type PendingEstablishment,
  pendingEstablishment,
} from './pending-establishments';
import type { Accepted, Establishment } from './session-procedures';
import { checkSessionRoom, endpointIDsOf } from './session-room';

/**
 * An establishment at any CSE of the chain: it is checked, the next one is asked, and only then something is made.
 * Whatever goes wrong, nothing of it stays here, and who may hold something of it is told. @see SES 1 steps 7 to 17
 */
export async function establishSession(
  cse: Cse,
  request: RequestPrimitive,
  collection: Resource | undefined,
): Promise<ResponsePrimitive> {
  const { procedures } = cse;
  const establishment = procedures.checkEstablishment(cse, request, collection);
  if (isRefusal(establishment)) return refused(request, establishment);
  const { sessionID } = establishment;
  const impossible = checkNew(cse, sessionID) ?? checkSessionRoom(cse, establishment);
  if (impossible !== undefined) return refused(request, impossible);

  const pending = pendingOf(cse, establishment);
  beginPending(cse, pending);
  const accepted = await askPartner(cse, establishment, deadlineOf(cse, request));
  endPending(cse, sessionID);
  const refusal = isRefusal(accepted) ? accepted : checkStillWanted(cse, establishment, pending);
  if (isRefusal(accepted) || refusal !== undefined) {
    callIn(cse, sessionID);
    return refused(request, refusal ?? refuse(RSC.INTERNAL_SERVER_ERROR, ''));
  }
  const session = procedures.putSession(cse, establishment, accepted);
  for (const debt of debtsFor(cse, sessionID)) strikeOut(cse, debt);
  return procedures.established(cse, request, session);
}

/** An identifier is never used again, be it here for another resource. */
function checkNew(cse: Cse, sessionID: string): Refusal | undefined {
  const isKnown =
    cse.store.get(sessionID) !== undefined ||
    pendingEstablishment(cse, sessionID) !== undefined ||
    debtsFor(cse, sessionID).length > 0;
  return isKnown ? refuse(RSC.CONFLICT, 'There is such a session already.') : undefined;
}

function pendingOf(cse: Cse, establishment: Establishment): PendingEstablishment {
  const { sessionID, path, collection, name } = establishment;
  const originator = path.at(-1);
  return {
    sessionID,
    ...(originator !== undefined && { originator }),
    endpointIDs: endpointIDsOf(cse, establishment),
    collectionID: collection.resourceID,
    name,
    withdrawn: false,
  };
}

/** The application, where it is here, or the next hop on the way to it. @see SES 1 steps 9 and 10 */
async function askPartner(
  cse: Cse,
  establishment: Establishment,
  deadline: number,
): Promise<Accepted | Refusal> {
  const { target } = establishment;
  if (destinationOf(cse.config, target).kind === 'cse') {
    return cse.procedures.askNextHop(cse, establishment, deadline);
  }
  const found = cse.resolve(target);
  if (found?.resource.resourceType !== ResourceType.AE || found.virtual !== undefined) {
    return refuse(RSC.NOT_FOUND, `${target} is no application of this CSE.`);
  }
  return cse.procedures.invite(cse, establishment, found.resource, deadline);
}

/** Much may have happened while the others were asked. */
function checkStillWanted(
  cse: Cse,
  { collection, name, path }: Establishment,
  { withdrawn }: PendingEstablishment,
): Refusal | undefined {
  if (withdrawn) return refuse(RSC.TARGET_NOT_REACHABLE, 'The establishment was withdrawn.');
  if (cse.store.get(collection.resourceID) === undefined) {
    return refuse(RSC.NOT_FOUND, 'The application has gone.');
  }
  const taken = cse.store.childNamed(collection.resourceID, name) !== undefined;
  if (!taken || path.length > 0) return undefined;
  return refuse(RSC.CONFLICT, `There is a child named ${name} already.`);
}

/** Who was asked and has not refused may hold something. */
function callIn(cse: Cse, sessionID: string): void {
  for (const debt of debtsFor(cse, sessionID)) void cse.procedures.owe(cse, debt);
}
