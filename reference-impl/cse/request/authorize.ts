import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { AccessControlOperations } from '../../../protocol/tables/onem2m/enumerations';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { textList } from '../attribute-reading';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import type { Resource } from '../resource';
import { mayDiscover, mayUseSessions } from '../session/session-privileges';
import { isSessionType } from '../session/session-resource';
import { neededPrivilege } from './needed-privilege';
import { isPolicyUpdate } from './policy-update';
import { grantsAccess } from './privileges';
import { isRegistered, isRegisteredCse } from './registered-originator';

/** What every registered entity may do with a <CSEBase> that has no policy of its own. */
const CSE_BASE_DEFAULT = [
  AccessControlOperations.CREATE,
  AccessControlOperations.RETRIEVE,
  AccessControlOperations.DISCOVERY,
];

/** Recv-6.3. It knows who may; whether the operation makes sense is another step. @see TS-0004 7.3.3.15 */
export function authorize(cse: Cse, request: RequestPrimitive, target: Resource): Refusal | undefined {
  const permitted = isSessionType(target.resourceType)
    ? mayUseSessions(cse, request, target)
    : isRegistration(request, target) ||
      mayDiscover(cse, request, target) ||
      isPermitted(cse, request, target);
  if (permitted) return undefined;
  return refuse(
    RSC.ORIGINATOR_HAS_NO_PRIVILEGE,
    `${request.from ?? 'The Originator'} may not ${request.operation} here.`,
    'TS-0004 7.3.3.15',
  );
}

/** Who registers is not known yet. @see TS-0004 7.4.5 */
function isRegistration(request: RequestPrimitive, target: Resource): boolean {
  if (request.operation !== 'create' || target.resourceType !== ResourceType.CSEBase) return false;
  return request.resourceType === ResourceType.AE || request.resourceType === ResourceType.remoteCSE;
}

function isPermitted(cse: Cse, request: RequestPrimitive, target: Resource): boolean {
  const originator = canonicalOriginator(cse.config, request.from ?? '');
  if (originator === canonicalOriginator(cse.config, cse.config.adminOriginator)) return true;
  if (request.operation === 'notify' && isRegisteredCse(cse, originator)) return true;
  if (target.resourceType === ResourceType.accessControlPolicy) {
    return grantsAccess(cse, target, 'selfPrivileges', { originator, privilege: neededPrivilege(request) });
  }
  const policyIDs = textList(target.attributes.accessControlPolicyIDs);
  if (policyIDs.length > 0) {
    return isPolicyUpdate(request)
      ? cse.procedures.permittedBySelfPrivileges(cse, request, policyIDs)
      : cse.procedures.permittedByPolicies(cse, request, policyIDs);
  }
  return permittedByDefault(cse, request, target, originator);
}

/** Without policies: the creator; or the parent decides, where the type has no policies. @see TS-0001 9.6.1.3.2 */
function permittedByDefault(
  cse: Cse,
  request: RequestPrimitive,
  target: Resource,
  originator: string,
): boolean {
  if (target.resourceType === ResourceType.CSEBase) {
    return isRegistered(cse, originator) && CSE_BASE_DEFAULT.some((bit) => bit === neededPrivilege(request));
  }
  if (originator === target.createdBy || originator === cse.config.cseID) return true;
  if (hasPolicies(target)) return false;
  const parent = cse.store.get(target.parentID);
  return parent !== undefined && isPermitted(cse, request, parent);
}

function hasPolicies(resource: Resource): boolean {
  const row = resourceTypeByNumber(resource.resourceType);
  return row?.attributes.some(({ name }) => name === 'accessControlPolicyIDs') ?? true;
}
