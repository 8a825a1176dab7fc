import type { Attributes } from '../../../protocol/model/attribute-value';
import { appendPath } from '../../../protocol/model/identifier';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import { checkName } from '../request/check-name';
import { respondCreated } from '../request/result-content';
import type { Resource } from '../resource';
import { refused } from '../response';
import { isDenial, isPositive, refusalIn } from './answers';
import { deadlineOf } from './deadline';
import { debtsFor, recordDebt, strikeOut } from './debts';
import { fromThisCse } from './from-this-cse';
import { beginPendingPolicy, endPendingPolicy, pendingPolicy } from './pending-policies';
import { endOf } from './session-debts';
import type { Debt } from './session-procedures';
import { ownResource } from './session-resource';
import { isEstablished, type NextHop, sessionWith } from './session-state';
import { reconsiderStored } from './use/take-turn';

export const POLICIES = 'sessionPolicies';

/** CREATE of a policy: it is made from the far end of the chain back, everywhere or nowhere. @see SES 1 steps 18 to 23 */
export async function createPolicy(
  cse: Cse,
  request: RequestPrimitive,
  session: Resource,
): Promise<ResponsePrimitive> {
  const policy = draftOf(cse, request, session);
  if (isRefusal(policy)) return refused(request, policy);
  const refusal = checkName(cse, policy) ?? checkReserved(cse, policy) ?? checkPlace(cse, policy);
  if (refusal !== undefined) return refused(request, refusal);

  const pending = { originator: canonicalOriginator(cse.config, request.from ?? ''), withdrawn: false };
  beginPendingPolicy(cse, session.resourceID, policy.resourceName, pending);
  const failed = await askHops(cse, request, policy);
  endPendingPolicy(cse, session.resourceID, policy.resourceName);
  const late = failed ?? (pending.withdrawn ? WITHDRAWN : checkPlace(cse, policy));
  settle(cse, policy, late === undefined);
  if (late !== undefined) return refused(request, late);
  cse.store.put(policy);
  reconsiderStored(cse, session.resourceID);
  void cse.procedures.notifySubscribers(cse, { type: 'childCreate', subject: session, child: policy });
  return respondCreated(cse, request, policy);
}

const NO_SESSION = refuse(RSC.NOT_FOUND, 'The session is being ended.');
const WITHDRAWN = refuse(RSC.TARGET_NOT_REACHABLE, 'The policy was withdrawn.');

function draftOf(cse: Cse, request: RequestPrimitive, session: Resource): Resource | Refusal {
  const representation = cse.procedures.checkCreateRepresentation(cse, request);
  if (isRefusal(representation)) return representation;
  const { resourceName, ...attributes } = representation.attributes;
  const resourceID = cse.ports.ids.next('spo-');
  const own = {
    resourceType: ResourceType.sessionPolicy,
    resourceID,
    resourceName: typeof resourceName === 'string' ? resourceName : resourceID,
    createdBy: canonicalOriginator(cse.config, request.from ?? ''),
  };
  const { expirationTime = '' } = session.attributes;
  return ownResource(cse, session, own, { ...attributes, expirationTime });
}

/** Asked twice: the session and its policies may change while the next hop is asked. */
function checkPlace(cse: Cse, policy: Resource): Refusal | undefined {
  const { parentID, resourceName, attributes } = policy;
  const session = sessionWith(cse, parentID);
  if (session === undefined || !isEstablished(session)) return NO_SESSION;
  if (cse.store.childNamed(parentID, resourceName) !== undefined) return isTaken(resourceName);
  return cse.procedures.checkPolicy(cse, session, attributes);
}

/** A name is free again only when no neighbour can hold one that failed. */
function checkReserved(cse: Cse, policy: Resource): Refusal | undefined {
  const { parentID, resourceName } = policy;
  const isPending = pendingPolicy(cse, parentID, resourceName) !== undefined;
  return isPending || policyDebts(cse, policy).length > 0 ? isTaken(resourceName) : undefined;
}

function isTaken(name: string): Refusal {
  return refuse(RSC.CONFLICT, `There is a child named ${name} already.`);
}

/** @see SES 1 steps 19 and 21 */
async function askHops(cse: Cse, request: RequestPrimitive, policy: Resource): Promise<Refusal | undefined> {
  const session = cse.store.get(policy.parentID);
  if (session === undefined) return NO_SESSION;
  const deadline = deadlineOf(cse, request);
  for (const hop of cse.procedures.hopsToTell(cse, session, request.from ?? '')) {
    const debt = debtOf(policy, hop);
    recordDebt(cse, debt);
    const answer = await cse.send(forwardedPolicy(cse, policy, hop, deadline));
    if (isPositive(answer)) continue;
    if (isDenial(answer)) strikeOut(cse, debt);
    return refusalIn(answer, hop.cseID);
  }
  return undefined;
}

/** The same, always with its name. @see SES 1 step 19 */
function forwardedPolicy(cse: Cse, policy: Resource, hop: NextHop, deadline: number): RequestPrimitive {
  const { delivery = null, scheduleElement, appliesTo, maximumDelay } = policy.attributes;
  const attributes: Attributes = {
    resourceName: policy.resourceName,
    delivery,
    ...(scheduleElement !== undefined && { scheduleElement }),
    ...(appliesTo !== undefined && { appliesTo }),
    ...(maximumDelay !== undefined && { maximumDelay }),
  };
  return {
    ...fromThisCse(cse, appendPath(hop.address, POLICIES), deadline),
    operation: 'create',
    resourceType: ResourceType.sessionPolicy,
    content: { kind: 'resource', resource: { element: policy.element, attributes } },
  };
}

function debtOf(policy: Resource, hop: NextHop): Debt {
  const { parentID: sessionID, resourceName } = policy;
  const address = `${hop.cseID}/${sessionID}/${POLICIES}/${resourceName}`;
  return { sessionID, debtor: { kind: 'hop', address }, until: endOf(policy) };
}

/** Made everywhere, or to be deleted wherever it may have been made. */
function settle(cse: Cse, policy: Resource, isMade: boolean): void {
  for (const debt of policyDebts(cse, policy)) {
    if (isMade || cse.store.get(policy.parentID) === undefined) strikeOut(cse, debt);
    else void cse.procedures.owe(cse, debt);
  }
}

function policyDebts(cse: Cse, { parentID, resourceName }: Resource): readonly Debt[] {
  return policyDebtsOf(cse, parentID).filter(
    ({ debtor }) => debtor.kind === 'hop' && debtor.address.endsWith(`/${POLICIES}/${resourceName}`),
  );
}

/** Policies that a neighbour may hold though they failed. They end with the session. */
export function policyDebtsOf(cse: Cse, sessionID: string): readonly Debt[] {
  return debtsFor(cse, sessionID).filter(
    ({ debtor }) => debtor.kind === 'hop' && debtor.address.includes(`/${POLICIES}/`),
  );
}
