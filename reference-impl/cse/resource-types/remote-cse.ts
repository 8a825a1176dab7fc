import type { Attributes } from '../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import { canonicalCseID, remoteCse } from '../request/remote-cse';
import type { Resource } from '../resource';
import type { ResourceTypeProcedures } from '../resource-type';

const CLAUSE = 'TS-0004 7.4.4.2.1';
const CSE_ID = 'CSE-ID';

/** <remoteCSE>: another CSE, and the way to it. One per CSE-ID, and only the CSE itself registers. @see TS-0004 7.4.4 */
export const remoteCseProcedures: ResourceTypeProcedures = {
  identify: (cse, request) => ({
    resourceID: cse.ports.ids.next('csr-'),
    createdBy: registeringCseID(cse, request),
  }),
  async create(cse, request, draft) {
    const cseID = registeringCseID(cse, request);
    return checkRegistration(cse, request, cseID) ?? registered(draft, cseID);
  },
};

/** The CSE that registers, or that the administrator registers. */
function registeringCseID(cse: Cse, request: RequestPrimitive): string {
  const given =
    request.content?.kind === 'resource' ? request.content.resource.attributes[CSE_ID] : undefined;
  return canonicalCseID(given) ?? cseIDOf(cse, request);
}

function cseIDOf(cse: Cse, request: RequestPrimitive): string {
  return canonicalOriginator(cse.config, request.from ?? '');
}

function checkRegistration(cse: Cse, request: RequestPrimitive, cseID: string): Refusal | undefined {
  if (!/^\/[^/]+$/.test(cseID) || cseID === cse.config.cseID) {
    return refuse(RSC.BAD_REQUEST, `${cseID} cannot be the CSE-ID of another CSE.`, CLAUSE);
  }
  const originator = cseIDOf(cse, request);
  if (originator !== cseID && originator !== canonicalOriginator(cse.config, cse.config.adminOriginator)) {
    return refuse(RSC.ORIGINATOR_HAS_NO_PRIVILEGE, `${request.from} does not speak for ${cseID}.`, CLAUSE);
  }
  if (remoteCse(cse, cseID) === undefined) return undefined;
  return refuse(RSC.ORIGINATOR_HAS_ALREADY_REGISTERED, `${cseID} is registered already.`, CLAUSE);
}

function registered(draft: Resource, cseID: string): Attributes {
  return { ...draft.attributes, [CSE_ID]: cseID };
}
