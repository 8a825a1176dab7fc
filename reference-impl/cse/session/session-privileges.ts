import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { FilterUsage } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import type { Resource } from '../resource';
import { applicationHere } from './application-here';
import { endpointsOf, nextHopsOf } from './session-state';

/** Who may do something with what belongs to sessions; no policy is asked. @see docs/profiles/service-sessions.md */
export function mayUseSessions(cse: Cse, request: RequestPrimitive, target: Resource): boolean {
  if (target.resourceType === ResourceType.sessions) return mayUseCollection(cse, request, target);
  const isSession = target.resourceType === ResourceType.session;
  const session = isSession ? target : cse.store.get(target.parentID);
  return session !== undefined && cse.procedures.maySeeSession(cse, request, session);
}

/**
 * Its application; the administrator, who only looks; and whoever begins a session: what that one may is judged with
 * what he says.
 */
function mayUseCollection(cse: Cse, request: RequestPrimitive, collection: Resource): boolean {
  if (request.operation === 'create' && request.resourceType === ResourceType.session) return true;
  if (request.operation === 'retrieve' && isAdministrator(cse, request)) return true;
  return applicationHere(cse, request.from)?.resourceID === collection.parentID;
}

/**
 * Its endpoints that are registered here; the administrator, who changes nothing; and the neighbours, who do nothing
 * but change.
 */
export function maySeeSession(cse: Cse, request: RequestPrimitive, session: Resource): boolean {
  const application = applicationHere(cse, request.from)?.resourceID;
  if (application !== undefined) {
    return endpointsOf(cse, session).some(
      ({ endpointID }) => applicationHere(cse, endpointID)?.resourceID === application,
    );
  }
  if (request.operation === 'retrieve') return isAdministrator(cse, request);
  const originator = canonicalOriginator(cse.config, request.from ?? '');
  return nextHopsOf(cse, session).some(({ cseID }) => cseID === originator);
}

function isAdministrator(cse: Cse, { from }: RequestPrimitive): boolean {
  const { config } = cse;
  return canonicalOriginator(config, from ?? '') === canonicalOriginator(config, config.adminOriginator);
}

/**
 * An application that can do sessions is found by every application of this CSE, and of the CSEs that are reached
 * from it. @see SES 1 step 6
 */
export function mayDiscover(cse: Cse, request: RequestPrimitive, target: Resource): boolean {
  if (!cse.config.serviceSessions || request.operation !== 'retrieve') return false;
  if (request.filterCriteria?.filterUsage !== FilterUsage.discovery) return false;
  const findable =
    target.resourceType === ResourceType.CSEBase ||
    (target.resourceType === ResourceType.AE && cse.procedures.hasSessionCapability(target));
  return findable && isApplicationOfKnownCse(cse, request.from);
}

function isApplicationOfKnownCse(cse: Cse, from: string | undefined): boolean {
  if (applicationHere(cse, from) !== undefined) return true;
  const cseID = /^(\/[^/]+)\/[^/]+$/.exec(canonicalOriginator(cse.config, from ?? ''))?.[1];
  return cseID !== undefined && cse.procedures.nextHopTo(cse, cseID) !== undefined;
}
