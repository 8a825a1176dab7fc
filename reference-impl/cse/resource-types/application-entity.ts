import type { Attributes } from '../../../protocol/model/attribute-value';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { isExpired } from '../is-expired';
import { canonicalOriginator } from '../originator';
import type { Resource } from '../resource';
import type { ResourceIdentity, ResourceTypeProcedures } from '../resource-type';
import { endSessionsOf } from '../session/end-sessions-of';
import { keepCollection } from '../session/sessions-collection';

const CLAUSE = 'TS-0004 7.4.5.2.1';

/** An AE-ID-Stem with its kind: C assigned by the registrar, S by the service provider. @see TS-0001 7.2 */
const STEM = /^[CS][A-Za-z0-9._-]{0,255}$/;

/** The App-ID is registered (R), not registered (N), or of a reversed domain name. @see TS-0001 7.2 */
const APP_ID = /^[rRN]/;

/** <AE>: registration. The AE-ID-Stem is the identifier of the resource. @see TS-0004 7.4.5, TS-0001 10.2.2.2 */
export const applicationEntityProcedures: ResourceTypeProcedures = {
  identify: identity,
  async create(_cse, _request, draft) {
    return checkAppID(draft) ?? withIdentifier(draft);
  },
  created: keepCollection,
  updated: keepCollection,
  deleted: endSessionsOf,
};

function identity(cse: Cse, request: RequestPrimitive): ResourceIdentity | Refusal {
  const wanted = canonicalOriginator(cse.config, request.from ?? '').replace(/^\/(?=S[^/]*$)/, '');
  if (wanted === '' || wanted === 'C' || wanted === 'S') {
    const stem = cse.ports.ids.next(wanted === '' ? 'C' : wanted);
    return { resourceID: stem, createdBy: stem };
  }
  if (!STEM.test(wanted)) {
    return refuse(RSC.BAD_REQUEST, `${request.from} is no AE-ID-Stem.`, CLAUSE);
  }
  const registered = cse.store.get(wanted);
  if (registered !== undefined && !isExpired(cse, registered)) {
    return refuse(RSC.ORIGINATOR_HAS_ALREADY_REGISTERED, `${wanted} is registered already.`, CLAUSE);
  }
  return { resourceID: wanted, createdBy: wanted };
}

function checkAppID(draft: Resource): Refusal | undefined {
  const appID = draft.attributes['App-ID'];
  if (typeof appID === 'string' && APP_ID.test(appID)) return undefined;
  return refuse(RSC.BAD_REQUEST, 'The App-ID begins with none of r, R and N.', CLAUSE);
}

function withIdentifier(draft: Resource): Attributes {
  return { ...draft.attributes, 'AE-ID': draft.resourceID };
}
